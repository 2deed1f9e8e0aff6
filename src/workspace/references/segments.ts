import type { Diagnostic } from '../../model/diagnostic.ts';
import { accountFields } from '../../model/segmentation.ts';
import { at } from '../../model/source.ts';
import { allAccountsRead, type Draft } from '../draft.ts';
import { duplicateIds, type Tools, unknownReference } from './tools.ts';

/** Schemes and segments have ids of their own, and rules test fields that some account has. */
export function* checkSegments(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { segments, accounts } = draft;
  if (segments === undefined) return;
  const ownFields = accounts.flatMap(account => Object.keys(account.fields).map(name => `fields.${name}`));
  const known = new Set<string>([...accountFields, ...ownFields]);
  const allRead = allAccountsRead(draft);
  const schemes = at(segments.source, 'schemes');
  yield* duplicateIds(segments.schemes, schemes, tools);
  for (const [index, scheme] of segments.schemes.entries()) {
    const list = at(schemes, index, 'segments');
    yield* duplicateIds(scheme.segments, list, tools);
    for (const [place, segment] of scheme.segments.entries())
      for (const [rule, { field }] of segment.when.entries())
        if (allRead || !field.startsWith('fields.'))
          yield* unknownReference('field', field, known, at(list, place, 'when', rule, 'field'), tools);
  }
}
