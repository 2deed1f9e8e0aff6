import type { Customer } from '../customers.ts';
import { placeOf } from '../filed.ts';
import type { Scope } from '../scope.ts';
import { type Measurement, rate, trialsOf } from './measurement.ts';
import { type Offer, offersOf } from './offers.ts';
import { perGroup } from './per-customer.ts';

const offered = offersOf('new');

/** One in which contacts are recorded as none was not contacted, even if it was decided. */
const sought = perGroup((scope, of) => {
  const { made, unknown } = offered(scope, of);
  return { contacted: made.filter(({ item }) => item.contacts !== 0), unknown };
});

/** Prospects contacted about new business, decided or not. */
export const contactedProspects = (scope: Scope, of: readonly Customer[]): readonly Offer[] =>
  sought(scope, of).contacted;

/**
 * Customers won ÷ prospects contacted (domain 4.7): of new business decided in the last four quarters or still open at their
 * end, leaving out what has no contact on record as none. A share, 0–1. Who is only on the list, without a record of contacts, is
 * missing in the coverage.
 */
export const acquisitionRate = (scope: Scope, of: readonly Customer[]): Measurement => {
  const { contacted, unknown } = sought(scope, of);
  return wonOf(scope, () => contactedProspects(scope, of), contacted.length + unknown);
};

/** Customers won ÷ prospects contacted that have decided: what is still open says nothing against anybody here. A share, 0–1. */
export const acquisitionOfDecided = (scope: Scope, of: readonly Customer[]): Measurement =>
  wonOf(
    scope,
    () => contactedProspects(scope, of).filter(({ decided }) => decided),
    contactedProspects(scope, of).length,
  );

/** @param list gives the prospects. @param known how many there are, with those of whom it is not recorded */
export const wonOf = (scope: Scope, list: () => readonly Offer[], known?: number): Measurement => {
  const counted = trialsOf(
    list,
    ({ won }) => won,
    prospect => placeOf(prospect),
  );
  const of = known ?? counted.trials;
  return rate(scope, counted, 'no-prospects-contacted', { n: counted.trials, of });
};
