import type { Opportunity } from '../../model/account-activity.ts';
import type { Customer } from '../customers.ts';
import { type Filed, filedIn, placeOf } from '../filed.ts';
import { isOpen } from '../relation/opportunities.ts';
import type { Scope } from '../scope.ts';
import { decidedDeals } from './deals.ts';
import { type Measurement, rate, trialsOf } from './measurement.ts';
import { perGroup } from './per-customer.ts';
import { yearWindow } from './tenure.ts';

/** A piece of new business for which the prospect was contacted. */
export interface Prospect extends Filed<Opportunity> {
  readonly won: boolean;
  /** Won or lost in the last four quarters; else still open at their end. */
  readonly decided: boolean;
}

/** New business that was decided in the last four quarters, or is open at their end; `unknown` may have been contacted or not. */
interface Sought {
  readonly contacted: readonly Prospect[];
  readonly unknown: number;
}

const sought = perGroup((scope, of): Sought => {
  const { last } = yearWindow(scope);
  const decided = decidedDeals(scope, of).filter(({ item }) => isNew(item));
  const open = filedIn(of, 'opportunities', one => isNew(one) && isOpen(one, last));
  const contacted = open.filter(({ item }) => isUnderWay(item));
  return {
    contacted: [
      ...decided.map(one => ({ ...one, decided: true })),
      ...contacted.map(one => ({ ...one, won: false, decided: false })),
    ],
    unknown: open.length - contacted.length,
  };
});

/** One in which contacts are recorded as none was not contacted. */
const isNew = ({ kind, contacts }: Opportunity): boolean => kind === 'new' && contacts !== 0;

/** Of who is only on the list, contacts have to be on record; an opportunity that is open has had some. */
const isUnderWay = ({ stage, contacts }: Opportunity): boolean =>
  stage !== 'prospecting' || contacts !== undefined;

/** Prospects contacted, decided or not. */
export const contactedProspects = (scope: Scope, of: readonly Customer[]): readonly Prospect[] =>
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
export const wonOf = (scope: Scope, list: () => readonly Prospect[], known?: number): Measurement => {
  const counted = trialsOf(
    list,
    ({ won }) => won,
    prospect => placeOf(prospect),
  );
  const of = known ?? counted.trials;
  return rate(scope, counted, 'no-prospects-contacted', { n: counted.trials, of });
};
