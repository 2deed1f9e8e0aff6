import type { PeriodId } from '../../model/period.ts';
import type { SourceRef } from '../../model/source.ts';
import { type Amount, amountOf, customerAmount } from '../amounts.ts';
import { type Customer, customers } from '../customers.ts';
import { type Money, ratio, sum } from '../money.ts';
import type { Scope } from '../scope.ts';
import { trailOf } from '../spans.ts';

/** Revenue of a quarter held against the forecast that was made for it. */
export interface ForecastRow {
  readonly customer: Customer;
  readonly actual: Money;
  readonly forecast: Money;
  /** actual − forecast */
  readonly error: Money;
  /** The revenue, and the forecasts, that both were made for. */
  readonly sold: readonly Amount[];
  readonly expected: readonly Amount[];
  readonly inputs: readonly SourceRef[];
}

export interface ForecastAccuracy {
  readonly period: PeriodId;
  /** Customers with both, by size of the error, largest first. */
  readonly rows: readonly ForecastRow[];
  /** Customers with revenue, forecast or not. */
  readonly customers: number;
  /** Σ actual ÷ Σ forecast − 1: whether forecasts lean high or low; undefined where nothing was forecast. */
  readonly bias?: number;
  /** Weighted absolute percentage error, Σ|actual − forecast| ÷ Σ actual (Kolassa & Schütz 2007, Foresight 6). */
  readonly error?: number;
}

/** How the forecasts for a quarter came out, over the customers for which one was made. */
export const forecastAccuracy = (scope: Scope, period: PeriodId): ForecastAccuracy => {
  const rows = scope
    .of(customers)
    .flatMap(customer => rowOf(scope, customer, period))
    .sort((a, b) => b.error.abs().comparedTo(a.error.abs()));
  const actual = sum(rows.map(row => row.actual));
  const forecast = sum(rows.map(row => row.forecast));
  const bias = ratio(actual.minus(forecast), forecast);
  const error = ratio(sum(rows.map(row => row.error.abs())), actual);
  return {
    period,
    rows,
    customers: scope
      .of(customers)
      .filter(customer => customerAmount(scope, customer, 'revenue', [period]).found > 0).length,
    ...(bias === undefined ? {} : { bias }),
    ...(error === undefined ? {} : { error }),
  };
};

/** Only what was both forecast and sold: a plant of a group without a forecast would pass for an error. */
const rowOf = (scope: Scope, customer: Customer, period: PeriodId): readonly ForecastRow[] => {
  const sides = customer.members.flatMap(member => {
    const actual = amountOf(scope, [member], 'revenue', [period]);
    const forecast = amountOf(scope, [member], 'forecast', [period]);
    return actual.total === undefined || forecast.total === undefined
      ? []
      : [{ actual, forecast, inputs: [...actual.inputs, ...forecast.inputs] }];
  });
  if (sides.length === 0) return [];
  const sold = sides.map(side => side.actual);
  const expected = sides.map(side => side.forecast);
  const actual = sum(sold.flatMap(({ total }) => total ?? []));
  const forecast = sum(expected.flatMap(({ total }) => total ?? []));
  const inputs = sides.flatMap(side => side.inputs);
  return [{ customer, actual, forecast, error: actual.minus(forecast), sold, expected, inputs }];
};

/** The period's forecasts. */
export const currentForecast = (scope: Scope): ForecastAccuracy => forecastAccuracy(scope, scope.period);

/** The last eight quarters for which something was forecast and sold. */
export const forecastTrail = (scope: Scope): readonly ForecastAccuracy[] =>
  trailOf(scope.period)
    .map(period => forecastAccuracy(scope, period))
    .filter(({ rows }) => rows.length > 0);
