import type { Audience } from '../model/audience.ts';
import { fieldGroups, namedKinds } from '../model/audience.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { at, type SourceRef } from '../model/source.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Locate } from '../workspace/draft.ts';
import { suggest } from '../workspace/suggest.ts';
import { roomEach } from './codes.ts';
import { doubledCode, fewCodes, neededField, unknownField, unknownId } from './diagnostics.ts';
import { hiddenKeys, schemasOf } from './fields.ts';

/** What is wrong with the audiences of a workspace: a slip in one of them would show what should be hidden. */
export const checkAudiences = (workspace: Workspace, locate: Locate): readonly Diagnostic[] => {
  const { audiences } = workspace;
  if (audiences === undefined) return [];
  return Object.entries(audiences.audiences).flatMap(([name, audience]) => [
    ...checkAudience(audience, at(audiences.source, 'audiences', name), workspace, locate),
  ]);
};

function* checkAudience(
  audience: Audience,
  ref: SourceRef,
  { accounts, people }: Workspace,
  locate: Locate,
): Generator<Diagnostic> {
  for (const [index, name] of audience.hide.entries())
    for (const key of hiddenKeys([name])) {
      const span = locate(at(ref, 'hide', index));
      const { found, needed } = schemasOf(key);
      if (found === 0) yield unknownField(span, name, suggest(name, fieldGroups));
      else if (needed.length > 0) yield neededField(span, name, needed);
    }
  const accountIds = accounts.map(({ id }) => id);
  const ids = [...accountIds, ...people.map(({ id }) => id)];
  for (const id of Object.keys(audience.codes))
    if (!accountIds.includes(id))
      yield unknownId(locate(at(ref, 'codes', id), 'key'), 'account', id, suggest(id, accountIds));
  for (const id of Object.keys(audience.aliases))
    if (!ids.includes(id))
      yield unknownId(locate(at(ref, 'aliases', id), 'key'), 'account or person', id, suggest(id, ids));
  const seen = new Set<string>();
  for (const [id, code] of Object.entries(audience.codes)) {
    const same = code.toLowerCase();
    if (seen.has(same)) yield doubledCode(locate(at(ref, 'codes', id)), code);
    seen.add(same);
  }
  const most = Math.max(...namedKinds.map(kind => namedOf(kind, accounts, people.length)));
  if (most * roomEach > 10 ** audience.digits)
    yield fewCodes(locate(at(ref, 'digits')) ?? locate(ref, 'key'), most, audience.digits);
}

const namedOf = (
  kind: (typeof namedKinds)[number],
  accounts: Workspace['accounts'],
  people: number,
): number => {
  if (kind === 'accounts') return accounts.length;
  if (kind === 'people') return people;
  if (kind === 'competitors') return 0;
  return accounts.reduce((sum, { [kind]: own }) => sum + own.length, 0);
};
