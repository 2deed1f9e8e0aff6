import type { Span } from '../../model/source.ts';

/** A cell of a line: its text without quotes, and where it stands. */
export interface CsvCell {
  readonly text: string;
  /** 1-based. */
  readonly column: number;
  /** Of what is written, quotes included. */
  readonly length: number;
}

/** A table of one record a line. Lines are taken apart when asked for, so that a long file needs no more than its text. */
export interface CsvTable {
  readonly header: readonly CsvCell[];
  /** Records below the header; empty lines don't count. */
  readonly size: number;
  /** The cells of a record; undefined where a quotation mark is not closed on its line. */
  cells(row: number): readonly CsvCell[] | undefined;
  span(row: number, cell?: CsvCell): Span;
}

const separators = [',', ';', '\t'] as const;

/**
 * Reads CSV (RFC 4180) whose records are single lines: a line break within quotes is not taken. The separator is the one
 * of comma, semicolon and tab that the first line uses most.
 */
export const csvTable = (file: string, text: string): CsvTable => {
  const { starts, numbers } = linesOf(text);
  const lineAt = (index: number): string => {
    const start = starts[index] ?? text.length;
    const end = text.indexOf('\n', start);
    return text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '');
  };
  const first = starts.length === 0 ? '' : lineAt(0);
  const separator = separatorOf(first);
  return {
    header: cellsOf(first, separator) ?? [],
    size: Math.max(0, starts.length - 1),
    cells: row => cellsOf(lineAt(row + 1), separator),
    span: (row, cell) => ({
      file,
      line: numbers[row + 1] ?? 1,
      column: cell?.column ?? 1,
      length: Math.max(1, cell?.length ?? lineAt(row + 1).length),
    }),
  };
};

/** Where the lines that hold something begin, and their 1-based numbers. */
const linesOf = (
  text: string,
): { readonly starts: readonly number[]; readonly numbers: readonly number[] } => {
  const starts: number[] = [];
  const numbers: number[] = [];
  let number = 1;
  for (let start = 0; start < text.length; number += 1) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end + 1;
    if (text.slice(start, next).trim() !== '') {
      starts.push(start);
      numbers.push(number);
    }
    start = next;
  }
  return { starts, numbers };
};

const separatorOf = (line: string): string => {
  const counts = separators.map(separator => line.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
};

const cellsOf = (line: string, separator: string): readonly CsvCell[] | undefined => {
  const cells: CsvCell[] = [];
  let start = 0;
  while (start <= line.length) {
    const end = endOfCell(line, start, separator);
    if (end === undefined) return undefined;
    cells.push({ text: plain(line.slice(start, end)), column: start + 1, length: end - start });
    start = end + 1;
  }
  return cells;
};

/** Where the cell that begins at `start` ends; undefined where its quotation mark is not closed. */
const endOfCell = (line: string, start: number, separator: string): number | undefined => {
  let from = start;
  if (line[start] === '"') {
    const closing = /^"(?:[^"]|"")*"/.exec(line.slice(start))?.[0];
    if (closing === undefined) return undefined;
    from = start + closing.length;
  }
  const end = line.indexOf(separator, from);
  return end < 0 ? line.length : end;
};

const plain = (written: string): string => {
  const text = written.trim();
  return text.startsWith('"') && text.endsWith('"') && text.length > 1
    ? text.slice(1, -1).replaceAll('""', '"')
    : text;
};
