import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Scoring } from '../../model/scoring.ts';
import { at, type Sourced } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { programFile } from '../layout.ts';
import { isOff } from './scoring.ts';
import { duplicateIds, type Tools, unknownReference } from './tools.ts';

/** The checklist: cuts lie on the scale, checks have ids of their own, and accounts answer checks that exist. */
export function* checkIdentification(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { scoring } = draft;
  if (scoring !== undefined) {
    yield* checkCuts(scoring, tools);
    yield* checkInversion(scoring, tools);
    // After the criteria, so that a check that takes the id of one is the one that is reported.
    const ids = [...scoring.criteria, ...scoring.identification.checks].map(({ id }) => id);
    for (const [index, { id }] of scoring.identification.checks.entries())
      if (ids.indexOf(id) < scoring.criteria.length)
        yield catalogue.duplicateId(
          tools.locate(at(scoring.source, 'identification', 'checks', index, 'id')),
          id,
        );
    yield* duplicateIds(scoring.identification.checks, at(scoring.source, 'identification', 'checks'), tools);
  }
  yield* checkAnswers(draft, tools);
}

function* checkCuts(
  { scale, criteria, identification, source }: Sourced<Scoring>,
  { locate }: Tools,
): Generator<Diagnostic> {
  if (identification.met !== undefined && isOff(identification.met, scale))
    yield catalogue.offScale(locate(at(source, 'identification', 'met')), identification.met, scale);
  for (const [index, { met }] of criteria.entries())
    if (met !== undefined && isOff(met, scale))
      yield catalogue.offScale(locate(at(source, 'criteria', index, 'met')), met, scale);
}

/** Cost to serve counts inverted; points that rise with it would reward the dearest accounts. */
function* checkInversion({ criteria, source }: Sourced<Scoring>, { locate }: Tools): Generator<Diagnostic> {
  for (const [index, { kind, derive }] of criteria.entries()) {
    if (kind !== 'cost-to-serve' || derive === undefined || !derive.measure.startsWith('cost-to-serve'))
      continue;
    const rises =
      derive.by === 'breakpoints'
        ? (derive.points.at(-1)?.[1] ?? 0) > (derive.points[0]?.[1] ?? 0)
        : !derive.lowerIsBetter;
    if (rises) yield catalogue.costRewarded(locate(at(source, 'criteria', index, 'derive'), 'key'));
  }
}

function* checkAnswers(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { scoring, accounts } = draft;
  // A scoring file that was refused may hold the check.
  const isKnown = scoring !== undefined || !draft.files.has(programFile('scoring'));
  const checks = new Set(scoring?.identification.checks.map(({ id }) => id));
  for (const { checks: answers, source } of accounts)
    for (const [id, answer] of Object.entries(answers)) {
      if (isKnown && !checks.has(id))
        yield* unknownReference('check', id, checks, at(source, 'checks', id), tools);
      if (typeof answer === 'object')
        yield* unknownReference('person', answer.by, draft.personIds, at(source, 'checks', id, 'by'), tools);
    }
}
