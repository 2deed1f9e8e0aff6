import type { Interaction } from '../../model/account-activity.ts';
import { day, minus } from '../../model/formula.ts';
import { daysBetween } from '../../model/period.ts';
import type { Customer } from '../customers.ts';
import { type Filed, filedIn, placeOf } from '../filed.ts';
import { withInputs } from '../inputs.ts';
import { standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { type Measurement, unavailable } from './measurement.ts';
import { perCustomer } from './per-customer.ts';
import { isWithin, yearWindow } from './tenure.ts';

/** A time without contact: after one contact, until another one or until now. */
interface Gap {
  readonly days: number;
  /** Its first day: that of the contact, or the first of the four quarters where that lies before them. */
  readonly since: string;
  readonly from: Filed<Interaction>;
  readonly to?: Filed<Interaction>;
}

/**
 * Longest time without any contact with one customer in the last four quarters: between two contacts, or since the last one.
 * What lies before the first contact on record is no silence, because nobody kept the record then.
 */
const gapOf = perCustomer((scope, customer): Gap | null => {
  const { first, last } = yearWindow(scope);
  const logged = [...filedIn([customer], 'interactions', ({ date }) => date <= last)].sort((a, b) =>
    a.item.date < b.item.date ? -1 : 1,
  );
  const gaps = logged.flatMap((contact, index): Gap[] => {
    const next = logged[index + 1];
    const { date } = contact.item;
    const until = next?.item.date ?? last;
    const since = isWithin(date, { first, last }) ? date : first;
    if (until < first) return [];
    return [
      { days: daysBetween(since, until), since, from: contact, ...(next === undefined ? {} : { to: next }) },
    ];
  });
  return longestOf(gaps);
});

/** The first of the longest. */
const longestOf = (gaps: readonly Gap[]): Gap | null =>
  gaps.reduce<Gap | null>(
    (longest, gap) => (longest === null || gap.days > longest.days ? gap : longest),
    null,
  );

/** The longest gap among the customers present, in days (domain 4.5). */
export const longestGap = (scope: Scope, of: readonly Customer[]): Measurement => {
  const present = of.filter(customer => standingOf(scope, customer) === 'active');
  const gaps = present.flatMap(customer => gapOf(scope, customer) ?? []);
  const longest = longestOf(gaps);
  if (longest === null) return unavailable('no-contacts-logged');
  const { days, since, from, to } = longest;
  return withInputs(
    () => [from, ...(to === undefined ? [] : [to])].map(contact => placeOf(contact, 'date')),
    {
      value: days,
      formula: minus(
        to === undefined ? day(yearWindow(scope).last) : 1,
        since === from.item.date ? 0 : day(since),
      ),
      coverage: { n: gaps.length, of: present.length },
    },
  );
};
