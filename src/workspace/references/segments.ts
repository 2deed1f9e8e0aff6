import type { Diagnostic } from '../../model/diagnostic.ts';
import { accountFields, type Condition, criterionFields, fieldWords } from '../../model/segmentation.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { allAccountsRead, type Draft } from '../draft.ts';
import { programFile } from '../layout.ts';
import { duplicateIds, type Tools, unknownReference } from './tools.ts';

/** Schemes and segments have ids of their own, and rules test fields that some account has. */
export function* checkSegments(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { segments, accounts } = draft;
  if (segments === undefined) return;
  const ownFields = accounts.flatMap(account => Object.keys(account.fields).map(name => `fields.${name}`));
  const { scoring } = draft;
  const known = new Set<string>([
    ...accountFields,
    ...criterionFields(scoring?.criteria ?? []),
    ...ownFields,
  ]);
  // A scoring file that was refused may hold the criterion.
  const criteriaRead = scoring !== undefined || !draft.files.has(programFile('scoring'));
  const isJudged = (field: string): boolean =>
    (allRead || !field.startsWith('fields.')) && (criteriaRead || !field.startsWith('criterion.'));
  const allRead = allAccountsRead(draft);
  const schemes = at(segments.source, 'schemes');
  yield* duplicateIds(segments.schemes, schemes, tools);
  for (const [index, scheme] of segments.schemes.entries()) {
    const list = at(schemes, index, 'segments');
    yield* duplicateIds(scheme.segments, list, tools);
    for (const [place, segment] of scheme.segments.entries())
      for (const [rule, condition] of segment.when.entries()) {
        const where = at(list, place, 'when', rule);
        if (isJudged(condition.field))
          yield* unknownReference('field', condition.field, known, at(where, 'field'), tools);
        yield* checkWords(condition, where, tools);
      }
  }
}

/** A word that a field never is would match nobody, in silence. */
function* checkWords(
  { field, is, in: among = [] }: Condition,
  where: SourceRef,
  tools: Tools,
): Generator<Diagnostic> {
  const words = fieldWords[field];
  if (words === undefined) return;
  const known = new Set(words);
  if (is !== undefined)
    yield* unknownReference(`value of ${field}`, String(is), known, at(where, 'is'), tools);
  for (const [index, word] of among.entries())
    yield* unknownReference(`value of ${field}`, String(word), known, at(where, 'in', index), tools);
}
