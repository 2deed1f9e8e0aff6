import type { Diagnostic } from '../../model/diagnostic.ts';
import { at, type Sourced, type SourceRef } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { dateOfData, type Tools } from './tools.ts';
import { type Pattern, textsAt } from './values-at.ts';

const path = (text: string): Pattern => text.split('.');

/** Dates of what happens in the records: not after the date of the data. */
const events = [
  'lost.date',
  'surveys.*.date',
  'interactions.*.date',
  'interactions.*.resolved',
  'contacts.*.lastContact',
  'opportunities.*.opened',
  'opportunities.*.closed',
  'problems.*.opened',
  'problems.*.solved',
  'actions.*.completed',
  'goals.*.settled',
  'valueProposition.confirmedOn',
  'delivery.processes.*.agreed',
].map(path);

/** Dates on which somebody judged: the review itself may be the occasion, so up to the day on which it was prepared. */
const judgements = [
  'ratings.*.*.date',
  'strength.*.date',
  'checks.*.date',
  'swot.items.*.date',
  'valueChain.links.*.estimatedOn',
  'valueAgainstPrice.*.date',
].map(path);

const ofPeople = { events: ['since'].map(path), judgements: ['skills.*.date'].map(path) } as const;

const programme = {
  commitment: ['evidence.*.ratings.*.date'].map(path),
  congruence: ['maturities.*.ratings.*.date'].map(path),
  phase: ['signals.*.ratings.*.date'].map(path),
  adoption: [
    'stages.*.entry.*.judgements.*.date',
    'stages.*.exit.*.judgements.*.date',
    'stages.*.hypotheses.*.verdicts.*.date',
  ].map(path),
  kpis: ['employeeSurveys.*.date'].map(path),
} as const;

/** The most files that are told one by one: more of them have one cause, a wrong date of the data. */
const mostFiles = 10;

/** What has happened lies in the past of the data. One report a file. */
export function* checkPast(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { settings } = draft;
  const today = dateOfData(draft);
  if (settings === undefined || today === undefined) return;
  const found = entities(draft).flatMap(entity => firstIn(entity, today, preparedOn(draft, today)));
  const [first] = found;
  if (first !== undefined && found.length > mostFiles) {
    const key = settings.document.dataAsOf === undefined ? ['period'] : ['document', 'dataAsOf'];
    const place = tools.locate(at(settings.source, ...key));
    yield catalogue.manyFutureEvents(place, found.length, first.date, first.limit);
    return;
  }
  for (const { date, ref, limit, more } of found) {
    const what = limit === today ? 'the date of the data' : 'when the documents were prepared';
    yield catalogue.futureEvent(tools.locate(ref), date, limit, what, more);
  }
}

const preparedOn = ({ settings }: Draft, today: string): string => {
  const prepared = settings?.document.preparedOn;
  return prepared === undefined || prepared < today ? today : prepared;
};

interface Entity {
  readonly value: Sourced<object>;
  readonly events: readonly Pattern[];
  readonly judgements: readonly Pattern[];
}

const entities = (draft: Draft): readonly Entity[] => [
  ...draft.accounts.map(value => ({ value, events, judgements })),
  ...draft.people.map(value => ({ value, ...ofPeople })),
  ...(['commitment', 'congruence', 'phase', 'adoption', 'kpis'] as const).flatMap(name => {
    const value = draft[name];
    return value === undefined ? [] : [{ value, events: [], judgements: programme[name] }];
  }),
];

interface Future {
  readonly date: string;
  readonly ref: SourceRef;
  readonly limit: string;
  readonly more: number;
}

const firstIn = (entity: Entity, today: string, prepared: string): readonly Future[] => {
  const after = (patterns: readonly Pattern[], limit: string) =>
    patterns
      .flatMap(pattern => [...textsAt(entity.value, pattern)])
      .filter(([date]) => date > limit)
      .map(([date, ref]) => ({ date, ref, limit }));
  const [first, ...others] = [...after(entity.events, today), ...after(entity.judgements, prepared)];
  return first === undefined ? [] : [{ ...first, more: others.length }];
};
