import type { Interaction } from '../../model/account-activity.ts';
import { mean, median } from '../../model/averages.ts';
import { meanOfDays, medianOfDays } from '../../model/formula.ts';
import { daysBetween } from '../../model/period.ts';
import type { SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { type Filed, filedIn, placeOf } from '../filed.ts';
import { countedFirst } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import { threshold } from '../portfolio/assumptions.ts';
import { lastDay } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { meanUncertainty, medianUncertainty, type Uncertainty } from '../statistics/uncertainty.ts';
import { countOf, type Measure, type Measurement, rate, trialsOf, unavailable } from './measurement.ts';
import { perCustomer, perGroup } from './per-customer.ts';
import { firstDayOf, isWithin } from './tenure.ts';

type Logged = Filed<Interaction>;

const quarterOf = (scope: Scope): { readonly first: string; readonly last: string } => ({
  first: firstDayOf(scope, scope.period),
  last: lastDay(scope),
});

const ownContacts = perCustomer((scope, customer): readonly Logged[] => {
  const window = scope.of(quarterOf);
  return filedIn([customer], 'interactions', ({ date }) => isWithin(date, window));
});

const inQuarter = perGroup((scope, of) => of.flatMap(customer => ownContacts(scope, customer)));

// What a customer waits for: requests and complaints, and whatever else was followed up until resolved.
const asksForAnswer = ({ direction, kind, resolved }: Interaction): boolean =>
  direction === 'inbound' && (kind === 'request' || kind === 'complaint' || resolved !== undefined);

const resolution =
  (
    summarise: (days: readonly number[]) => number | undefined,
    stated: typeof meanOfDays,
    uncertainty: (days: readonly number[], confidence: number) => Uncertainty,
    wanted: (interaction: Interaction) => boolean = () => true,
  ): Measure =>
  (scope, of): Measurement => {
    const { last } = scope.of(quarterOf);
    const list = (): readonly Logged[] =>
      inQuarter(scope, of).filter(({ item }) => asksForAnswer(item) && wanted(item));
    const asked = list();
    const isResolved = ({ item: { resolved } }: Logged): boolean =>
      resolved !== undefined && resolved <= last;
    const days = asked
      .filter(isResolved)
      .flatMap(({ item: { date, resolved } }) =>
        resolved === undefined ? [] : [daysBetween(date, resolved)],
      );
    const inputs = (): readonly SourceRef[] =>
      countedFirst(list(), isResolved).flatMap(one =>
        isResolved(one) ? [placeOf(one, 'date'), placeOf(one, 'resolved')] : [placeOf(one)],
      );
    const value = summarise(days);
    if (value === undefined) return unavailable('no-resolved-requests', inputs);
    return withInputs(inputs, {
      value,
      formula: stated(0, 2 * days.length),
      coverage: { n: days.length, of: asked.length },
      sample: days.length,
      ...uncertainty(days, scope.workspace.settings.thresholds.confidence),
      assumptions: [threshold(scope, 'confidence')],
    });
  };

/**
 * Mean days from an inbound request or complaint of the quarter to its resolution (domain 4.5). What was still open on the
 * last day of the period is in the coverage, not in the mean.
 */
export const resolutionTime: Measure = resolution(mean, meanOfDays, (days, confidence) =>
  meanUncertainty(days, { confidence, scale: [0, Number.POSITIVE_INFINITY] }),
);
/** The median of the same, which one slow case does not move. */
export const medianResolution: Measure = resolution(median, medianOfDays, medianUncertainty);
/** Median days to resolve a request. */
export const requestResolution: Measure = resolution(
  median,
  medianOfDays,
  medianUncertainty,
  ({ kind }) => kind === 'request',
);
/** Median days to resolve a complaint. */
export const complaintResolution: Measure = resolution(
  median,
  medianOfDays,
  medianUncertainty,
  ({ kind }) => kind === 'complaint',
);

/** First day on which anybody logged a contact in each direction: before it there is no record, not silence. */
const firstLogged = (scope: Scope): ReadonlyMap<Interaction['direction'], string> => {
  const first = new Map<Interaction['direction'], string>();
  for (const { interactions } of scope.workspace.accounts)
    for (const { direction, date } of interactions)
      if (date < (first.get(direction) ?? '9999')) first.set(direction, date);
  return first;
};

const isLogged = (scope: Scope, of: readonly Customer[], direction: Interaction['direction']): boolean =>
  (scope.of(firstLogged).get(direction) ?? '9999') <= lastDay(scope) &&
  of.some(({ members }) => members.some(({ interactions }) => interactions.length > 0));

/** Contacts of the quarter that count; unknown where no contact with these customers was ever logged. */
const contacts =
  (
    direction: Interaction['direction'],
    counts: (interaction: Interaction) => boolean = () => true,
  ): Measure =>
  (scope, of): Measurement => {
    if (!isLogged(scope, of, direction)) return unavailable('no-contacts-logged');
    return countOf(of, 'interactions', () =>
      inQuarter(scope, of).filter(({ item }) => item.direction === direction && counts(item)),
    );
  };

/** Contacts that customers began, complaints included. */
export const inboundContacts: Measure = contacts('inbound');
/** Contacts that we began. */
export const outboundContacts: Measure = contacts('outbound');
/** Complaints received. */
export const complaints: Measure = contacts('inbound', isComplaint);

function isComplaint({ direction, kind }: Interaction): boolean {
  return direction === 'inbound' && kind === 'complaint';
}

/** Complaints ÷ inbound contacts of the quarter. A share, 0–1: asking often is good, complaining is not. */
export const complaintShare: Measure = (scope, of) =>
  rate(
    scope,
    trialsOf(
      () => inQuarter(scope, of).filter(({ item }) => item.direction === 'inbound'),
      ({ item }) => isComplaint(item),
      contact => placeOf(contact),
    ),
    'no-inbound-contacts',
  );

/** Requests and complaints that nobody had resolved by the end of the period, however old. */
export const openRequests: Measure = (scope, of) => {
  const { last } = scope.of(quarterOf);
  if (!isLogged(scope, of, 'inbound')) return unavailable('no-contacts-logged');
  return countOf(of, 'interactions', () =>
    filedIn(of, 'interactions', interaction => {
      const { date, resolved } = interaction;
      return date <= last && (resolved === undefined || resolved > last) && asksForAnswer(interaction);
    }),
  );
};
