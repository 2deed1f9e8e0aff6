import { structuredPatch } from 'diff';
import type { Colours } from './terminal.ts';

/** Columns that a line of a diff may take. */
const width = 80;
/** Lines of a new file that are shown; more say nothing that the source did not. */
const shownLines = 12;
/** Edits past which the lines of a file are no longer matched one by one. */
const mostEdits = 20_000;

/** How a file changes, as a unified diff. Longer lines are continued below themselves, marked by a tilde. */
export const unifiedDiff = (
  path: string,
  before: string | undefined,
  after: string,
  colours: Colours,
): string => {
  if (before === undefined) return newFile(path, after, colours);
  const patch = structuredPatch(path, path, before, after, undefined, undefined, {
    context: 2,
    maxEditLength: mostEdits,
  });
  const head = [colours.bold(`--- ${path}`), colours.bold(`+++ ${path}`)];
  if (patch === undefined) return [...head, '(too many changes to show line by line)'].join('\n');
  const hunks = patch.hunks.flatMap(hunk => [
    colours.cyan(`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`),
    ...hunk.lines.flatMap(line => wrapped(line, colours)),
  ]);
  return [...head, ...hunks].join('\n');
};

const newFile = (path: string, text: string, colours: Colours): string => {
  const lines = text.trimEnd().split('\n');
  const more = lines.length - shownLines;
  return [
    colours.bold('--- /dev/null'),
    colours.bold(`+++ ${path}`),
    ...lines.slice(0, shownLines).flatMap(line => wrapped(`+${line}`, colours)),
    ...(more > 0 ? [colours.dim(`… and ${more} more ${more === 1 ? 'line' : 'lines'}`)] : []),
  ].join('\n');
};

const wrapped = (line: string, colours: Colours): string[] => {
  const sign = line.slice(0, 1);
  const paint = sign === '+' ? colours.green : sign === '-' ? colours.red : (text: string) => text;
  const text = [...line.slice(1).replace(/\r$/, '')];
  const pieces: string[] = [];
  for (let start = 0; start === 0 || start < text.length; ) {
    const room = start === 0 ? width - 1 : width - 3;
    const piece = text.slice(start, start + room).join('');
    pieces.push(start === 0 ? sign + piece : `${sign}~ ${piece}`);
    start += room;
  }
  return pieces.map(paint);
};
