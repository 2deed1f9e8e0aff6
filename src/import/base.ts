import { hasErrors, type Outcome } from '../model/diagnostic.ts';
import { parseYaml } from '../workspace/yaml.ts';
import { entryKey, isMergedList } from './merge/entry-keys.ts';
import type { Path } from './merge/merge.ts';
import { document } from './merge/render.ts';
import { isFields } from './merge/values.ts';
import type { Fields } from './rows.ts';
import type { FileContent, WorkspaceFile } from './write.ts';

/**
 * Where an import notes what it brought: one file for each file of the workspace. By these notes the next import tells what
 * it wrote itself from what was written by hand; they belong into version control with the data.
 */
export const baseFile = (path: string): string => `imported/${path.replace(/^data\//, '')}`;

/**
 * What imports have brought to a file so far, by their note; empty where there is none. Refused where the note is no YAML any
 * more, as after a merge in git that was left half done: without it, all that was written by hand would be a conflict.
 */
export const baseIn = (path: string, note: string | undefined): Outcome<Fields> => {
  const { value, diagnostics } = note === undefined ? nothing : parseYaml(baseFile(path), note);
  if (hasErrors(diagnostics)) return { diagnostics };
  return { value: isFields(value) ? value : {}, diagnostics: [] };
};

const nothing = { value: undefined, diagnostics: [] };

/** The note after an import: what it brings replaces what an earlier one brought, and what it does not bring stays. */
export const baseAfter = (base: Fields, { path, value, tables }: FileContent): WorkspaceFile => ({
  path: baseFile(path),
  text: `# Brought by cuentas import; the next import compares with it. Not to be edited.\n${document(
    overlaid(base, value, []) as Fields,
    { tables },
  )}`,
});

const overlaid = (below: unknown, above: unknown, path: Path): unknown => {
  if (isFields(below) && isFields(above)) {
    const keys = [...new Set([...Object.keys(below), ...Object.keys(above)])];
    return Object.fromEntries(
      keys.map(key => [key, key in above ? overlaid(below[key], above[key], [...path, key]) : below[key]]),
    );
  }
  if (!Array.isArray(below) || !Array.isArray(above) || !isMergedList(path)) return above;
  return listOverlaid(String(path[0]), below, above);
};

const listOverlaid = (
  name: string,
  below: readonly unknown[],
  above: readonly unknown[],
): readonly unknown[] => {
  const keyOf = (entry: unknown): string => (isFields(entry) ? entryKey(name, entry) : JSON.stringify(entry));
  const brought = new Map(above.map(entry => [keyOf(entry), entry]));
  const before = new Set(below.map(keyOf));
  return [
    ...below.map(entry => overlaid(entry, brought.get(keyOf(entry)) ?? entry, [name, '…'])),
    ...above.filter(entry => !before.has(keyOf(entry))),
  ];
};
