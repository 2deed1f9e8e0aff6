import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Scoring, weightIn } from '../../model/scoring.ts';
import type { Sourced } from '../../model/source.ts';
import { at } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { duplicateIds, type Tools } from './tools.ts';

/** The points table in itself: a scale, criteria that weigh something, cuts that lie on the scale. */
export function* checkScoring({ scoring }: Draft, tools: Tools): Generator<Diagnostic> {
  if (scoring === undefined) return;
  const { scale, criteria, source } = scoring;
  yield* duplicateIds(criteria, at(source, 'criteria'), tools);
  if (scale.max <= scale.min)
    yield catalogue.emptyScale(
      tools.locate(at(source, 'scale'), 'key'),
      `The scale ends at ${scale.max} but starts at ${scale.min}.`,
    );
  else yield* checkCuts(scoring, tools);
  const quarters = criteria.flatMap(({ weights }) => Object.keys(weights));
  if (['', ...quarters].some(quarter => criteria.every(criterion => weightIn(criterion, quarter) === 0)))
    yield catalogue.noWeight(tools.locate(at(source, 'criteria'), 'key'));
  yield* checkBreakpoints(scoring, tools);
}

function* checkCuts(
  { scale, keySet, kaism, source }: Sourced<Scoring>,
  { locate }: Tools,
): Generator<Diagnostic> {
  const cuts = [
    [keySet.threshold, ['keySet', 'threshold']],
    [kaism.attractiveness, ['kaism', 'attractiveness']],
    [kaism.strength, ['kaism', 'strength']],
  ] as const;
  for (const [points, path] of cuts)
    if (points !== undefined && isOff(points, scale))
      yield catalogue.offScale(locate(at(source, ...path)), points, scale);
}

function* checkBreakpoints(
  { criteria, scale, source }: Sourced<Scoring>,
  { locate }: Tools,
): Generator<Diagnostic> {
  for (const [index, { derive }] of criteria.entries()) {
    if (derive?.by !== 'breakpoints') continue;
    if (derive.lowerIsBetter !== undefined)
      yield catalogue.breakpointsTurned(
        locate(at(source, 'criteria', index, 'derive', 'lowerIsBetter'), 'key'),
      );
    const ref = at(source, 'criteria', index, 'derive', 'points');
    for (const [place, [measure, points]] of derive.points.entries()) {
      const before = derive.points[place - 1]?.[0];
      if (before !== undefined && measure <= before)
        yield catalogue.wrongOrder(
          locate(at(ref, place, 0)),
          'measure',
          measure,
          'the measure before',
          before,
        );
      if (isOff(points, scale)) yield catalogue.offScale(locate(at(ref, place, 1)), points, scale);
    }
  }
}

/** Whether points lie outside the common scale. */
export const isOff = (points: number, scale: Scoring['scale']): boolean =>
  points < scale.min || points > scale.max;
