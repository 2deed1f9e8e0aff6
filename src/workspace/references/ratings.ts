import type { StrengthAssessment } from '../../model/account.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Scoring } from '../../model/scoring.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { programFile } from '../layout.ts';
import { suggest } from '../suggest.ts';
import { isOff } from './scoring.ts';
import type { Tools } from './tools.ts';

/** Ratings of accounts against the points table: criteria exist and are rated by people, points lie on the scale. */
export function* checkRatings(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { scoring, accounts } = draft;
  if (scoring) {
    for (const account of accounts) {
      yield* checkPoints(account, scoring, tools);
      for (const [index, assessment] of account.strength.entries())
        yield* checkStrength(assessment, at(account.source, 'strength', index), scoring, tools);
    }
    return;
  }
  const rated = accounts.find(account => Object.keys(account.ratings).length > 0);
  if (rated && !draft.files.has(programFile('scoring')))
    yield catalogue.uncheckedReference(
      tools.locate(at(rated.source, 'ratings'), 'key'),
      `Accounts are rated, but there is no ${programFile('scoring')} with the criteria.`,
    );
}

function* checkPoints(account: Account, scoring: Scoring, { locate }: Tools): Generator<Diagnostic> {
  const criteria = new Map(scoring.criteria.map(criterion => [criterion.id, criterion]));
  for (const [period, ratings] of Object.entries(account.ratings))
    for (const [id, rating] of Object.entries(ratings)) {
      const ref = at(account.source, 'ratings', period, id);
      const criterion = criteria.get(id);
      if (criterion === undefined)
        yield catalogue.unknownReference(locate(ref, 'key'), 'criterion', id, suggest(id, criteria.keys()));
      if (criterion?.derive) yield catalogue.derivedCriterionRated(locate(ref, 'key'), id);
      const points = typeof rating === 'number' ? rating : rating.points;
      if (isOff(points, scoring.scale))
        yield catalogue.offScale(
          locate(typeof rating === 'number' ? ref : at(ref, 'points')),
          points,
          scoring.scale,
        );
    }
}

function* checkStrength(
  { criteria }: StrengthAssessment,
  ref: SourceRef,
  { scale }: Scoring,
  { locate }: Tools,
): Generator<Diagnostic> {
  if (criteria.every(criterion => criterion.weight === 0))
    yield catalogue.noWeight(locate(at(ref, 'criteria'), 'key'));
  for (const [index, criterion] of criteria.entries())
    for (const side of ['us', 'competitor'] as const)
      if (isOff(criterion[side], scale))
        yield catalogue.offScale(locate(at(ref, 'criteria', index, side)), criterion[side], scale);
}
