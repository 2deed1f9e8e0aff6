import type { Change } from '../../model/change.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { at, type SourceRef } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { dateOfData, duplicateIds, type Tools, unknownReference } from './tools.ts';

/** Changes happen in their order, and not in the future: noticed, decided, taken up by the plan. */
export function* checkChanges(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const today = dateOfData(draft);
  const { changes } = draft;
  if (changes) {
    yield* checkList(changes.changes, at(changes.source, 'changes'), draft, tools);
    yield* duplicateIds(changes.reviews, at(changes.source, 'reviews'), tools);
    for (const [index, { owner, held }] of changes.reviews.entries()) {
      const ref = at(changes.source, 'reviews', index);
      yield* unknownReference('person', owner, draft.personIds, at(ref, 'owner'), tools);
      yield* checkPast(held, today, at(ref, 'held'), tools);
    }
  }
  for (const { changes: own, planReviews, source } of draft.accounts) {
    yield* checkList(own, at(source, 'changes'), draft, tools);
    for (const [index, date] of planReviews.entries())
      yield* checkPast(date, today, at(source, 'planReviews', index), tools);
  }
}

function* checkPast(
  date: string | undefined,
  today: string | undefined,
  ref: SourceRef,
  { locate }: Tools,
): Generator<Diagnostic> {
  if (date !== undefined && today !== undefined && date > today)
    yield catalogue.futureDate(locate(ref), date, today);
}

function* checkList(
  list: readonly Change[],
  ref: SourceRef,
  draft: Draft,
  tools: Tools,
): Generator<Diagnostic> {
  yield* duplicateIds(list, ref, tools);
  const today = dateOfData(draft);
  for (const [index, change] of list.entries()) {
    const place = at(ref, index);
    yield* unknownReference('person', change.owner, draft.personIds, at(place, 'owner'), tools);
    yield* checkPast(change.date, today, at(place, 'date'), tools);
    yield* checkSteps(change, place, today, tools);
  }
}

function* checkSteps(
  change: Change,
  place: SourceRef,
  today: string | undefined,
  tools: Tools,
): Generator<Diagnostic> {
  const { date, decision, plan, dismissed, due } = change;
  const order = (name: string, end: string, before: string, start: string, ref: SourceRef): Diagnostic[] =>
    end < start ? [catalogue.wrongOrder(tools.locate(ref), name, end, before, start)] : [];
  for (const name of ['decision', 'plan', 'dismissed'] as const) {
    const step = change[name];
    if (step === undefined) continue;
    yield* order(name, step.date, 'date', date, at(place, name, 'date'));
    yield* checkPast(step.date, today, at(place, name, 'date'), tools);
  }
  if (due !== undefined) yield* order('due', due, 'date', date, at(place, 'due'));
  if (plan !== undefined && decision !== undefined)
    yield* order('plan', plan.date, 'decision', decision.date, at(place, 'plan', 'date'));
  if (plan !== undefined && dismissed !== undefined)
    yield catalogue.statusConflict(
      tools.locate(at(place, 'dismissed'), 'key'),
      'The change is dismissed, and yet it changed the plan.',
    );
}
