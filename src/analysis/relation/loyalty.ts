import { type Customer, isKey } from '../customers.ts';
import { type LifetimeQuadrant, lifetimeQuadrant } from '../lifetime/quadrants.ts';
import { wantedCustomers } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { type MeasuredOffer, type OfferTotal, offersOf, totalOfOffers } from './offers.ts';

/** What does not fit: money for those who stay without being worth it, nothing for those who are. */
export type LoyaltyFlag = 'spend-on-barnacle' | 'friend-without-offer';

/** The loyalty programme of one customer beside its place in the matrix of lifetime and profit. */
export interface Loyalty {
  readonly customer: Customer;
  readonly offers: readonly MeasuredOffer[];
  readonly total: OfferTotal;
  /** Absent where the customer has no place in the matrix. */
  readonly quadrant?: LifetimeQuadrant;
  readonly flag?: LoyaltyFlag;
}

/** Everyone with offers, and all key accounts. Empty where nobody records an offer: then there is no programme to judge. */
export const loyalties = (scope: Scope): readonly Loyalty[] => {
  const all = scope.of(wantedCustomers).map(customer => ({ customer, offers: offersOf(scope, customer) }));
  if (all.every(({ offers }) => offers.length === 0)) return [];
  return all
    .filter(({ customer, offers }) => offers.length > 0 || isKey(scope, customer))
    .map(({ customer, offers }) => {
      const quadrant = lifetimeQuadrant(scope, customer.id);
      const total = totalOfOffers(offers);
      const flag = flagOf(quadrant, total);
      return {
        customer,
        offers,
        total,
        ...(quadrant === undefined ? {} : { quadrant }),
        ...(flag === undefined ? {} : { flag }),
      };
    });
};

const flagOf = (
  quadrant: LifetimeQuadrant | undefined,
  { count, cost }: OfferTotal,
): LoyaltyFlag | undefined => {
  if (quadrant === 'barnacles' && cost?.greaterThan(0) === true) return 'spend-on-barnacle';
  return quadrant === 'true-friends' && count === 0 ? 'friend-without-offer' : undefined;
};
