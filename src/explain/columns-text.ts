/** Sets the cells of some rows in columns; the first one always to the left, the others to the side of their kind. */
export const inColumns = (
  rows: readonly (readonly string[])[],
  others: 'words' | 'numbers' = 'numbers',
): readonly string[] => {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  const set = (cell: string, index: number): string =>
    index === 0 || others === 'words' ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0);
  return rows.map(row => `  ${row.map(set).join('  ')}`.trimEnd());
};
