import type { FigureInput, Interval } from '../../model/figure.ts';
import type { KpiId } from '../../model/kpi.ts';
import { previous, yearBefore } from '../../model/period.ts';
import type { Column, Row } from '../../model/series.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { kpiDefinitions } from './definitions.ts';
import { portfolioKpis } from './figures.ts';
import { trendOfSubject } from './level-trends.ts';
import { isSmall, type Measurement } from './measurement.ts';
import { changeSince, changeUnit } from './quarter-change.ts';
import { type Scale, scaled, scaleOf, shownAs } from './scale.ts';
import { targetOf } from './scorecard.ts';
import type { Subject } from './subjects.ts';

const { orMissing } = column;

export interface Measured {
  readonly kpi: KpiId;
  /** In the unit of the KPI, not scaled. */
  readonly exact: number | undefined;
  readonly interval: Interval | undefined;
  readonly figure: string;
  readonly scale: Scale;
  readonly row: Row & { readonly kpi: KpiId };
}

/** One row for each KPI that has a value for the subject, key accounts also where it is missing. */
export const measuredOf = (
  scope: Scope,
  { prefix, customers, key }: Subject,
  kpis: readonly KpiId[],
): Measured[] =>
  kpis.flatMap(kpi => {
    const measured = kpiDefinitions[kpi].measure(scope, customers);
    if (measured.value === undefined && !key) return [];
    const scale = scaleOf(scope, kpiDefinitions[kpi], measured.value);
    const figure = `${prefix}.kpi.${kpi}`;
    const row = {
      kpi,
      kpiUnit: kpi,
      value: scaled(measured.value, scale),
      ...intervalCells(measured, scale),
      n: orMissing(measured.coverage?.n),
      of: orMissing(measured.coverage?.of),
      // The smallest samples have no interval, and need the mark most.
      smallSample: isSmall(scope, measured) ?? false,
      polarity: kpiDefinitions[kpi].polarity,
      figure: shownAs(figure, scale),
      unit: scale.unit,
      precision: scale.precision,
    };
    return [{ kpi, exact: measured.value, interval: measured.interval, figure, scale, row }];
  });

/** The ends of the interval of a measurement, in the scale of its row. */
export const intervalCells = (
  { interval }: Measurement,
  scale: Scale,
): { readonly low: number | null; readonly high: number | null } => ({
  low: scaled(interval?.low, scale),
  high: scaled(interval?.high, scale),
});

export const measuredColumns: readonly Column[] = [
  column.term('kpi', 'kpi'),
  column.term('kpiUnit', 'kpi-unit'),
  column.shows(column.measure('value', 'index', 1), '{figure}'),
  column.measure('low', 'index', 1),
  column.measure('high', 'index', 1),
  column.count('n'),
  column.count('of'),
  column.flag('smallSample'),
  column.term('polarity', 'polarity'),
  column.text('figure'),
];

/** What a KPI of a subject is held against: the last quarter, a year ago, its own course, and the portfolio with its target. */
export const comparedColumns: readonly Column[] = [
  column.measure('priorQuarter', 'index', 1),
  column.measure('kpiChange', 'index', 1, true),
  column.measure('priorYear', 'index', 1),
  column.term('kpiTrend', 'kpi-trend'),
  column.measure('portfolioValue', 'index', 1),
  column.measure('portfolioTarget', 'index', 1),
];

/** Earlier values are those of the customers that the subject has today. */
export const comparedCells = (scope: Scope, subject: Subject, { kpi, exact, scale }: Measured): Row => {
  const { measure } = kpiDefinitions[kpi];
  const { value: before } = measure(scope.at(previous(scope.period)), subject.customers);
  const { value: yearAgo } = measure(scope.at(yearBefore(scope.period)), subject.customers);
  return {
    priorQuarter: scaled(before, scale),
    kpiChange: scaled(changeSince(before, exact), scale),
    kpiChangeUnit: changeUnit(scale.unit),
    priorYear: scaled(yearAgo, scale),
    kpiTrend: orMissing(trendOfSubject(scope, subject, kpi)),
    portfolioValue: scaled(scope.of(portfolioKpis).get(kpi)?.value, scale),
    portfolioTarget: scaled(targetOf(scope, kpi)?.value, scale),
  };
};

/** What such a row was made from. */
export const comparedInputs = (scope: Scope, { kpi, figure }: Measured): readonly FigureInput[] => {
  const target = targetOf(scope, kpi);
  return [figure, `kpi.${kpi}.value`, ...(target === undefined ? [] : [target.source])];
};
