import type { Figure, Unavailable } from '../../model/figure.ts';
import type { Finding } from '../../model/finding.ts';
import { minus, quotient, sumOfAbsolutes } from '../../model/formula.ts';
import type { Series } from '../../model/series.ts';
import { byAccount } from '../by-account.ts';
import { sumBetween, totalFrom } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { methodOf } from '../method.ts';
import { ratio } from '../money.ts';
import { currentForecast, type ForecastRow, forecastTrail } from '../movements/forecast.ts';
import * as column from '../portfolio/columns.ts';
import { account, count, figure, finding } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { seriesOnDemand } from '../series-on-demand.ts';

const id = 'forecast';

/** How the forecasts made for the quarter came out. */
export const forecast = methodOf(
  {
    id,
    section: '5',
    literature: [
      'Kolassa, S., Schütz, W. (2007). Advantages of the MAD/MEAN ratio over the MAPE. Foresight 6.',
    ],
    settings: ['workspace.rates'],
    finds: { everyone: ['movements'] },
  },
  {
    figures: scope => portfolioFigures(scope),
    series: scope => [
      seriesOnDemand(scope, 'portfolio.forecast', () => accountSeries(scope)),
      quarterSeries(scope),
    ],
    findings: scope => findings(scope),
    ofAccount: {
      figures: (scope, _, account) => rowsOf(scope, account).flatMap(row => figuresOfRow(scope, row)),
    },
  },
);

const none: Unavailable = { code: 'no-forecast' };
const errorId = (customer: string): string => `account.${customer}.forecast.error`;

const portfolioFigures = (scope: Scope): Figure[] => {
  const make = figuresOf(id, scope.period);
  const { rows, customers, bias, error } = scope.of(currentForecast);
  const coverage = { n: rows.length, of: customers };
  const errors = rows.map(({ customer }) => errorId(customer.id));
  const n = errors.length;
  const expected = totalFrom(
    rows.flatMap(row => row.expected),
    n,
  );
  const sold = totalFrom(
    rows.flatMap(row => row.sold),
    n,
  );
  return [
    make('portfolio.forecast.bias', bias ?? none, 'share', 1, () => [...errors, ...expected.inputs], {
      coverage,
      formula: quotient(sumBetween(0, n), expected.formula),
    }),
    make('portfolio.forecast.error', error ?? none, 'share', 1, () => [...errors, ...sold.inputs], {
      coverage,
      polarity: 'lower',
      formula: quotient(sumOfAbsolutes(0, n), sold.formula),
    }),
  ];
};

const rowsOf = byAccount(
  scope => scope.of(currentForecast).rows,
  ({ customer }) => customer.id,
);

const figuresOfRow = (scope: Scope, row: ForecastRow): Figure[] => {
  const make = figuresOf(id, scope.period);
  const { customer, error, forecast: expected } = row;
  const sold = totalFrom(row.sold);
  const less = totalFrom(row.expected, sold.inputs.length);
  const divisor = totalFrom(row.expected, 1);
  return [
    make(
      errorId(customer.id),
      error.toNumber(),
      column.moneyUnit(scope),
      0,
      [...sold.inputs, ...less.inputs],
      { coverage: row.coverage, formula: minus(sold.formula, less.formula) },
    ),
    make(
      `account.${customer.id}.forecast.error-ratio`,
      ratio(error, expected) ?? { code: 'forecast-not-positive' },
      'share',
      1,
      [errorId(customer.id), ...divisor.inputs],
      { coverage: row.coverage, formula: quotient(0, divisor.formula) },
    ),
  ];
};

const accountSeries = (scope: Scope): Series => {
  const { rows } = scope.of(currentForecast);
  return {
    id: 'portfolio.forecast',
    columns: [
      column.account,
      column.amount(scope, 'forecast'),
      column.amount(scope, 'actual'),
      column.shows(column.amount(scope, 'forecastError', true), 'account.{account}.forecast.error'),
      column.shows(
        column.measure('forecastErrorRatio', 'share', 1, true),
        'account.{account}.forecast.error-ratio',
      ),
    ],
    rows: rows.map(row => ({
      account: row.customer.id,
      forecast: row.forecast.toNumber(),
      actual: row.actual.toNumber(),
      forecastError: row.error.toNumber(),
      forecastErrorRatio: column.orMissing(ratio(row.error, row.forecast)),
    })),
    get inputs() {
      return rows.flatMap(row => row.inputs);
    },
    get rowInputs() {
      return rows.map(row => row.inputs);
    },
  };
};

const quarterSeries = (scope: Scope): Series => {
  const trail = scope.of(forecastTrail);
  return {
    id: 'portfolio.forecast.quarters',
    columns: [
      column.period,
      column.count('forecasts'),
      column.measure('bias', 'share', 1, true),
      column.share('absoluteError'),
    ],
    rows: trail.map(({ period, forecasts, bias, error }) => ({
      period,
      forecasts,
      bias: column.orMissing(bias),
      absoluteError: column.orMissing(error),
    })),
    get inputs() {
      return trail.flatMap(({ inputs }) => inputs);
    },
    get rowInputs() {
      return trail.map(({ inputs }) => inputs);
    },
  };
};

const findings = (scope: Scope): readonly Finding[] => {
  const { rows, bias, error } = scope.of(currentForecast);
  const [worst] = rows;
  if (worst === undefined || bias === undefined || error === undefined) return [];
  return [
    finding(
      'movements.forecast',
      'notable',
      30,
      ['portfolio.forecast.bias', 'portfolio.forecast.error', errorId(worst.customer.id)],
      {
        bias: { kind: 'number', value: Math.abs(bias), unit: 'share', precision: 1 },
        side: { kind: 'text', text: bias > 0 ? 'above' : bias < 0 ? 'below' : 'on' },
        error: figure('portfolio.forecast.error'),
        forecasts: count(rows.length),
        worst: account(worst.customer.id),
        miss: figure(errorId(worst.customer.id)),
      },
    ),
  ];
};
