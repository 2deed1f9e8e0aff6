import type { Audience } from '../model/audience.ts';
import type { Account, Workspace } from '../model/workspace.ts';
import { type Code, codesFor, type KeyedDigest } from './codes.ts';
import { createMask, type Mask, type Term, withoutLegalForm } from './mask.ts';

/** The codes of one workspace for one audience. */
export interface CodeBook {
  readonly accounts: ReadonlyMap<string, Code>;
  readonly people: ReadonlyMap<string, Code>;
  /** Contacts and business units of one account, by their id there. */
  local(account: string): ReadonlyMap<string, Code>;
  /** Replaces every name in a text. */
  readonly mask: Mask;
  readonly terms: readonly Term[];
}

const none: ReadonlyMap<string, Code> = new Map();

/** Ids of two kinds or accounts can be the same; their codes are not. */
const localId = (account: string, id: string): string => `${account}/${id}`;

export const codeBookOf = (
  { accounts, people }: Pick<Workspace, 'accounts' | 'people'>,
  audience: Audience,
  digest: KeyedDigest,
): CodeBook => {
  const { names } = audience;
  const codes = (kind: Audience['names'][number], ids: readonly string[]) =>
    names.includes(kind) ? codesFor(kind, ids, audience, digest) : none;
  const ofAccounts = codes(
    'accounts',
    accounts.map(({ id }) => id),
  );
  const ofPeople = codes(
    'people',
    people.map(({ id }) => id),
  );
  const contacts = codes(
    'contacts',
    accounts.flatMap(({ id, contacts: own }) => own.map(contact => localId(id, contact.id))),
  );
  const units = codes(
    'units',
    accounts.flatMap(({ id, units: own }) => own.map(unit => localId(id, unit.id))),
  );
  const competitors = codes('competitors', accounts.flatMap(competitorsOf));
  const named = (id: string, code: Code | undefined, ...called: readonly (string | undefined)[]): Term[] =>
    code === undefined
      ? []
      : [...called, ...called.map(name => name && withoutLegalForm(name)), ...(audience.aliases[id] ?? [])]
          .filter(name => name !== undefined && name !== '')
          .map(name => ({ name: name as string, code: code.shown }));
  const terms = [
    ...accounts.flatMap(({ id, name, shortName }) => named(id, ofAccounts.get(id), name, shortName, id)),
    ...people.flatMap(({ id, name }) => named(id, ofPeople.get(id), name, id)),
    ...accounts.flatMap(account => [
      ...account.contacts.flatMap(({ id, name }) => named('', contacts.get(localId(account.id, id)), name)),
      ...account.units.flatMap(({ id, name }) => named('', units.get(localId(account.id, id)), name)),
    ]),
    ...[...competitors].flatMap(([name, code]) => named('', code, name)),
  ];
  return {
    accounts: ofAccounts,
    people: ofPeople,
    local: account => {
      const own = accounts.find(({ id }) => id === account);
      return new Map([
        ...(own?.contacts ?? []).flatMap(({ id }) => entry(id, contacts.get(localId(account, id)))),
        ...(own?.units ?? []).flatMap(({ id }) => entry(id, units.get(localId(account, id)))),
      ]);
    },
    terms,
    mask: createMask(terms),
  };
};

const entry = (id: string, code: Code | undefined): (readonly [string, Code])[] =>
  code === undefined ? [] : [[id, code]];

const competitorsOf = ({ strength }: Account): readonly string[] =>
  strength.flatMap(({ competitor }) => (competitor === undefined ? [] : [competitor]));
