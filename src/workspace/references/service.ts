import type { Diagnostic } from '../../model/diagnostic.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { dateOfData, type Tools, unknownReference } from './tools.ts';

/** Service levels, mentions and reviews: no more met than promised, known contacts, nothing from the future, nothing twice. */
export function* checkService(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { settings } = draft;
  const today = dateOfData(draft);
  for (const account of draft.accounts) {
    yield* checkLevels(account, settings?.period, tools);
    yield* checkMentions(account, draft, today, tools);
    yield* checkReviews(account, today, tools);
  }
}

function* checkLevels(
  { service, source }: Account,
  period: string | undefined,
  tools: Tools,
): Generator<Diagnostic> {
  for (const [quarter, { promised, met }] of Object.entries(service)) {
    const ref = at(source, 'service', quarter);
    if (met > promised)
      yield catalogue.moreThanAll(tools.locate(at(ref, 'met')), 'met', met, 'promised', promised);
    if (period !== undefined && quarter > period)
      yield catalogue.futureActual(tools.locate(ref, 'key'), 'service', quarter, period);
  }
}

function* checkMentions(
  { mentions, contacts, source }: Account,
  { incomplete }: Draft,
  today: string | undefined,
  tools: Tools,
): Generator<Diagnostic> {
  const known = new Set(contacts.map(({ id }) => id));
  for (const [index, { contact, date }] of mentions.entries()) {
    const ref = at(source, 'mentions', index);
    if (!incomplete.has(source.file))
      yield* unknownReference('contact', contact, known, at(ref, 'contact'), tools, 'account');
    if (today !== undefined && date > today)
      yield catalogue.futureDate(tools.locate(at(ref, 'date')), date, today);
  }
}

function* checkReviews(
  { reviews, source }: Account,
  today: string | undefined,
  tools: Tools,
): Generator<Diagnostic> {
  const seen = new Set<string>();
  for (const [index, review] of reviews.entries()) {
    const date = typeof review === 'string' ? review : review.date;
    const place = at(source, 'reviews', index, ...(typeof review === 'string' ? [] : ['date']));
    if (seen.has(date)) yield catalogue.duplicateReview(tools.locate(place), date);
    seen.add(date);
    if (today !== undefined && date > today) yield catalogue.futureDate(tools.locate(place), date, today);
  }
}
