import type { Workspace } from '../model/workspace.ts';
import type { Locale } from './locale.ts';

/** Names behind ids. An unknown id prints as itself. */
export interface Names {
  account(id: string): string;
  /** For charts and sentences. */
  shortAccount(id: string): string;
  person(id: string): string;
  /** A word of the data in the reader's language, where the workspace translates it. */
  word(word: string, locale: Pick<Locale, 'marked'>): string;
}

export const createNames = (workspace: Workspace): Names => {
  const accounts = new Map(workspace.accounts.map(account => [account.id, account]));
  const people = new Map(workspace.people.map(person => [person.id, person]));
  return {
    account: id => accounts.get(id)?.name ?? id,
    shortAccount: id => accounts.get(id)?.shortName ?? accounts.get(id)?.name ?? id,
    person: id => people.get(id)?.name ?? id,
    word: (word, locale) => {
      const translated = workspace.settings.vocabulary[word];
      return translated === undefined ? word : locale.marked(translated);
    },
  };
};
