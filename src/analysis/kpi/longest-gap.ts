import { daysBetween } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { type Measurement, unavailable } from './measurement.ts';
import { perCustomer } from './per-customer.ts';
import { isWithin, yearWindow } from './tenure.ts';

interface Gap {
  readonly days: number;
  readonly inputs: readonly SourceRef[];
}

/**
 * Longest time without any contact with one customer in the last four quarters: between two contacts, or since the last one.
 * What lies before the first contact on record is no silence, because nobody kept the record then.
 */
const gapOf = perCustomer((scope, customer): Gap | null => {
  const { first, last } = yearWindow(scope);
  const logged = customer.members
    .flatMap(({ interactions, source }) =>
      interactions.map(({ date }, index) => ({ date, source: at(source, 'interactions', index) })),
    )
    .filter(({ date }) => date <= last)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const gaps = logged.flatMap(({ date, source }, index): Gap[] => {
    const next = logged[index + 1];
    const to = next?.date ?? last;
    const inWindow = isWithin(date, { first, last });
    const from = inWindow ? date : first;
    return to < first
      ? []
      : [{ days: daysBetween(from, to), inputs: next ? [source, next.source] : [source] }];
  });
  return gaps.reduce<Gap | null>(
    (longest, gap) => (longest === null || gap.days > longest.days ? gap : longest),
    null,
  );
});

/** The longest gap among the customers present, in days (domain 4.5). */
export const longestGap = (scope: Scope, of: readonly Customer[]): Measurement => {
  const present = of.filter(customer => standingOf(scope, customer) === 'active');
  const gaps = present.flatMap(customer => gapOf(scope, customer) ?? []);
  const [longest] = [...gaps].sort((a, b) => b.days - a.days);
  if (longest === undefined) return unavailable('no-contacts-logged');
  return { value: longest.days, inputs: longest.inputs, coverage: { n: gaps.length, of: present.length } };
};
