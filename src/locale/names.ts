import type { LocalizedText } from '../model/text.ts';
import type { Workspace } from '../model/workspace.ts';
import { isolated } from './direction.ts';
import type { Locale } from './locale.ts';

/** Names behind ids. An unknown id prints as itself. */
export interface Names {
  account(id: string): string;
  /** For charts and sentences. */
  shortAccount(id: string): string;
  person(id: string): string;
  /** A word of the data in the reader's language, where the workspace translates it. */
  word(word: string, locale: Pick<Locale, 'marked'>): string;
  /** The name of what a file of the programme lists under an id: `scoring`, `criteria`, `volume`. */
  declared(path: readonly string[], locale: Pick<Locale, 'marked'>): string;
}

export const createNames = (workspace: Workspace): Names => {
  const accounts = new Map(workspace.accounts.map(account => [account.id, account]));
  const people = new Map(workspace.people.map(person => [person.id, person]));
  return {
    account: id => isolated(accounts.get(id)?.name ?? id),
    shortAccount: id => isolated(accounts.get(id)?.shortName ?? accounts.get(id)?.name ?? id),
    person: id => isolated(people.get(id)?.name ?? id),
    word: (word, locale) => {
      const translated = workspace.settings.vocabulary[word];
      return translated === undefined ? isolated(word) : locale.marked(translated);
    },
    declared: (path, locale) => {
      const name: unknown = Reflect.get(Object(path.reduce<unknown>(listedUnder, workspace.program)), 'name');
      return name === undefined ? isolated(path.at(-1) ?? '') : locale.marked(name as LocalizedText);
    },
  };
};

/** What stands under a key, or under its id in a list. */
const listedUnder = (found: unknown, key: string): unknown =>
  Array.isArray(found)
    ? found.find(one => Reflect.get(Object(one), 'id') === key)
    : Reflect.get(Object(found), key);
