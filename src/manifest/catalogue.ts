import type { Diagnostic } from '../model/diagnostic.ts';
import { topOf } from '../model/source.ts';
import { notebookOf } from './concerns.ts';
import { manifestFile } from './manifest.ts';

/** One constructor for each thing that may be wrong with the documents of a period. */
export type FreshCode =
  | 'fresh/no-manifest'
  | 'fresh/unreadable-manifest'
  | 'fresh/stale'
  | 'fresh/other-version'
  | 'fresh/missing'
  | 'fresh/changed-by-hand'
  | 'fresh/unexpected'
  | 'fresh/not-planned'
  | 'fresh/not-reproduced';

const error = (code: FreshCode, file: string, message: string, hint: string): Diagnostic => ({
  code,
  severity: 'error',
  message,
  span: topOf(file),
  hints: [hint],
});

const buildAgain = 'Run cuentas build, and commit what it writes.';

export const noManifest = (period: string): Diagnostic =>
  error(
    'fresh/no-manifest',
    manifestFile(period),
    `Nothing says from what the documents of ${period} were made: there is no manifest.`,
    buildAgain,
  );

export const unreadableManifest = (period: string): Diagnostic =>
  error(
    'fresh/unreadable-manifest',
    manifestFile(period),
    'The manifest cannot be read: it was edited, merged with marks of a conflict in it, or is of another version of cuentas.',
    buildAgain,
  );

export interface ChangedInput {
  readonly path: string;
  readonly how: 'changed' | 'added' | 'removed';
}

/** @param changes of the files that the documents were made from; empty where only the archive differs */
export const stale = (
  period: string,
  documents: readonly string[],
  changes: readonly ChangedInput[],
  otherArchive: boolean,
): Diagnostic => {
  const said = { changed: 'changed', added: 'was added', removed: 'was removed' };
  const causes = [
    ...changes.map(({ path, how }) => `${path} ${said[how]}`),
    ...(otherArchive ? ['documents of earlier quarters came or went'] : []),
  ];
  const first = changes.find(({ how }) => how !== 'removed');
  return error(
    'fresh/stale',
    first?.path ?? manifestFile(period),
    `${counted(documents, 'was', 'were')} made before ${someOf(causes, 3)}: ${summarised(documents)}.`,
    buildAgain,
  );
};

export const otherVersion = (
  period: string,
  documents: readonly string[],
  then: string,
  now: string,
): Diagnostic =>
  error(
    'fresh/other-version',
    manifestFile(period),
    `${counted(documents, 'was', 'were')} made with cuentas ${then}, and this is ${now}: ${summarised(documents)}.`,
    buildAgain,
  );

export const missing = (period: string, documents: readonly string[]): Diagnostic =>
  error(
    'fresh/missing',
    manifestFile(period),
    `${counted(documents, 'is', 'are')} in the manifest but not in the folder: ${summarised(documents)}.`,
    `${buildAgain} A document that git ignores need not be there.`,
  );

export const changedByHand = (period: string, document: string): Diagnostic =>
  error(
    'fresh/changed-by-hand',
    `reports/${period}/${document}`,
    `${document} is not what was built: its content is another one.`,
    'Run cuentas build to have it made again; what a document should say belongs in the data or in its notebook.',
  );

export const unexpected = (period: string, document: string): Diagnostic =>
  error(
    'fresh/unexpected',
    `reports/${period}/${document}`,
    `${document} has the name of a document, but no build that the manifest knows of made it.`,
    'Remove it, or run cuentas build if it is to be there.',
  );

export const notPlanned = (period: string, documents: readonly string[]): Diagnostic =>
  error(
    'fresh/not-planned',
    manifestFile(period),
    `${counted(documents, 'is', 'are')} in the manifest, but the data and the notebooks ask for no such document: ${summarised(documents)}.`,
    'Run cuentas build, and remove the files that it no longer names.',
  );

export const notReproduced = (period: string, document: string): Diagnostic =>
  error(
    'fresh/not-reproduced',
    `reports/${period}/${document}`,
    `${document} was built again from the same inputs, and its bytes are others.`,
    'Compare the two with diffoscope: another browser, other fonts or a changed package are the usual causes. cuentas doctor tells what this machine has.',
  );

const counted = (documents: readonly string[], one: string, several: string): string =>
  documents.length === 1 ? `One document ${one}` : `${documents.length} documents ${several}`;

/** The first few, and how many more there are. */
const someOf = (items: readonly string[], most: number): string => {
  const shown = items.length <= most + 1 ? items : items.slice(0, most);
  const rest = items.length - shown.length;
  return [...shown, ...(rest === 0 ? [] : [`${rest} more`])].join(', ').replace(/, ([^,]*)$/, ' and $1');
};

/** A few by their names; many by how many there are of each notebook. */
const summarised = (documents: readonly string[]): string => {
  if (documents.length <= 3) return documents.join(', ');
  const counts = new Map<string, number>();
  for (const name of documents.map(notebookOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${count} of ${name}`).join(', ');
};
