import type { Figure } from '../../model/figure.ts';
import { at } from '../../model/source.ts';
import { figuresOf } from '../make.ts';
import type { Scope } from '../scope.ts';
import { isScore, kpiDefinitions, unitOf } from './definitions.ts';
import { descriptionOf, valueFigureId } from './figures.ts';
import { type ScorecardRow, scorecard } from './scorecard.ts';

/** Target, deviation and earlier values of each measure, and how many meet their target. */
export const scorecardFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const rows = scope.of(scorecard);
  const judged = rows.filter(({ status }) => status !== 'none');
  const deviations = judged.map(({ kpi }) => `kpi.${kpi}.deviation`);
  return [
    ...rows.flatMap(row => rowFigures(scope, method, row)),
    make('kpi.scorecard.judged', judged.length, 'count', 0, deviations, {
      coverage: { n: judged.length, of: rows.length },
    }),
    make(
      'kpi.scorecard.met',
      judged.length === 0 ? { code: 'no-targets' } : judged.filter(({ status }) => status === 'met').length,
      'count',
      0,
      deviations,
      { coverage: { n: judged.length, of: rows.length }, polarity: 'higher' },
    ),
  ];
};

const rowFigures = (scope: Scope, method: string, row: ScorecardRow): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { kpi, target, deviation, priorQuarter, priorYear } = row;
  const { precision, polarity } = kpiDefinitions[kpi];
  const unit = unitOf(scope, kpi);
  const source = scope.workspace.program.kpis?.source;
  const targetInputs =
    target === undefined ? (source === undefined ? [] : [at(source, 'kpis')]) : [target.source];
  const earlier = (name: string, measured: ScorecardRow['priorQuarter']): Figure =>
    make(`kpi.${kpi}.${name}`, measured.value ?? measured.unavailable, unit, precision, measured.inputs, {
      ...descriptionOf(scope, measured),
      polarity,
    });
  return [
    make(`kpi.${kpi}.target`, target?.value ?? { code: 'no-target' }, unit, precision, targetInputs),
    make(
      `kpi.${kpi}.deviation`,
      deviation ?? row.measured.unavailable ?? { code: target?.value === 0 ? 'target-zero' : 'no-target' },
      isScore(kpi) ? 'nps' : 'share',
      1,
      [valueFigureId(kpi), `kpi.${kpi}.target`],
    ),
    earlier('prior-quarter', priorQuarter),
    earlier('prior-year', priorYear),
  ];
};
