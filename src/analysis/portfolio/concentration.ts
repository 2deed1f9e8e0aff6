import { compareIds } from '../../model/order.ts';
import { type Money, money, ratio, sum, zero } from '../money.ts';
import type { Scope } from '../scope.ts';
import { portfolioRevenue } from './revenue.ts';

/** One customer of the cumulative curve. */
export interface CurvePoint {
  readonly customer: string;
  readonly amount: Money;
  readonly share: number;
  readonly cumulative: number;
}

/** How revenue is spread over the customers with revenue above zero. All shares are 0–1. */
export interface Concentration {
  /** Largest first. */
  readonly curve: readonly CurvePoint[];
  readonly total: Money;
  /** Customers left out because their recorded revenue is zero or negative. */
  readonly excluded: readonly string[];
  /** Herfindahl–Hirschman index, Σ share² · 10⁴: 10 000 / n (all equal) to 10 000 (one customer). */
  readonly hhi: number;
  /** 0 (all equal) to 1 − 1/n. */
  readonly gini: number;
  /** Share of the k largest customers; all of them where there are fewer. */
  top(k: number): number;
  /** Customers that make up the declared top share of all customers, rounded up. */
  readonly topCount: number;
  readonly topShare: number;
  /** Fewest customers that reach the declared share of revenue. */
  readonly countToPareto: number;
  /** Customers at or above the attention line. */
  readonly attention: readonly string[];
  /** The customer strictly above the single-client line. */
  readonly singleClient?: string;
}

export interface ConcentrationCuts {
  readonly topShare: number;
  readonly paretoShare: number;
  readonly attention: number;
  readonly singleClient: number;
}

export interface CustomerAmount {
  readonly customer: string;
  readonly amount: Money;
}

/** Concentration of any set of amounts; undefined where none is above zero. Cuts are compared exactly, not as binary fractions. */
export const concentrationOf = (
  amounts: readonly CustomerAmount[],
  cuts: ConcentrationCuts,
): Concentration | undefined => {
  const ranked = amounts.filter(({ amount }) => amount.greaterThan(0)).sort(byAmount);
  if (ranked.length === 0) return undefined;
  const total = sum(ranked.map(({ amount }) => amount));
  const curve = curveOf(ranked, total);
  const topCount = Math.ceil(money(cuts.topShare).times(ranked.length).toNumber());
  const top = (k: number): number => curve[Math.min(k, curve.length) - 1]?.cumulative ?? 0;
  const line = (cut: number): Money => total.times(money(cut));
  const single = ranked.find(({ amount }) => amount.greaterThan(line(cuts.singleClient)));
  return {
    curve,
    total,
    excluded: amounts.filter(({ amount }) => !amount.greaterThan(0)).map(({ customer }) => customer),
    hhi: hhiOf(squaresOf(ranked), total),
    gini: giniOf(ranked, total),
    top,
    topCount,
    topShare: top(topCount),
    countToPareto: countTo(ranked, line(cuts.paretoShare)),
    attention: ranked
      .filter(({ amount }) => amount.greaterThanOrEqualTo(line(cuts.attention)))
      .map(({ customer }) => customer),
    ...(single === undefined ? {} : { singleClient: single.customer }),
  };
};

const byAmount = (a: CustomerAmount, b: CustomerAmount): number =>
  b.amount.comparedTo(a.amount) || compareIds(a.customer, b.customer);

const curveOf = (ranked: readonly CustomerAmount[], total: Money): CurvePoint[] => {
  let running = zero;
  return ranked.map(({ customer, amount }) => {
    running = running.plus(amount);
    return {
      customer,
      amount,
      share: ratio(amount, total) ?? 0,
      cumulative: ratio(running, total) ?? 0,
    };
  });
};

const squaresOf = (ranked: readonly CustomerAmount[]): Money =>
  sum(ranked.map(({ amount }) => amount.squared()));

/** Σ (xᵢ ÷ Σ x)² × 10,000. */
const hhiOf = (squares: Money, total: Money): number =>
  squares.dividedBy(total.squared()).times(10_000).toNumber();

/** Gini = 2·Σ i·xᵢ / (n·Σ x) − (n + 1) / n, x ascending and i from 1. */
const giniOf = (ranked: readonly CustomerAmount[], total: Money): number => {
  const n = ranked.length;
  const weighted = sum(ranked.map(({ amount }, index) => amount.times(n - index)));
  return weighted
    .times(2)
    .dividedBy(total.times(n))
    .minus(money(n + 1).dividedBy(n))
    .toNumber();
};

const countTo = (ranked: readonly CustomerAmount[], goal: Money): number => {
  let running = zero;
  let count = 0;
  for (const { amount } of ranked) {
    if (running.greaterThanOrEqualTo(goal)) break;
    running = running.plus(amount);
    count += 1;
  }
  return count;
};

const recorded = (scope: Scope, side: 'current' | 'prior'): CustomerAmount[] =>
  scope.of(portfolioRevenue).rows.flatMap(row => {
    const amount = row[side].total;
    return amount === undefined ? [] : [{ customer: row.customer.id, amount }];
  });

/** Concentration of the current span. */
export const concentration = (scope: Scope): Concentration | undefined =>
  concentrationOf(recorded(scope, 'current'), scope.workspace.settings.thresholds);

/** Concentration of the same quarters a year earlier. */
export const priorConcentration = (scope: Scope): Concentration | undefined =>
  concentrationOf(recorded(scope, 'prior'), scope.workspace.settings.thresholds);

/** What is left of the concentration when one customer is gone. */
export interface ConcentrationAfter {
  readonly hhi: number;
  /** Share of the largest customer that stays, 0–1. */
  readonly top1: number;
  /** Who that is. */
  readonly largest: string;
}

/**
 * Concentration of the current span as it would be without one customer, from the sums over all of them; undefined where
 * nobody with revenue above zero is left.
 */
export const concentrationWithout = (scope: Scope, customer: string): ConcentrationAfter | undefined => {
  const { total, squares, amounts, leaders } = scope.of(positiveRevenue);
  const lost = amounts.get(customer) ?? zero;
  const left = total.minus(lost);
  const largest = leaders.find(one => one.customer !== customer);
  if (largest === undefined || !left.greaterThan(0)) return undefined;
  return {
    hhi: hhiOf(squares.minus(lost.squared()), left),
    top1: ratio(largest.amount, left) ?? 0,
    largest: largest.customer,
  };
};

/** Customers with revenue above zero, the two largest of them, with the sums that concentration is made of. */
const positiveRevenue = (scope: Scope) => {
  const ranked = recorded(scope, 'current')
    .filter(({ amount }) => amount.greaterThan(0))
    .sort(byAmount);
  return {
    leaders: ranked.slice(0, 2),
    amounts: new Map(ranked.map(({ customer, amount }) => [customer, amount])),
    total: sum(ranked.map(({ amount }) => amount)),
    squares: squaresOf(ranked),
  };
};
