import type { Unit } from '../../model/figure.ts';
import type { Series } from '../../model/series.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { kpiDefinitions, unitOf } from './definitions.ts';
import { valueFigureId } from './figures.ts';
import { isSmall } from './measurement.ts';
import { type ScorecardRow, scorecard } from './scorecard.ts';

const { orMissing } = column;
const million = 1e6;

interface Scale {
  readonly unit: Unit;
  readonly precision: number;
  readonly by: number;
}

/** How a row prints. Money stands in millions, so that no cell holds more than four digits; its figure keeps the exact amount. */
const scaleOf = (scope: Scope, { kpi, measured }: ScorecardRow): Scale => {
  const { unit, precision } = kpiDefinitions[kpi];
  if (unit !== 'money') return { unit: unitOf(scope, kpi), precision, by: 1 };
  const size = Math.abs(measured.value ?? 0) / million;
  return { unit: 'index', precision: size >= 100 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : 3, by: million };
};

const scaled = (value: number | undefined, { by }: Scale): number | null =>
  value === undefined ? null : value / by;

/** The scorecard, and the history of each of its measures. */
export const scorecardSeries = (scope: Scope): Series[] => {
  const rows = scope.of(scorecard).map(row => ({ row, scale: scaleOf(scope, row) }));
  const inputs = rows.map(({ row }) => valueFigureId(row.kpi));
  return [
    {
      id: 'kpi.scorecard',
      columns: [
        column.text('number'),
        column.term('kpi', 'kpi'),
        column.term('kpiUnit', 'kpi-unit'),
        ...['value', 'target'].map(name => column.measure(name, 'index', 1)),
        column.measure('deviation', 'share', 1, true),
        column.term('status', 'status'),
        ...['priorQuarter', 'priorYear'].map(name => column.measure(name, 'index', 1)),
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
        target: scaled(row.target?.value, scale),
        deviation: orMissing(row.deviation),
        status: row.status,
        priorQuarter: scaled(row.priorQuarter.value, scale),
        priorYear: scaled(row.priorYear.value, scale),
        n: orMissing(row.measured.coverage?.n),
        of: orMissing(row.measured.coverage?.of),
        smallSample: isSmall(scope, row.measured) ?? false,
        polarity: kpiDefinitions[row.kpi].polarity,
        unit: scale.unit,
        precision: scale.precision,
      })),
      inputs,
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
    },
  ];
};
