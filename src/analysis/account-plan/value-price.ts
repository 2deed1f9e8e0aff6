import type { Unavailable } from '../../model/figure.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import type { ValuedOffer } from '../../model/value-price.ts';
import type { Account } from '../../model/workspace.ts';
import { converted } from '../amounts.ts';
import { byAccount } from '../by-account.ts';
import type { Customer } from '../customers.ts';
import { type Money, sum, zero } from '../money.ts';
import type { Scope } from '../scope.ts';
import { holders } from './subjects.ts';
import { noRate } from './worth.ts';

/** An amount, or why there is none. */
export type Known = Money | Unavailable;
export const isKnown = (amount: Known): amount is Money => !('code' in amount);

/**
 * Economic value of an offer to the customer (Forbis & Mehta 1981): the price of the next best alternative, and what ours is
 * worth more. All amounts per unit of the offer, in reporting currency.
 */
export interface OfferValue {
  readonly customer: Customer;
  readonly offer: ValuedOffer;
  readonly source: SourceRef;
  readonly reference: Known;
  /** Sum of the differences, for better and for worse. */
  readonly differentiation: Known;
  /** What changing supplier adds to our value, negative where the customer would have to change to us; zero where none is stated. */
  readonly switching: Money;
  readonly value: Known;
  readonly price: Known;
  /** Value less price: what the customer keeps. */
  readonly surplus: Known;
  /** Part of what our offer is worth more that our price takes, 0–1 between the price of the alternative and the value. */
  readonly captured: number | Unavailable;
}

export interface AccountOffers {
  readonly customer: Customer;
  readonly offers: readonly OfferValue[];
}

/** The offers that are held against an alternative, by id of the account. */
export const accountOffers = (scope: Scope): readonly AccountOffers[] =>
  holders(scope, ({ valueAgainstPrice }) => valueAgainstPrice.length > 0).map(customer => ({
    customer,
    offers: customer.account.valueAgainstPrice.map((offer, index) =>
      valuedOffer(scope, customer, offer, at(customer.account.source, 'valueAgainstPrice', index)),
    ),
  }));

/** The offers of one account, if it holds any against an alternative. */
export const accountOffersOf = byAccount(
  scope => scope.of(accountOffers),
  ({ customer }) => customer.id,
);

const valuedOffer = (scope: Scope, customer: Customer, offer: ValuedOffer, source: SourceRef): OfferValue => {
  const { account } = customer;
  const reference = stated(scope, account, offer.alternative?.price, 'no-reference-price');
  const price = stated(scope, account, offer.price, 'no-price');
  const differentiation = differentiationOf(scope, account, offer);
  const switching = switchingOf(scope, account, offer);
  const gain = combine(differentiation, switching, (a, b) => a.plus(b));
  const value = combine(reference, gain, (a, b) => a.plus(b));
  return {
    customer,
    offer,
    source,
    reference,
    differentiation,
    switching,
    value,
    price,
    surplus: combine(value, price, (a, b) => a.minus(b)),
    captured: capturedOf(reference, value, price),
  };
};

/** Name of the offer, else of its product, else its id. */
export const offerName = (scope: Scope, { offer }: OfferValue): LocalizedText =>
  offer.name ?? scope.workspace.products.find(({ id }) => id === offer.product)?.name ?? offer.id;

/**
 * What the customer keeps by what it says itself or a measurement shows, without what it would cost it to leave: the part of the
 * surplus that one can show to a customer. Unknown where the surplus is.
 */
export const provenSurplus = (
  scope: Scope,
  { customer: { account }, offer, ...value }: OfferValue,
): Known => {
  if (!isKnown(value.surplus)) return value.surplus;
  const claimed = offer.differences
    .filter(({ saidBy }) => saidBy === 'own')
    .flatMap(({ amount }) => converted(scope, account, amount) ?? []);
  return value.surplus.minus(value.switching).minus(sum(claimed));
};

/** Differences without an amount, which leave the value open. */
export const unmeasured = ({ offer }: OfferValue): readonly LocalizedText[] =>
  offer.differences.flatMap(({ amount, title }) => (amount === undefined ? [title] : []));

const stated = (scope: Scope, account: Account, amount: number | undefined, missing: string): Known =>
  amount === undefined ? { code: missing } : (converted(scope, account, amount) ?? noRate(scope, account));

/** One item without an amount leaves the sum open: what is missing may weigh as much as all the rest. */
const differentiationOf = (scope: Scope, account: Account, { differences }: ValuedOffer): Known => {
  const amounts = differences.map(({ amount }) => converted(scope, account, amount));
  const known = amounts.flatMap(amount => amount ?? []);
  if (differences.length === 0) return { code: 'no-differences' };
  return known.length < amounts.length
    ? { code: 'incomplete-differences', params: { n: known.length, of: amounts.length } }
    : sum(known);
};

const switchingOf = (scope: Scope, account: Account, { switching }: ValuedOffer): Money => {
  const cost = converted(scope, account, switching?.cost) ?? zero;
  return switching?.to === 'us' ? cost.negated() : cost;
};

/** The first of the two that is missing says why the result is. */
const combine = (a: Known, b: Known, operation: (a: Money, b: Money) => Money): Known => {
  if (!isKnown(a)) return a;
  return isKnown(b) ? operation(a, b) : b;
};

const capturedOf = (reference: Known, value: Known, price: Known): number | Unavailable => {
  if (!isKnown(reference)) return reference;
  if (!isKnown(value)) return value;
  if (!isKnown(price)) return price;
  const gain = value.minus(reference);
  return gain.greaterThan(0)
    ? price.minus(reference).dividedBy(gain).toNumber()
    : { code: 'no-differentiation' };
};
