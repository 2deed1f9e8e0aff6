import type { Benefit } from '../../model/benefit.ts';
import { compareIds } from '../../model/order.ts';
import { trailingYear } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { converted } from '../amounts.ts';
import { byAccount } from '../by-account.ts';
import type { Customer } from '../customers.ts';
import { type Money, ratio } from '../money.ts';
import type { Scope } from '../scope.ts';
import { holders } from './subjects.ts';
import { type Sum, sumOf } from './worth.ts';

export type Side = Benefit['for'];

/** Who has more of the relation; `unclear` where gains without an amount could turn the answer. */
export type BenefitVerdict = 'balanced' | 'customer' | 'supplier' | 'unclear';

export interface Gain {
  readonly benefit: Benefit;
  readonly value: Money | undefined;
  readonly source: SourceRef;
}

export interface AccountBenefits {
  readonly customer: Customer;
  /** Gains of the last four quarters, those of the customer first, the latest first. */
  readonly gains: readonly Gain[];
  readonly sides: Readonly<Record<Side, Sum>>;
  /** Gains of the customer ÷ ours, by the amounts there are. */
  readonly ratio: number | undefined;
  readonly verdict: BenefitVerdict;
}

/** Who gained what in the last four quarters, by id of the account. */
export const accountBenefits = (scope: Scope): readonly AccountBenefits[] =>
  holders(scope, hasBenefits).map(customer => benefitsOf(scope, customer));

/** Who gained what from one account, if it records gains. */
export const accountBenefitsOf = byAccount(
  scope => scope.of(accountBenefits),
  ({ customer }) => customer.id,
);

const hasBenefits = ({ benefits }: Account): boolean => benefits.length > 0;

const benefitsOf = (scope: Scope, customer: Customer): AccountBenefits => {
  const { account } = customer;
  const year = new Set(trailingYear(scope.period));
  const gains = account.benefits
    .map((benefit, index) => ({
      benefit,
      value: converted(scope, account, benefit.amount, benefit.period),
      source: at(account.source, 'benefits', index),
    }))
    .filter(({ benefit }) => year.has(benefit.period))
    .sort((a, b) => sidePlace(a) - sidePlace(b) || compareIds(b.benefit.period, a.benefit.period));
  const side = (name: Side): Sum =>
    sumOf(gains.flatMap(({ benefit, value }) => (benefit.for === name ? [value] : [])));
  const sides = { customer: side('customer'), supplier: side('supplier') };
  const { total: theirs } = sides.customer;
  const { total: ours } = sides.supplier;
  const quotient = theirs === undefined || ours === undefined ? undefined : ratio(theirs, ours);
  return {
    customer,
    gains,
    sides,
    ratio: quotient,
    verdict: verdictOf(sides, quotient, scope.workspace.settings.thresholds.benefitRatio),
  };
};

const sidePlace = ({ benefit }: Gain): number => (benefit.for === 'customer' ? 0 : 1);

/**
 * A side without a single entry has nothing. Otherwise the amounts decide, unless the side that has less has gains of
 * which the amount is not known.
 */
const verdictOf = (
  { customer, supplier }: AccountBenefits['sides'],
  quotient: number | undefined,
  limit: number,
): BenefitVerdict => {
  if (customer.coverage.of === 0 && supplier.coverage.of === 0) return 'unclear';
  if (supplier.coverage.of === 0) return 'customer';
  if (customer.coverage.of === 0) return 'supplier';
  if (quotient === undefined) return 'unclear';
  if (quotient > limit) return isWhole(supplier) ? 'customer' : 'unclear';
  if (quotient < 1 / limit) return isWhole(customer) ? 'supplier' : 'unclear';
  return isWhole(customer) && isWhole(supplier) ? 'balanced' : 'unclear';
};

const isWhole = ({ coverage }: Sum): boolean => coverage.n === coverage.of;
