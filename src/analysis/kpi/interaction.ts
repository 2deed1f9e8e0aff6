import type { Interaction } from '../../model/account-activity.ts';
import { daysBetween } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { lastDay } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { type Measurement, unavailable } from './measurement.ts';
import { firstDayOf, isWithin } from './tenure.ts';

// What a customer waits for: requests and complaints, and whatever else was followed up until resolved.
const asksForAnswer = ({ direction, kind, resolved }: Interaction): boolean =>
  direction === 'inbound' && (kind === 'request' || kind === 'complaint' || resolved !== undefined);

/**
 * Mean days from an inbound request or complaint of the quarter to its resolution (domain 4.5). What was still open on the
 * last day of the period is in the coverage, not in the mean.
 */
export const resolutionTime = (scope: Scope, of: readonly Customer[]): Measurement => {
  const window = { first: firstDayOf(scope, scope.period), last: lastDay(scope) };
  const asked = of
    .flatMap(customer => customer.members)
    .flatMap(account =>
      account.interactions.flatMap((interaction, index) =>
        isWithin(interaction.date, window) && asksForAnswer(interaction)
          ? [{ interaction, source: at(account.source, 'interactions', index) }]
          : [],
      ),
    );
  const days = asked.flatMap(({ interaction: { date, resolved } }) =>
    resolved !== undefined && resolved <= window.last ? [daysBetween(date, resolved)] : [],
  );
  const inputs = asked.map(one => one.source);
  if (days.length === 0) return unavailable('no-resolved-requests', inputs);
  const counted = { n: days.length, of: asked.length };
  return {
    value: days.reduce((total, one) => total + one, 0) / days.length,
    inputs,
    coverage: counted,
    sample: days.length,
  };
};
