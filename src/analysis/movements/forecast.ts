import type { Coverage } from '../../model/figure.ts';
import type { PeriodId } from '../../model/period.ts';
import type { SourceRef } from '../../model/source.ts';
import { type Amount, type AmountField, amountOf, isAmountRecorded } from '../amounts.ts';
import { type Customer, customers } from '../customers.ts';
import { type Money, ratio, sum, zero } from '../money.ts';
import { isRecorded } from '../portfolio/record.ts';
import { totalOf } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';
import { trailOf } from '../spans.ts';

/** Revenue of a quarter held against the forecast that was made for it. */
export class ForecastRow {
  readonly customer: Customer;
  readonly actual: Money;
  readonly forecast: Money;
  /** actual − forecast */
  readonly error: Money;
  /** By account, the revenue and the forecast that both were recorded. */
  readonly sold: readonly Amount[];
  readonly expected: readonly Amount[];
  /** Accounts of the customer with both, of those that sold. */
  readonly coverage: Coverage;

  constructor(customer: Customer, sold: readonly Amount[], expected: readonly Amount[], coverage: Coverage) {
    this.customer = customer;
    this.coverage = coverage;
    this.sold = sold;
    this.expected = expected;
    this.actual = totalOf(sold) ?? zero;
    this.forecast = totalOf(expected) ?? zero;
    this.error = this.actual.minus(this.forecast);
  }

  get inputs(): readonly SourceRef[] {
    return this.sold.flatMap(({ inputs }, index) => [...inputs, ...(this.expected[index]?.inputs ?? [])]);
  }
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

const rowsOf = (scope: Scope, period: PeriodId): readonly ForecastRow[] =>
  scope
    .of(customers)
    .flatMap(customer => rowOf(scope, customer, period))
    .map(row => ({ row, size: row.error.abs() }))
    .sort((a, b) => b.size.comparedTo(a.size))
    .map(({ row }) => row);

/** How the forecasts for a quarter came out, over the customers for which one was made. */
export const forecastAccuracy = (scope: Scope, period: PeriodId): ForecastAccuracy => {
  const rows = rowsOf(scope, period);
  const actual = sum(rows.map(row => row.actual));
  const forecast = sum(rows.map(row => row.forecast));
  const bias = ratio(actual.minus(forecast), forecast);
  const error = ratio(sum(rows.map(row => row.error.abs())), actual);
  return {
    period,
    rows,
    customers: scope
      .of(customers)
      .filter(({ members }) => members.some(member => isRecorded(scope, member, period))).length,
    ...(bias === undefined ? {} : { bias }),
    ...(error === undefined ? {} : { error }),
  };
};

/** Only what was both forecast and sold: a plant of a group without a forecast would pass for an error. */
const rowOf = (scope: Scope, customer: Customer, period: PeriodId): readonly ForecastRow[] => {
  const selling = customer.members.filter(member => isRecorded(scope, member, period));
  const members = selling.filter(member => isAmountRecorded(scope, member, 'forecast', period));
  const each = (field: AmountField): readonly Amount[] =>
    members.map(member => amountOf(scope, [member], field, [period]));
  return members.length === 0
    ? []
    : [
        new ForecastRow(customer, each('revenue'), each('forecast'), {
          n: members.length,
          of: selling.length,
        }),
      ];
};

/** The period's forecasts. */
export const currentForecast = (scope: Scope): ForecastAccuracy => forecastAccuracy(scope, scope.period);

/** How the forecasts for one quarter of the last years came out in all. */
export interface ForecastQuarter extends Pick<ForecastAccuracy, 'period' | 'bias' | 'error'> {
  /** Customers with a forecast. */
  readonly forecasts: number;
  /** What was forecast and sold, by size of the error; made anew whenever somebody asks, for it would fill the memory. */
  readonly inputs: readonly SourceRef[];
}

/** The last eight quarters for which something was forecast and sold. */
export const forecastTrail = (scope: Scope): readonly ForecastQuarter[] =>
  trailOf(scope.period)
    .map(period => quarterOf(scope, period))
    .filter(({ forecasts }) => forecasts > 0);

const quarterOf = (scope: Scope, period: PeriodId): ForecastQuarter => {
  const { rows, bias, error } = forecastAccuracy(scope, period);
  return {
    period,
    forecasts: rows.length,
    ...(bias === undefined ? {} : { bias }),
    ...(error === undefined ? {} : { error }),
    get inputs() {
      return rowsOf(scope, period).flatMap(({ inputs }) => inputs);
    },
  };
};
