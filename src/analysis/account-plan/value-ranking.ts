import type { Coverage, FigureInput } from '../../model/figure.ts';
import { constant, day, input, minus, quotient, times } from '../../model/formula.ts';
import { compareIds } from '../../model/order.ts';
import { daysBetween, daysInYear, trailingYear } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import { customerAmount } from '../amounts.ts';
import { asOf } from '../as-of.ts';
import { byAccount } from '../by-account.ts';
import { type Customer, customers } from '../customers.ts';
import { type Stated, sumBetween, totalFrom } from '../formulas.ts';
import { lifetimes } from '../lifetime/expected.ts';
import { type Money, money } from '../money.ts';
import { standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';

/** A customer by the size of its orders and by what the relation is worth. */
export interface RankedValue {
  readonly customer: Customer;
  /** Quarters recorded, of those of the year: without all of them it is not ranked. */
  readonly coverage: Coverage;
  /** Revenue per order of the last four quarters. */
  readonly orderSize: Money;
  readonly years: number;
  readonly yearsFrom: 'expected' | 'contracted';
  /** Contribution a year × years. */
  readonly value: Money;
  /** From 1, equal values share a rank. */
  readonly sizeRank: number;
  readonly valueRank: number;
}

export interface ValueRanking {
  /** By value, highest first. */
  readonly rows: readonly RankedValue[];
  /** Customers of which both are known, of the active ones. */
  readonly coverage: Coverage;
}

type Unranked = Omit<RankedValue, 'sizeRank' | 'valueRank'>;

/** Both rankings over the customers of which both sides are known: who puts one large order, and who buys for years. */
export const valueRanking = (scope: Scope): ValueRanking => {
  const active = scope.of(customers).filter(customer => standingOf(scope, customer) === 'active');
  const known = active.flatMap(customer => rankable(scope, customer));
  const sizeRanks = ranksOf(known, ({ orderSize }) => orderSize);
  const valueRanks = ranksOf(known, ({ value }) => value);
  const rows = known
    .map(one => ({
      ...one,
      sizeRank: sizeRanks.get(one.customer.id) ?? 0,
      valueRank: valueRanks.get(one.customer.id) ?? 0,
    }))
    .sort((a, b) => a.valueRank - b.valueRank || compareIds(a.customer.id, b.customer.id));
  return { rows, coverage: { n: known.length, of: active.length } };
};

/** The places of one account, if it is ranked. */
export const rankedValuesOf = byAccount(
  scope => scope.of(valueRanking).rows,
  ({ customer }) => customer.id,
);

const rankable = (scope: Scope, customer: Customer): readonly Unranked[] => {
  const year = trailingYear(scope.period);
  const revenue = customerAmount(scope, customer, 'revenue', year);
  const margin = customerAmount(scope, customer, 'margin', year);
  const cost = customerAmount(scope, customer, 'costToServe', year);
  const orders = ordersOf(customer, year);
  const years = yearsOf(scope, customer);
  // A year of which a quarter is missing is none: part of it would rank the account too low.
  const isWhole =
    [revenue, margin, cost].every(({ found, sought }) => found === sought) && orders.found === revenue.found;
  if (!isWhole || years === undefined || orders.count === 0) return [];
  if (revenue.total === undefined || margin.total === undefined || cost.total === undefined) return [];
  const contribution = margin.total.minus(cost.total);
  return [
    {
      customer,
      coverage: { n: revenue.found, of: revenue.sought },
      orderSize: revenue.total.dividedBy(orders.count),
      years: years.years,
      yearsFrom: years.from,
      value: contribution.times(money(years.years)),
    },
  ];
};

/** How the revenue per order follows from revenue and orders. */
export const orderSizeFrom = (scope: Scope, customer: Customer): Stated => {
  const year = trailingYear(scope.period);
  const revenue = totalFrom([customerAmount(scope, customer, 'revenue', year)]);
  const inputs = [...revenue.inputs, ...ordersOf(customer, year).inputs()];
  return { inputs, formula: quotient(revenue.formula, sumBetween(revenue.inputs.length, inputs.length)) };
};

/** How the value of the relation follows from the amounts and, after them, the years. */
export const relationValueFrom = (scope: Scope, customer: Customer): Stated => {
  const year = trailingYear(scope.period);
  const margin = totalFrom([customerAmount(scope, customer, 'margin', year)]);
  const cost = totalFrom([customerAmount(scope, customer, 'costToServe', year)], margin.places);
  const amounts = [...margin.inputs, ...cost.inputs];
  return {
    inputs: [...amounts, `account.${customer.id}.value-chain.years`],
    formula: times(minus(margin.formula, cost.formula), amounts.length),
  };
};

const ordersOf = (
  { members }: Customer,
  year: readonly string[],
): { readonly count: number; readonly found: number; readonly inputs: () => readonly FigureInput[] } => {
  const recorded = members.flatMap(member =>
    year.flatMap(period => {
      const orders = member.history[period]?.orders;
      return orders === undefined ? [] : [{ orders, period, source: member.source }];
    }),
  );
  return {
    count: recorded.reduce((total, { orders }) => total + orders, 0),
    found: recorded.length,
    inputs: () => recorded.map(({ source, period }) => at(source, 'history', period, 'orders')),
  };
};

interface Years {
  readonly years: number;
  readonly from: RankedValue['yearsFrom'];
  readonly inputs: readonly FigureInput[];
}

/** What the years of a ranked customer rest on: the expected ones, or the end of a contract. */
export const yearsFrom = (scope: Scope, customer: Customer): Stated => {
  const years = yearsOf(scope, customer);
  return {
    inputs: years?.inputs ?? [],
    formula:
      years?.from === 'contracted' ? quotient(minus(0, day(asOf(scope))), constant(daysInYear)) : input(0),
  };
};

/** The expected lifetime where one can be estimated, else the time until the last of its contracts ends. */
const yearsOf = (scope: Scope, customer: Customer): Years | undefined => {
  const lifetime = scope.of(lifetimes).get(customer.id)?.lifetime;
  return lifetime === undefined
    ? contractedYears(scope, customer)
    : { years: lifetime.years, from: 'expected', inputs: [`account.${customer.id}.lifetime.years`] };
};

const contractedYears = (scope: Scope, { members }: Customer): Years | undefined => {
  const today = asOf(scope);
  const signed = members.flatMap(({ contracts, source }) =>
    contracts.flatMap(({ end }, index) =>
      end > today ? [{ end, source: at(source, 'contracts', index, 'end') }] : [],
    ),
  );
  const last = signed.sort((a, b) => compareIds(a.end, b.end)).at(-1);
  return (
    last && { years: daysBetween(today, last.end) / daysInYear, from: 'contracted', inputs: [last.source] }
  );
};

/** Place of each from 1, the greatest first; equal ones share the better place. */
const ranksOf = (rows: readonly Unranked[], by: (row: Unranked) => Money): ReadonlyMap<string, number> => {
  const sorted = [...rows].sort((a, b) => by(b).comparedTo(by(a)));
  const ranks = new Map<string, number>();
  let [rank, last]: [number, Money | undefined] = [0, undefined];
  for (const [index, row] of sorted.entries()) {
    if (last === undefined || !by(row).equals(last)) rank = index + 1;
    last = by(row);
    ranks.set(row.customer.id, rank);
  }
  return ranks;
};
