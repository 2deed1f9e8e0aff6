import type { AdoptionStage, StageCriterion } from '../../model/adoption.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { PeriodId } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { duplicateIds, type Tools, unknownReference } from './tools.ts';

/** The path of adoption hangs together; each element of congruence is rated once, and vouched for by someone we know. */
export function* checkAdoption(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { adoption, settings } = draft;
  if (adoption) {
    const stages = at(adoption.source, 'stages');
    yield* duplicateIds(adoption.stages, stages, tools);
    for (const [index, stage] of adoption.stages.entries()) {
      const ref = at(stages, index);
      yield* checkStage(stage, settings?.period, ref, tools);
      const before = adoption.stages[index - 1];
      if (before !== undefined && before.to !== stage.from)
        yield catalogue.brokenPath(tools.locate(at(ref, 'from')), stage.from, before.to);
    }
  }
  yield* checkCongruence(draft, tools);
}

function* checkStage(
  { planned, actual, entry, exit, hypotheses }: AdoptionStage,
  period: PeriodId | undefined,
  ref: SourceRef,
  tools: Tools,
): Generator<Diagnostic> {
  for (const [name, span] of [
    ['planned', planned],
    ['actual', actual],
  ] as const) {
    if (span?.end !== undefined && span.end < span.start)
      yield catalogue.wrongOrder(tools.locate(at(ref, name, 'end')), 'end', span.end, 'start', span.start);
  }
  for (const side of ['start', 'end'] as const) {
    const quarter = actual?.[side];
    if (period !== undefined && quarter !== undefined && quarter > period)
      yield catalogue.futureDate(tools.locate(at(ref, 'actual', side)), quarter, period);
  }
  yield* duplicateIds(hypotheses, at(ref, 'hypotheses'), tools);
  const seen = new Set<string>();
  for (const [side, criteria] of [
    ['entry', entry],
    ['exit', exit],
  ] as const)
    for (const [index, criterion] of criteria.entries()) {
      const place = at(ref, side, index);
      if (seen.has(criterion.id)) yield catalogue.duplicateId(tools.locate(at(place, 'id')), criterion.id);
      seen.add(criterion.id);
      yield* checkCriterion(criterion, place, tools);
    }
}

function* checkCriterion(
  criterion: StageCriterion,
  ref: SourceRef,
  { locate }: Tools,
): Generator<Diagnostic> {
  if (criterion.kind !== 'computed') return;
  const { atLeast, atMost } = criterion;
  if (atLeast === undefined && atMost === undefined)
    yield catalogue.missingKey(
      locate(at(ref, 'measure')),
      'atLeast',
      'the lowest value that meets the criterion; or "atMost", the highest',
    );
  if (atLeast !== undefined && atMost !== undefined && atMost < atLeast)
    yield catalogue.wrongOrder(locate(at(ref, 'atMost')), 'atMost', atMost, 'atLeast', atLeast);
}

function* checkCongruence({ congruence, personIds }: Draft, tools: Tools): Generator<Diagnostic> {
  if (congruence === undefined) return;
  const list = at(congruence.source, 'maturities');
  yield* duplicateIds(
    congruence.maturities.map(({ element }) => ({ id: element })),
    list,
    tools,
    'element',
  );
  for (const [index, { owner }] of congruence.maturities.entries())
    yield* unknownReference('person', owner, personIds, at(list, index, 'owner'), tools);
}
