import type { FigureInput } from '../../model/figure.ts';
import { type Formula, minus, quotient, sumOf } from '../../model/formula.ts';
import { daysBetween, daysInYear, type PeriodId, trailingYear } from '../../model/period.ts';
import type { derivedMeasures } from '../../model/scoring.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { type AmountField, amountOf, customerAmount } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { totalFrom } from '../formulas.ts';
import { type Inputs, withInputs } from '../inputs.ts';
import { ratio, sum } from '../money.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { isComparable, recordedPriorSpan } from './record.ts';
import { growthOf } from './revenue.ts';
import { lastDay } from './standing.ts';

export type MeasureName = (typeof derivedMeasures)[number];

/** A measure of one customer and where it comes from; no value where it is not recorded, no formula where it is a date. */
export interface Measured {
  readonly value?: number;
  readonly inputs: readonly FigureInput[];
  readonly formula?: Formula;
}

/**
 * The quarters over which amounts are summed when they are held against cut-offs or against the last quarter. A
 * year to date grows all year long, and accounts would climb every quarter and fall in the first one: the trailing
 * year stands in for it.
 */
export const levelSpan = (scope: Scope): readonly PeriodId[] =>
  scope.workspace.settings.basis === 'year-to-date' ? trailingYear(scope.period) : currentSpan(scope);

/** A measure by name: amounts in reporting currency, ratios and growth as 0–1 shares, tenure in years. */
export const measureOf = (scope: Scope, customer: Customer, name: MeasureName): Measured =>
  measures[name](scope, customer);

const measures: Readonly<Record<MeasureName, (scope: Scope, customer: Customer) => Measured>> = {
  revenue: (scope, customer) => level(scope, customer, 'revenue'),
  margin: (scope, customer) => level(scope, customer, 'margin'),
  'cost-to-serve': (scope, customer) => level(scope, customer, 'costToServe'),
  'margin-ratio': (scope, customer) => ofRevenue(scope, customer, 'margin'),
  'cost-to-serve-ratio': (scope, customer) => ofRevenue(scope, customer, 'costToServe'),
  growth: (scope, customer) => growth(scope, customer),
  orders: (scope, customer) => orders(scope, customer),
  tenure: (scope, customer) => tenure(scope, customer),
};

const measured = (value: number | undefined, inputs: Inputs, formula?: Formula): Measured =>
  withInputs(inputs, value === undefined ? {} : { value, ...(formula === undefined ? {} : { formula }) });

const level = (scope: Scope, customer: Customer, field: AmountField): Measured => {
  const amount = customerAmount(scope, customer, field, levelSpan(scope));
  return measured(amount.total?.toNumber(), () => amount.inputs, amount.formula);
};

/** Part of revenue, over the quarters that record both. */
const ofRevenue = (scope: Scope, customer: Customer, field: 'margin' | 'costToServe'): Measured => {
  const parts = customer.members.flatMap(member =>
    levelSpan(scope).flatMap(period => bothOf(scope, member, period, field)),
  );
  const amount = totalFrom(parts.map(part => part.amount));
  const revenue = totalFrom(
    parts.map(part => part.revenue),
    amount.places,
  );
  const totalOf = (of: 'amount' | 'revenue') => sum(parts.flatMap(part => part[of].total ?? []));
  return measured(
    ratio(totalOf('amount'), totalOf('revenue')),
    () => [...amount.inputs, ...revenue.inputs],
    quotient(amount.formula, revenue.formula),
  );
};

const bothOf = (scope: Scope, member: Account, period: PeriodId, field: AmountField) => {
  const revenue = amountOf(scope, [member], 'revenue', [period]);
  const amount = amountOf(scope, [member], field, [period]);
  if (revenue.total === undefined || amount.total === undefined) return [];
  return [{ revenue, amount }];
};

const growth = (scope: Scope, customer: Customer): Measured => {
  const current = customerAmount(scope, customer, 'revenue', currentSpan(scope));
  const prior = customerAmount(scope, customer, 'revenue', recordedPriorSpan(scope));
  const comparable = isComparable(scope, customer, currentSpan(scope));
  const now = totalFrom([current]);
  const before = totalFrom([prior], now.places);
  return measured(
    comparable ? growthOf(current.total, prior.total) : undefined,
    () => [...current.inputs, ...prior.inputs],
    quotient(minus(now.formula, before.formula), before.formula),
  );
};

const orders = (scope: Scope, customer: Customer): Measured => {
  const recorded = customer.members.flatMap(member =>
    levelSpan(scope).flatMap(period => {
      const value = member.history[period]?.orders;
      return value === undefined ? [] : [{ value, member, period }];
    }),
  );
  return measured(
    recorded.length === 0 ? undefined : recorded.reduce((total, { value }) => total + value, 0),
    () => recorded.map(({ member, period }) => at(member.source, 'history', period, 'orders')),
    sumOf(),
  );
};

const tenure = (scope: Scope, { account }: Customer): Measured => {
  if (account.since === undefined) return { inputs: [] };
  const days = daysBetween(account.since, lastDay(scope));
  return measured(days < 0 ? undefined : days / daysInYear, [at(account.source, 'since')]);
};
