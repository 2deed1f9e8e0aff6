import { withoutNoise } from '../locale/rounding.ts';
import { neutral } from './neutral.ts';
import type { ExportTable, Value } from './table.ts';

/**
 * A table as RFC 4180 has it: commas, lines that end with CR LF, a head of column ids, quotes where they are needed. Missing
 * values are empty; numbers have a decimal point and up to 15 digits, shares are fractions.
 */
export const csvOf = ({ columns, rows }: ExportTable): string =>
  [columns.map(({ id }) => field(id)), ...rows.map(row => row.map(field))]
    .map(fields => `${fields.join(',')}\r\n`)
    .join('');

const field = (value: Value): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(withoutNoise(value));
  if (typeof value === 'boolean') return String(value);
  const text = neutral(value);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
