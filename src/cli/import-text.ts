import { posix } from 'node:path';
import type { Count, Reject } from '../import/ledger.ts';
import type { PlannedFile } from '../import/plan.ts';
import type { FoundSource } from '../import/recipe/recipe.ts';
import { reportFile } from '../import/report.ts';
import type { ImportPlan, MappedSection, Written } from '../import/run.ts';
import { counted } from './diagnostics-text.ts';
import { filledText } from './filled-text.ts';
import type { Colours } from './terminal.ts';

/** Columns of a terminal that every text of an import fits. */
const width = 80;

/** Which columns go where, by statement: `accounts (85 rows)` and below it the fields that are filled. */
export const mappingText = (mapping: readonly MappedSection[], colours: Colours): string =>
  mapping
    .map(
      ({ into, rows, fields }) =>
        `${colours.bold(into)} (${counted(rows, 'row')})\n${filledText(fields.join(', '), width, '  ')}`,
    )
    .join('\n');

/** What a recipe found: each file, the column that each head is taken for, and the heads that it leaves. */
export const sourcesText = (sources: readonly FoundSource[], colours: Colours): string =>
  sources
    .flatMap(({ source, table, columns, left }) => [
      `${colours.bold(source)} from ${table.file}`,
      ...[...columns].map(([column, head]) => `  ${column.padEnd(12)} ${colours.dim('←')} ${head}`),
      ...(left.length === 0 ? [] : [colours.dim(filledText(`not taken: ${left.join(', ')}`, width, '  '))]),
    ])
    .join('\n');

/** What became of the rows: read, used and rejected by target, and the first rejects. */
export const rowsText = ({ report }: ImportPlan, limit: number, colours: Colours): string => {
  const rejects = report.rejects.length;
  const listed = report.rejects.slice(0, limit);
  const more = rejects - listed.length;
  return [
    ...countLines(report.counts),
    ...(rejects === 0 ? [] : ['', colours.yellow(`${counted(rejects, 'row')} rejected:`)]),
    ...report.reasons.map(({ into, code, rows }) => `  ${into}: ${code} (${rows})`),
    ...(listed.length === 0 ? [] : ['', ...listed.map(rejectLine)]),
    ...(more > 0 ? [colours.dim(`… and ${more} more`)] : []),
  ].join('\n');
};

/** What would become of the files, or has: new, changed and unchanged ones, values added, changed and kept. */
export const filesText = ({ files, conflicts }: ImportPlan): string => {
  const fresh = files.filter(({ before }) => before === undefined);
  const same = files.filter(({ before, text }) => before === text);
  const altered = files.length - fresh.length - same.length;
  const sum = (of: (file: PlannedFile) => number): number =>
    files.reduce((total, file) => total + of(file), 0);
  const values = [
    `${sum(file => file.added)} added`,
    `${sum(file => file.changed)} changed`,
    `${sum(file => file.kept) + conflicts.length} kept as written by hand`,
  ];
  return [
    `Files: ${fresh.length} new, ${altered} changed, ${same.length} unchanged.`,
    ...(altered + same.length > 0 ? [`Values in files that were there: ${values.join(', ')}.`] : []),
  ].join('\n');
};

/**
 * What an import wrote, in a line or two.
 * @param root the workspace as the user would name it
 */
export const writtenText = (
  { written, unchanged, backups }: Written,
  rejects: number,
  root: string,
): string =>
  [
    `${counted(written, 'file')} written, ${unchanged} unchanged.`,
    ...(rejects > 0 ? [`Every rejected row is in ${posix.join(root, reportFile)}.`] : []),
    ...(backups.length > 0
      ? ['Copies of files that became smaller:', ...backups.map(path => `  ${path}`)]
      : []),
  ].join('\n');

const countLines = (counts: readonly Count[]): string[] => {
  const first = Math.max(6, ...counts.map(({ into }) => into.length));
  const line = (into: string, ...cells: readonly (number | string)[]): string =>
    [into.padEnd(first), ...cells.map(cell => String(cell).padStart(9))].join('');
  return [
    line('target', 'read', 'used', 'rejected'),
    ...counts.map(({ into, read, used, rejected }) => line(into, read, used, rejected)),
  ];
};

const rejectLine = ({ into, row, file, fileRow, fileLine, reason }: Reject): string => {
  const place = [
    file,
    ...(fileRow === undefined ? [] : [`row ${fileRow}`]),
    ...(fileLine === undefined ? [] : [`line ${fileLine}`]),
  ].filter(part => part !== undefined);
  const where = place.length > 0 ? place.join(' ') : `row ${row ?? '?'} of the statement`;
  return `  ${into}, ${where}: ${reason}`;
};
