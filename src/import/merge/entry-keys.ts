import type { Fields } from '../rows.ts';
import { listNames } from '../targets.ts';

/**
 * Fields by which an entry of a list is known again. An interaction or a survey has no id: the same day, contact and kind
 * make the same one.
 */
const keys: Readonly<Record<string, readonly string[]>> = {
  key: ['from'],
  surveys: ['period', 'contact', 'date'],
  interactions: ['date', 'direction', 'kind', 'contact', 'person', 'subject'],
  objectives: ['side', 'title'],
  needs: ['text'],
  risks: ['title'],
};

/** Whether the value at a path is a list whose entries are merged one by one. */
export const isMergedList = (path: readonly (string | number)[]): boolean =>
  path.length === 1 && (path[0] === 'products' || listNames.some(name => name === path[0]));

/** By what an entry is known again; entries with the same text are the same one. */
export const entryKey = (list: string, entry: Fields): string => {
  const fields =
    keys[list] ??
    [['id'], ['name'], ['title']].find(([name = '']) => entry[name] !== undefined) ??
    Object.keys(entry).sort();
  return JSON.stringify(fields.map(name => [name, textOf(entry[name])]));
};

/** A number and the text that looks like it are the same id: YAML reads 4711 as a number, an import brings text. */
const textOf = (value: unknown): unknown => (typeof value === 'number' ? String(value) : (value ?? null));
