import type { Diagnostic } from '../../model/diagnostic.ts';
import { lookOf } from '../../model/look-alike.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { grouped } from './grouped.ts';
import type { Tools } from './tools.ts';

/** Entries that say word by word what an earlier one says, and names that two accounts or two people bear. */
export function* checkRepetitions(draft: Draft, tools: Tools): Generator<Diagnostic> {
  for (const list of lists) yield* grouped(draft.accounts.flatMap(account => repeated(account, list, tools)));
  for (const account of draft.accounts) yield* checkCriteria(account, tools);
  yield* checkNames(draft.accounts, tools);
  yield* checkNames(draft.people, tools);
}

/** Lists of which an entry must differ from the others to count; ids are checked elsewhere. */
const lists = [
  'surveys',
  'interactions',
  'opportunities',
  'actions',
  'objectives',
  'needs',
  'risks',
  'customerPlans',
  'offers',
  'goals',
  'mentions',
  'benefits',
  'planReviews',
  'strength',
  'key',
] as const satisfies readonly (keyof Account)[];
type List = (typeof lists)[number];

/** Two answers without a name may be the same and yet of two people, two calls of one day two calls. */
const isTold: { readonly [Name in List]?: (entry: Account[Name][number]) => boolean } = {
  surveys: ({ contact }) => contact !== undefined,
  interactions: ({ contact, subject }) => contact !== undefined || subject !== undefined,
  opportunities: ({ name, value }) => name !== undefined || value !== undefined,
};

/** One report a list, at the first repetition. */
const repeated = (account: Account, list: List, { locate }: Tools): readonly Diagnostic[] => {
  const places = repetitionsOf(account, list);
  const [first] = places;
  if (first === undefined) return [];
  return [catalogue.duplicateEntry(locate(at(account.source, list, first)), list, places.length - 1)];
};

/** A file that is not edited is the same values when a preview loads again, so each list is looked through once. */
const found = new WeakMap<readonly unknown[], readonly number[]>();

const repetitionsOf = (account: Account, list: List): readonly number[] => {
  const known = found.get(account[list]);
  if (known !== undefined) return known;
  const seen = new Set<string>();
  const places: number[] = [];
  for (const [index, entry] of tellable(account, list)) {
    const text = JSON.stringify(entry);
    if (seen.has(text)) places.push(index);
    seen.add(text);
  }
  found.set(account[list], places);
  return places;
};

const tellable = <Name extends List>(
  account: Account,
  list: Name,
): readonly (readonly [number, unknown])[] => {
  const entries: readonly Account[Name][number][] = account[list];
  const test = isTold[list];
  return [...entries.entries()].filter(([, entry]) => test === undefined || test(entry));
};

/** A criterion of the customer that stands twice would weigh twice. */
function* checkCriteria({ strength, source }: Account, { locate }: Tools): Generator<Diagnostic> {
  for (const [index, { criteria }] of strength.entries()) {
    const names = criteria.map(({ name }) => JSON.stringify(name));
    const place = names.findIndex((name, own) => names.indexOf(name) < own);
    if (place >= 0)
      yield catalogue.duplicateEntry(
        locate(at(source, 'strength', index, 'criteria', place, 'name')),
        'criteria',
        0,
      );
  }
}

type Named = Pick<Account, 'id' | 'name' | 'source'>;

function* checkNames(entities: readonly Named[], { locate }: Tools): Generator<Diagnostic> {
  const known = new Map<string, string>();
  const found: Diagnostic[] = [];
  for (const { id, name, source } of entities) {
    const look = lookOf(name);
    const other = known.get(look);
    if (other === undefined) known.set(look, id);
    else found.push(catalogue.duplicateName(locate(at(source, 'name')), name, other));
  }
  yield* grouped(found);
}
