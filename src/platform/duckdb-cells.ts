import type { DuckDBValue } from '@duckdb/node-api';
import type { Cell } from '../import/table.ts';

/**
 * A value of the database as plain data. A whole number or decimal becomes a number where a double holds all its digits,
 * and stays text where it does not; dates and times become the text that the database prints.
 */
export const cellOf = (value: DuckDBValue): Cell => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return numberOrText(String(value));
  if ('items' in value) return value.items.map(cellOf);
  if ('scale' in value) return numberOrText(String(value));
  if ('entries' in value && !Array.isArray(value.entries)) return structOf(value.entries);
  return String(value);
};

const structOf = (entries: Readonly<Record<string, DuckDBValue>>): Cell =>
  Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, cellOf(entry)]));

/** Fifteen significant digits survive the way through a double and back (IEEE 754, DBL_DIG). */
const numberOrText = (text: string): Cell => {
  const [whole = '', fraction = ''] = text.split('.');
  const digits = `${whole.replace('-', '')}${fraction.replace(/0+$/, '')}`.replace(/^0+/, '');
  return digits.length <= 15 ? Number(text) : text;
};
