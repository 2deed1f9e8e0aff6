import { posix } from 'node:path';
import type { Count, Reject } from '../import/ledger.ts';
import { reportFile } from '../import/report.ts';
import type { ImportResult } from '../import/run.ts';
import { counted } from './diagnostics-text.ts';
import type { Colours } from './terminal.ts';

/**
 * What an import did, for a person: rows read, used and rejected by target, the first rejects, where the rest are.
 * @param root the workspace as the user would name it
 * @param limit rejected rows to list
 */
export const importText = (
  { report, written, unchanged }: ImportResult,
  root: string,
  limit: number,
  colours: Colours,
): string => {
  const rejects = report.rejects.length;
  const listed = report.rejects.slice(0, limit);
  const more = rejects - listed.length;
  return [
    ...countLines(report.counts),
    ...(rejects === 0 ? [] : ['', colours.yellow(`${counted(rejects, 'row')} rejected:`)]),
    ...report.reasons.map(({ into, code, rows }) => `  ${into}: ${code} (${rows})`),
    ...(listed.length === 0 ? [] : ['', ...listed.map(rejectLine)]),
    ...(more > 0 ? [colours.dim(`… and ${more} more`)] : []),
    '',
    `${counted(written, 'file')} written, ${unchanged} unchanged. Every rejected row is in ${posix.join(root, reportFile)}.`,
  ].join('\n');
};

const countLines = (counts: readonly Count[]): string[] => {
  const width = Math.max(6, ...counts.map(({ into }) => into.length));
  const line = (into: string, ...cells: readonly (number | string)[]): string =>
    [into.padEnd(width), ...cells.map(cell => String(cell).padStart(9))].join('');
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
