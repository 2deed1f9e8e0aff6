import { type PeriodId, yearBefore } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { type Amount, rateOf } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { type Money, money, sum, zero } from '../money.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { portfolioRevenue } from './revenue.ts';
import { standingOf } from './standing.ts';

/** The steps between prior and current revenue, in the order in which they are drawn. */
export const bridgeSteps = ['new', 'expansion', 'contraction', 'lost', 'currency'] as const;
export type BridgeStep = (typeof bridgeSteps)[number];

export interface Bridge {
  readonly prior: Money;
  readonly current: Money;
  readonly amounts: Readonly<Record<BridgeStep, Money>>;
  /** Customers behind each step, by id. */
  readonly customers: Readonly<Record<BridgeStep, readonly string[]>>;
  /** What each customer adds, in the order of the rows. */
  readonly movements: readonly Movement[];
}

/** The part of one customer: what it bought more or less at the earlier rates, and what the rates made of it. */
export interface Movement {
  readonly customer: string;
  readonly step: Exclude<BridgeStep, 'currency'> | 'none';
  readonly amount: Money;
  readonly currency: Money;
  /** Each converted amount, its rate and the earlier one in its stead. */
  readonly converted: readonly ConvertedAmount[];
}

export interface ConvertedAmount {
  readonly amount: SourceRef;
  readonly rate: SourceRef;
  readonly earlierRate: SourceRef;
}

/** One customer on both sides of a bridge. */
export interface BridgeRow {
  readonly customer: Customer;
  readonly prior: Amount;
  readonly current: Amount;
}

/** A quarter of the current side and the one whose rates of exchange it is held against. */
export type QuarterPair = readonly [current: PeriodId, prior: PeriodId];

/**
 * Prior revenue → current revenue of the period under review, a year apart. Undefined where either span has no record.
 */
export const revenueBridge = (scope: Scope): Bridge | undefined => {
  const { rows, total, prior } = scope.of(portfolioRevenue);
  if (total === undefined || prior === undefined) return undefined;
  return bridgeOf(
    scope,
    rows,
    currentSpan(scope).map(period => [period, yearBefore(period)]),
  );
};

/**
 * Exactly: prior + new + expansion + contraction + lost + currency = current, to the last minor unit. What a customer
 * bought is compared at the rates of the earlier quarters; the rest is the currency effect. A customer without recorded
 * revenue on the earlier side is new; one that left, or has none now, is lost, with whatever it still bought before it went.
 * @param scope that of the current side
 */
export const bridgeOf = (
  scope: Scope,
  rows: readonly BridgeRow[],
  quarters: readonly QuarterPair[],
): Bridge => {
  const movements = rows.map(row => movementOf(scope, row, quarters));
  const of = (step: BridgeStep): readonly Movement[] =>
    movements.filter(movement =>
      step === 'currency' ? !movement.currency.isZero() : movement.step === step,
    );
  const amountOf = (step: BridgeStep): Money =>
    sum(of(step).map(movement => (step === 'currency' ? movement.currency : movement.amount)));
  return {
    prior: sum(rows.flatMap(row => row.prior.total ?? [])),
    current: sum(rows.flatMap(row => row.current.total ?? [])),
    amounts: byStep(amountOf),
    customers: byStep(step =>
      of(step)
        .map(movement => movement.customer)
        .sort(),
    ),
    movements,
  };
};

const byStep = <T>(read: (step: BridgeStep) => T): Record<BridgeStep, T> => ({
  new: read('new'),
  expansion: read('expansion'),
  contraction: read('contraction'),
  lost: read('lost'),
  currency: read('currency'),
});

const movementOf = (scope: Scope, row: BridgeRow, quarters: readonly QuarterPair[]): Movement => {
  const constant = atPriorRates(scope, row.customer, quarters);
  const amount = constant.minus(row.prior.total ?? zero);
  const currency = (row.current.total ?? zero).minus(constant);
  return {
    customer: row.customer.id,
    step: stepOf(row, amount, standingOf(scope, row.customer) === 'lost'),
    amount,
    currency,
    converted: currency.isZero() ? [] : convertedAmounts(scope, row.customer, quarters),
  };
};

const convertedAmounts = (
  scope: Scope,
  { members }: Customer,
  quarters: readonly QuarterPair[],
): readonly ConvertedAmount[] => {
  const { currency, rates, source } = scope.workspace.settings;
  return members.flatMap(account => {
    const foreign = account.currency;
    if (foreign === undefined || foreign === currency) return [];
    return quarters.flatMap(([period, before]) => {
      const known = rates[foreign];
      if (account.history[period]?.revenue === undefined || known?.[period] === undefined) return [];
      return [
        {
          amount: at(account.source, 'history', period, 'revenue'),
          rate: at(source, 'rates', foreign, period),
          earlierRate: at(source, 'rates', foreign, known[before] === undefined ? period : before),
        },
      ];
    });
  });
};

const stepOf = ({ prior, current }: BridgeRow, amount: Money, left: boolean): Movement['step'] => {
  if (amount.isZero()) return 'none';
  if (isNothing(prior)) return 'new';
  if (isNothing(current) || (left && amount.lessThan(0))) return 'lost';
  return amount.greaterThan(0) ? 'expansion' : 'contraction';
};

const isNothing = ({ total }: Amount): boolean => total === undefined || total.isZero();

/** Current revenue at the rates of the earlier quarters; at current rates where there is no earlier rate. */
const atPriorRates = (scope: Scope, customer: Customer, quarters: readonly QuarterPair[]): Money =>
  sum(
    customer.members.flatMap(account =>
      quarters.flatMap(([period, before]) => {
        const revenue = account.history[period]?.revenue;
        const rate = rateOf(scope, account, period);
        if (revenue === undefined || rate === undefined) return [];
        return [money(revenue).times(rateOf(scope, account, before) ?? rate)];
      }),
    ),
  );
