import type { Figure } from '../../model/figure.ts';
import { absolute, input, minus, quotient } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import { countedFirst, numberOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import type { Scope } from '../scope.ts';
import { deviationUnitOf, kpiDefinitions, unitOf } from './definitions.ts';
import { descriptionOf, valueFigureId } from './figures.ts';
import type { Measurement } from './measurement.ts';
import { changeSince, changeUnit } from './quarter-change.ts';
import { type ScorecardRow, scorecard } from './scorecard.ts';

/** Target, deviation, earlier values and change of each measure, and how many meet their target. */
export const scorecardFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const rows = scope.of(scorecard);
  const judged = rows.filter(({ status }) => status !== 'none');
  const met = judged.filter(({ status }) => status === 'met').length;
  const values = countedFirst(judged, ({ status }) => status === 'met').map(({ kpi }) => valueFigureId(kpi));
  const inputs = [...values, ...judged.map(({ kpi }) => `kpi.${kpi}.target`)];
  return [
    ...rows.flatMap(row => rowFigures(scope, method, row)),
    make('kpi.scorecard.judged', judged.length, 'count', 0, inputs, {
      formula: numberOfFirst(judged.length),
      coverage: { n: judged.length, of: rows.length },
    }),
    make('kpi.scorecard.met', judged.length === 0 ? { code: 'no-targets' } : met, 'count', 0, inputs, {
      coverage: { n: judged.length, of: rows.length },
      polarity: 'higher',
      formula: numberOfFirst(met),
    }),
  ];
};

/** A figure of this quarter says nothing about an earlier one: that is stated by its places. */
const statedEarlier = (measured: Measurement): Pick<Measurement, 'inputs' | 'formula'> =>
  measured.value === undefined ? measured : (measured.bySources?.() ?? measured);

const written = input(0);
/** (value − target) ÷ |target| */
const relative = quotient(minus(0, 1), absolute(1));
const difference = minus(0, 1);

const rowFigures = (scope: Scope, method: string, row: ScorecardRow): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { kpi, target, deviation, priorQuarter, priorYear } = row;
  const { precision, polarity } = kpiDefinitions[kpi];
  const unit = unitOf(scope, kpi);
  const source = scope.workspace.program.kpis?.source;
  const targetInputs =
    target === undefined ? (source === undefined ? [] : [at(source, 'kpis')]) : [target.source];
  const earlier = (name: string, measured: ScorecardRow['priorQuarter']): Figure => {
    const { formula } = statedEarlier(measured);
    return make(
      `kpi.${kpi}.${name}`,
      measured.value ?? measured.unavailable,
      unit,
      precision,
      () => statedEarlier(measured).inputs,
      {
        ...descriptionOf(scope, measured),
        ...(measured.value === undefined || formula === undefined ? {} : { formula }),
        polarity,
      },
    );
  };
  return [
    make(`kpi.${kpi}.target`, target?.value ?? { code: 'no-target' }, unit, precision, targetInputs, {
      ...(target === undefined ? {} : { formula: written }),
    }),
    make(
      `kpi.${kpi}.deviation`,
      deviation ?? row.measured.unavailable ?? { code: target?.value === 0 ? 'target-zero' : 'no-target' },
      deviationUnitOf(kpi) ?? 'share',
      1,
      [valueFigureId(kpi), `kpi.${kpi}.target`],
      { formula: deviationUnitOf(kpi) === undefined ? relative : difference },
    ),
    make(
      `kpi.${kpi}.change`,
      changeSince(priorQuarter.value, row.measured.value) ??
        row.measured.unavailable ??
        priorQuarter.unavailable,
      changeUnit(unit) ?? unit,
      precision,
      [valueFigureId(kpi), `kpi.${kpi}.prior-quarter`],
      { formula: difference, polarity },
    ),
    earlier('prior-quarter', priorQuarter),
    earlier('prior-year', priorYear),
  ];
};
