import { between, type PeriodId, previous } from '../../../model/period.ts';
import { type Customer, customers } from '../../customers.ts';
import type { Scope } from '../../scope.ts';
import type { Window } from './panel.ts';

/** A customer that was made a key account within the record, and the quarters before and after. */
export interface Designated {
  readonly customer: Customer;
  readonly from: PeriodId;
  readonly window: Window;
}

/** Who is compared with whom. */
export interface Designation {
  /** First quarter with revenue of anyone. */
  readonly recordStart?: PeriodId;
  /** By date of designation, then by id. */
  readonly designated: readonly Designated[];
  /** Key accounts since before the record begins, or before they bought: there is nothing to compare with. */
  readonly always: readonly Customer[];
  /** Customers that had no key status up to the period. */
  readonly never: readonly Customer[];
}

/**
 * Parts the customers by when they got key status for the first time. The quarters after it end with the status, or with
 * the period; those before it begin with the record.
 */
export const designation = (scope: Scope): Designation => {
  const recordStart = firstQuarter(scope);
  if (recordStart === undefined) return { designated: [], always: [], never: [] };
  const designated: Designated[] = [];
  const always: Customer[] = [];
  const never: Customer[] = [];
  for (const customer of scope.of(customers)) {
    const [spell] = customer.account.key
      .filter(({ from }) => from <= scope.period)
      .sort((a, b) => (a.from < b.from ? -1 : 1));
    if (spell === undefined) never.push(customer);
    else if (spell.from <= recordStart) always.push(customer);
    else {
      const { from, to } = spell;
      const last = to === undefined || to > scope.period ? scope.period : to;
      const window = { before: between(recordStart, previous(from)), after: between(from, last) };
      designated.push({ customer, from, window });
    }
  }
  designated.sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  return { recordStart, designated, always, never };
};

const firstQuarter = (scope: Scope): PeriodId | undefined => {
  let first: PeriodId | undefined;
  for (const { history } of scope.workspace.accounts)
    for (const [period, { revenue }] of Object.entries(history))
      if (revenue !== undefined && period <= scope.period && (first === undefined || period < first))
        first = period;
  return first;
};

/**
 * The quarters before designation, parted into an earlier and a later half: a difference that shows there is older than
 * the programme. Undefined with fewer than two quarters.
 */
export const trendWindow = ({ before }: Window): Window | undefined => {
  const half = Math.floor(before.length / 2);
  return half === 0 ? undefined : { before: before.slice(0, half), after: before.slice(half) };
};
