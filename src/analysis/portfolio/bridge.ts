import { yearBefore } from '../../model/period.ts';
import { rateOf } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { type Money, money, sum, zero } from '../money.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { portfolioRevenue } from './revenue.ts';

/** The steps between prior and current revenue, in the order in which they are drawn. */
export const bridgeSteps = ['new', 'expansion', 'contraction', 'lost', 'currency'] as const;
export type BridgeStep = (typeof bridgeSteps)[number];

export interface Bridge {
  readonly prior: Money;
  readonly current: Money;
  readonly amounts: Readonly<Record<BridgeStep, Money>>;
  /** Customers behind each step, by id. */
  readonly customers: Readonly<Record<BridgeStep, readonly string[]>>;
}

interface Movement {
  readonly customer: string;
  readonly step: Exclude<BridgeStep, 'currency'> | 'none';
  readonly amount: Money;
  readonly currency: Money;
}

/**
 * Prior revenue → current revenue, exactly: prior + new + expansion + contraction + lost + currency = current, to the
 * last minor unit. What a customer bought is compared at the rates of a year earlier; the rest is the currency effect.
 * A customer without recorded revenue on one side is new or lost there. Undefined where either span has no record.
 */
export const revenueBridge = (scope: Scope): Bridge | undefined => {
  const { rows, total, prior } = scope.of(portfolioRevenue);
  if (total === undefined || prior === undefined) return undefined;
  const movements = rows.map(row =>
    movementOf(row.customer.id, row.prior.total, row.current.total, atPriorRates(scope, row.customer)),
  );
  const of = (step: BridgeStep): readonly Movement[] =>
    movements.filter(movement =>
      step === 'currency' ? !movement.currency.isZero() : movement.step === step,
    );
  const amountOf = (step: BridgeStep): Money =>
    sum(of(step).map(movement => (step === 'currency' ? movement.currency : movement.amount)));
  return {
    prior,
    current: total,
    amounts: byStep(amountOf),
    customers: byStep(step =>
      of(step)
        .map(movement => movement.customer)
        .sort(),
    ),
  };
};

const byStep = <T>(read: (step: BridgeStep) => T): Record<BridgeStep, T> => ({
  new: read('new'),
  expansion: read('expansion'),
  contraction: read('contraction'),
  lost: read('lost'),
  currency: read('currency'),
});

const movementOf = (
  customer: string,
  prior: Money | undefined,
  current: Money | undefined,
  constant: Money,
): Movement => {
  const amount = constant.minus(prior ?? zero);
  return {
    customer,
    step: stepOf(prior, current, amount),
    amount,
    currency: (current ?? zero).minus(constant),
  };
};

const stepOf = (prior: Money | undefined, current: Money | undefined, amount: Money): Movement['step'] => {
  if (amount.isZero()) return 'none';
  if (prior === undefined || prior.isZero()) return 'new';
  if (current === undefined || current.isZero()) return 'lost';
  return amount.greaterThan(0) ? 'expansion' : 'contraction';
};

/** Current revenue at the rates of the same quarters a year earlier; at current rates where there is no earlier rate. */
const atPriorRates = (scope: Scope, customer: Customer): Money =>
  sum(
    customer.members.flatMap(account =>
      currentSpan(scope).flatMap(period => {
        const revenue = account.history[period]?.revenue;
        const rate = rateOf(scope, account, period);
        if (revenue === undefined || rate === undefined) return [];
        return [money(revenue).times(rateOf(scope, account, yearBefore(period)) ?? rate)];
      }),
    ),
  );
