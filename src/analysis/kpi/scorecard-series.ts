import type { KpiId } from '../../model/kpi.ts';
import { type PeriodId, previous, yearBefore } from '../../model/period.ts';
import type { Series } from '../../model/series.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { deviationUnitOf, kpiDefinitions } from './definitions.ts';
import { valueFigureId } from './figures.ts';
import { intervalCells } from './measured-rows.ts';
import { isSmall } from './measurement.ts';
import { changeSince, changeUnit } from './quarter-change.ts';
import { scaled, scaleOf } from './scale.ts';
import { scorecard } from './scorecard.ts';

const { orMissing } = column;
/** The figure of a quarter; of those between, which this analysis does not keep, the one that is measured the same way now. */
const figureIn = (scope: Scope, kpi: KpiId, period: PeriodId): string => {
  if (period === previous(scope.period)) return `kpi.${kpi}.prior-quarter`;
  return period === yearBefore(scope.period) ? `kpi.${kpi}.prior-year` : valueFigureId(kpi);
};

/** The scorecard, and the history of each of its measures. */
export const scorecardSeries = (scope: Scope): Series[] => {
  const rows = scope.of(scorecard).map(row => ({
    row,
    scale: scaleOf(scope, kpiDefinitions[row.kpi], row.measured.value),
  }));
  const inputs = rows.map(({ row }) => valueFigureId(row.kpi));
  return [
    {
      id: 'kpi.scorecard',
      columns: [
        column.text('number'),
        column.term('kpi', 'kpi'),
        column.term('kpiUnit', 'kpi-unit'),
        ...['value', 'low', 'high', 'target'].map(name => column.measure(name, 'index', 1)),
        column.shows(column.measure('deviation', 'share', 1, true), 'kpi.{kpi}.deviation'),
        column.text('deviationUnit'),
        column.measure('deviationLimit', 'share', 1, true),
        column.term('status', 'status'),
        ...['priorQuarter', 'priorYear'].map(name => column.measure(name, 'index', 1)),
        column.measure('kpiChange', 'index', 1, true),
        column.count('n'),
        column.count('of'),
        column.flag('smallSample'),
        column.term('polarity', 'polarity'),
        column.text('unit'),
        column.count('precision'),
      ],
      rows: rows.map(({ row, scale }) => ({
        number: row.number,
        kpi: row.kpi,
        kpiUnit: row.kpi,
        value: scaled(row.measured.value, scale),
        ...intervalCells(row.measured, scale),
        target: scaled(row.target?.value, scale),
        deviation: orMissing(row.deviation),
        deviationUnit: orMissing(deviationUnitOf(row.kpi)),
        deviationLimit: orMissing(row.limit),
        status: row.status,
        priorQuarter: scaled(row.priorQuarter.value, scale),
        priorYear: scaled(row.priorYear.value, scale),
        kpiChange: scaled(changeSince(row.priorQuarter.value, row.measured.value), scale),
        kpiChangeUnit: changeUnit(scale.unit),
        n: orMissing(row.measured.coverage?.n),
        of: orMissing(row.measured.coverage?.of),
        smallSample: isSmall(scope, row.measured) ?? false,
        polarity: kpiDefinitions[row.kpi].polarity,
        unit: scale.unit,
        precision: scale.precision,
      })),
      inputs,
      rowInputs: rows.map(({ row: { kpi } }) => [valueFigureId(kpi), `kpi.${kpi}.change`]),
    },
    {
      id: 'kpi.history',
      columns: [
        column.term('kpi', 'kpi'),
        column.period,
        column.measure('value', 'index', 1),
        column.text('unit'),
        column.count('precision'),
      ],
      rows: rows.flatMap(({ row, scale }) =>
        row.history.map(({ period, value }) => ({
          kpi: row.kpi,
          period,
          value: scaled(value, scale),
          unit: scale.unit,
          precision: scale.precision,
        })),
      ),
      inputs,
      rowInputs: rows.flatMap(({ row }) =>
        row.history.map(({ period }) => [figureIn(scope, row.kpi, period)]),
      ),
    },
  ];
};
