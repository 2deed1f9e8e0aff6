import { previous, yearBefore } from '../../model/period.ts';
import type { Series } from '../../model/series.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { kpiDefinitions } from './definitions.ts';
import { indicatorFigureId, portfolioIndicators } from './figures.ts';
import { courseOf } from './indicator-course.ts';
import type { Indicator } from './indicators.ts';
import { isSmall, type Measurement } from './measurement.ts';
import { scaled, scaleOf, shownAs } from './scale.ts';

const { orMissing } = column;

/** `kpi.indicators`: what stands behind and beside the KPIs, this quarter, the last and that of a year ago. */
export const indicatorSeries = (scope: Scope): Series => {
  const rows = [...scope.of(portfolioIndicators)];
  const inputs = rows.map(([indicator]) => indicatorFigureId(indicator));
  return {
    id: 'kpi.indicators',
    columns: [
      column.count('kpiNumber'),
      column.term('kpi', 'kpi'),
      column.term('indicator', 'kpi-indicator'),
      column.shows(column.measure('value', 'index', 1), '{figure}'),
      ...['low', 'high', 'priorQuarter', 'priorYear'].map(name => column.measure(name, 'index', 1)),
      column.measure('yearChange', 'index', 1, true),
      column.term('course', 'indicator-course'),
      column.count('n'),
      column.count('of'),
      column.flag('smallSample'),
      column.term('polarity', 'polarity'),
      column.text('figure'),
    ],
    rows: rows.map(([indicator, measured]) => rowOf(scope, indicator, measured)),
    inputs,
    rowInputs: inputs.map(id => [id]),
  };
};

const rowOf = (scope: Scope, indicator: Indicator, measured: Measurement) => {
  const scale = scaleOf(scope, indicator, measured.value);
  const earlier = (period: string) =>
    scaled(scope.at(period).of(portfolioIndicators).get(indicator)?.value, scale);
  const [value, then] = [scaled(measured.value, scale), earlier(yearBefore(scope.period))];
  return {
    kpiNumber: kpiDefinitions[indicator.kpi].number,
    kpi: indicator.kpi,
    indicator: `${indicator.kpi}.${indicator.name}`,
    value,
    low: scaled(measured.interval?.low, scale),
    high: scaled(measured.interval?.high, scale),
    priorQuarter: earlier(previous(scope.period)),
    priorYear: then,
    yearChange: value === null || then === null ? null : value - then,
    course: orMissing(courseOf(scope, indicator)),
    n: orMissing(measured.coverage?.n),
    of: orMissing(measured.coverage?.of),
    smallSample: isSmall(scope, measured) ?? false,
    polarity: orMissing(indicator.polarity),
    figure: shownAs(indicatorFigureId(indicator), scale),
    unit: scale.unit,
    precision: scale.precision,
  };
};
