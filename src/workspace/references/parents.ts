import type { Diagnostic } from '../../model/diagnostic.ts';
import { at } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { type Tools, unknownReference } from './tools.ts';

/** Parents exist, and nobody controls itself, not even through others. A cycle is reported once, at its first account. */
export function* checkParents(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const parentOf = new Map(draft.accounts.map(account => [account.id, account.parent]));
  for (const account of draft.accounts) {
    const ref = at(account.source, 'parent');
    yield* unknownReference('account', account.parent, draft.accountIds, ref, tools);
    const cycle = cycleFrom(account.id, parentOf);
    if (cycle.length > 0 && account.id === [...cycle].sort()[0])
      yield catalogue.ownershipCycle(tools.locate(ref), [...cycle, account.id]);
  }
}

/** The accounts from `id` up to itself again; empty where the way up ends or runs into a cycle without it. */
const cycleFrom = (id: string, parentOf: ReadonlyMap<string, string | undefined>): readonly string[] => {
  const way = [id];
  for (let above = parentOf.get(id); above !== undefined; above = parentOf.get(above)) {
    if (above === id) return way;
    if (way.includes(above)) return [];
    way.push(above);
  }
  return [];
};
