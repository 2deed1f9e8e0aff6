import type { Figure, FigureInput } from '../../model/figure.ts';
import { previous, yearBefore } from '../../model/period.ts';
import type { Row, Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import { figuresOf } from '../make.ts';
import { setting } from '../portfolio/assumptions.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { quartersShown, trailOf } from '../spans.ts';
import { isScore, kpiDefinitions } from './definitions.ts';
import { portfolioKpis, valueFigureId } from './figures.ts';
import { intervalCells } from './measured-rows.ts';
import { isSmall } from './measurement.ts';
import { changeSince, changeUnit } from './quarter-change.ts';
import { scaled, scaleOf } from './scale.ts';
import { type ScorecardRow, scorecard, settingOf } from './scorecard.ts';
import { kpiSettingsOf } from './settings.ts';
import { comparedWith, type Trend, trendOf } from './trend.ts';

const { orMissing } = column;

type Placed = ScorecardRow['history'][number] & { readonly at: number };

/** The quarters with a value, oldest first, each with its place in the trail. */
const placedHistory = (scope: Scope, { history }: ScorecardRow): readonly Placed[] => {
  const places = new Map(trailOf(scope.period).map((period, index) => [period, index]));
  return history.map(one => ({ ...one, at: places.get(one.period) ?? 0 }));
};

const now = quartersShown - 1;

const trendOfRow = (scope: Scope, row: ScorecardRow): Trend | undefined =>
  trendOf(row.kpi, placedHistory(scope, row), now, kpiSettingsOf(scope).trend);

/** The quarters with a value over which the course is measured. */
const trendHistory = (scope: Scope, row: ScorecardRow): readonly Placed[] =>
  placedHistory(scope, row).slice(-kpiSettingsOf(scope).trend.quarters);

/** The course of each KPI of the scorecard. */
export const trendFigures = (scope: Scope, method: string): Figure[] => {
  const { trend } = kpiSettingsOf(scope);
  return scope.of(scorecard).map(row =>
    figuresOf(method, scope.period)(
      `kpi.${row.kpi}.trend`,
      trendOfRow(scope, row) ?? row.measured.unavailable ?? { code: 'too-few-quarters' },
      'term',
      0,
      () => trendInputs(scope, row),
      {
        assumptions: ['quarters', 'band'].map(name => setting(scope, 'kpis', 'trend', name)),
        coverage: { n: trendHistory(scope, row).length, of: trend.quarters },
        vocabulary: 'kpi-trend',
      },
    ),
  );
};

// This quarter, the last and that of a year ago have figures; the others are followed to the data themselves.
const trendInputs = (scope: Scope, row: ScorecardRow): FigureInput[] => {
  const named = new Map([
    [scope.period, valueFigureId(row.kpi)],
    [previous(scope.period), `kpi.${row.kpi}.prior-quarter`],
    [yearBefore(scope.period), `kpi.${row.kpi}.prior-year`],
  ]);
  const history = placedHistory(scope, row);
  const looked = new Set([...trendHistory(scope, row), ...comparedWith(history, now)].map(({ at }) => at));
  return history
    .filter(({ at }) => looked.has(at))
    .flatMap(({ period }): readonly FigureInput[] => {
      const id = named.get(period);
      return id === undefined ? (scope.at(period).of(portfolioKpis).get(row.kpi)?.inputs ?? []) : [id];
    });
};

/** `kpi.definitions`: what each KPI is, who answers for it, and where it stands. */
export const definitionSeries = (scope: Scope): Series => {
  const rows = scope.of(scorecard);
  return {
    id: 'kpi.definitions',
    columns: [
      column.text('number'),
      column.term('kpi', 'kpi'),
      column.term('definition', 'kpi-definition'),
      column.term('calculation', 'kpi-calculation'),
      column.term('kpiUnit', 'kpi-unit'),
      column.term('status', 'status'),
      column.term('polarity', 'polarity'),
      column.term('lead', 'kpi-lead'),
      { id: 'owner', kind: 'person' },
      ...['value', 'low', 'high', 'target', 'nearLimit', 'priorQuarter', 'priorYear'].map(name =>
        column.measure(name, 'index', 1),
      ),
      column.measure('kpiChange', 'index', 1, true),
      column.shows(column.term('kpiTrend', 'kpi-trend'), 'kpi.{kpi}.trend'),
      column.term('measuredEvery', 'kpi-cadence'),
      column.amount(scope, 'costToMeasure'),
      column.count('n'),
      column.count('of'),
      column.flag('smallSample'),
      column.text('note'),
    ],
    rows: rows.map(row => rowOf(scope, row)),
    inputs: rows.map(({ kpi }) => valueFigureId(kpi)),
    rowInputs: rows.map(row => [
      valueFigureId(row.kpi),
      `kpi.${row.kpi}.change`,
      ...settingInputs(scope, row),
    ]),
  };
};

const settingInputs = (scope: Scope, { kpi }: ScorecardRow): FigureInput[] => {
  const { kpis } = scope.workspace.program;
  const index = kpis?.kpis.findIndex(setting => setting.kpi === kpi) ?? -1;
  return kpis === undefined || index < 0 ? [] : [at(kpis.source, 'kpis', index)];
};

const rowOf = (scope: Scope, row: ScorecardRow): Row => {
  const { kpi, measured, target, priorQuarter, priorYear } = row;
  const setting = settingOf(scope, kpi);
  const scale = scaleOf(scope, kpiDefinitions[kpi], measured.value);
  return {
    number: row.number,
    kpi,
    definition: kpi,
    calculation: kpi,
    kpiUnit: kpi,
    status: row.status,
    polarity: kpiDefinitions[kpi].polarity,
    lead: orMissing(setting?.lead),
    owner: orMissing(setting?.owner),
    value: scaled(measured.value, scale),
    ...intervalCells(measured, scale),
    target: scaled(target?.value, scale),
    nearLimit: scaled(nearLimit(row, setting?.tolerance), scale),
    priorQuarter: scaled(priorQuarter.value, scale),
    kpiChange: scaled(changeSince(priorQuarter.value, measured.value), scale),
    kpiChangeUnit: changeUnit(scale.unit),
    priorYear: scaled(priorYear.value, scale),
    kpiTrend: orMissing(trendOfRow(scope, row)),
    measuredEvery: orMissing(setting?.cadence),
    costToMeasure: orMissing(setting?.costToMeasure),
    n: orMissing(measured.coverage?.n),
    of: orMissing(measured.coverage?.of),
    smallSample: isSmall(scope, measured) ?? false,
    note: setting?.note ?? null,
    unit: scale.unit,
    precision: scale.precision,
  };
};

/** The last value on the wrong side of the target that still counts as near. */
const nearLimit = ({ kpi, target }: ScorecardRow, tolerance: number | undefined): number | undefined => {
  if (target === undefined || tolerance === undefined) return undefined;
  const room = tolerance * (isScore(kpi) ? 100 : Math.abs(target.value));
  return kpiDefinitions[kpi].polarity === 'higher' ? target.value - room : target.value + room;
};
