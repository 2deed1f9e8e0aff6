/** What a file holds, as texts; null where nothing is. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Largest file that is read, in bytes, and most cells of a table. */
export const largestFile = 50_000_000;
export const mostCells = 5_000_000;

/** A file that can't be read as a table; the message says why and how to mend it. */
export class UnreadableSource extends Error {
  override name = 'UnreadableSource';
}

/** A value as a text that no reader takes for thousands: 932.375 is written 932.3750. */
export const cellText = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') {
    const text = String(value);
    return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/**
 * Rows under their heads. A head that is empty is named by its place, one that comes again gets a number, as DuckDB does.
 * @throws UnreadableSource where there are no heads, or too many cells
 */
export const textTable = (
  heads: readonly (string | null)[],
  rows: readonly (readonly (string | null)[])[],
): TextTable => {
  if (heads.length === 0) throw new UnreadableSource('It has no column heads.');
  if (heads.length * rows.length > mostCells)
    throw new UnreadableSource(`It has ${heads.length * rows.length} cells; ${mostCells} are read.`);
  const taken = new Set<string>();
  const columns = heads.map((head, index) => {
    const name = head?.trim() || `column${index}`;
    let unique = name;
    for (let number = 1; taken.has(unique.toLowerCase()); number += 1) unique = `${name}_${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
  return { columns, rows: rows.map(row => columns.map((_, index) => row[index] ?? null)) };
};
