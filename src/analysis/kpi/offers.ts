import type { Opportunity } from '../../model/account-activity.ts';
import type { Customer } from '../customers.ts';
import { type Filed, filedIn } from '../filed.ts';
import { isOpen } from '../relation/opportunities.ts';
import type { Scope } from '../scope.ts';
import { decidedDeals } from './deals.ts';
import { perGroup } from './per-customer.ts';
import { yearWindow } from './tenure.ts';

/** An opportunity with which somebody went to the customer. */
export interface Offer extends Filed<Opportunity> {
  readonly won: boolean;
  /** Won or lost in the last four quarters; else still open at their end. */
  readonly decided: boolean;
}

/** Offers that were decided in the last four quarters or are open at their end; `unknown` may have been made or not. */
export interface Offers {
  readonly made: readonly Offer[];
  readonly unknown: number;
}

/** The offers of one kind. Of who is only on the list, contacts have to be on record; an opportunity that is open has had some. */
export const offersOf = (kind: Opportunity['kind']): ((scope: Scope, of: readonly Customer[]) => Offers) =>
  perGroup((scope, of) => {
    const { last } = yearWindow(scope);
    const decided = decidedDeals(scope, of).filter(({ item }) => item.kind === kind);
    const open = filedIn(
      of,
      'opportunities',
      one => one.kind === kind && one.contacts !== 0 && isOpen(one, last),
    );
    const made = open.filter(({ item }) => item.stage !== 'prospecting' || item.contacts !== undefined);
    return {
      made: [
        ...decided.map(one => ({ ...one, decided: true })),
        ...made.map(one => ({ ...one, won: false, decided: false })),
      ],
      unknown: open.length - made.length,
    };
  });
