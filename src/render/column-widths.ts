import { textWidth, type Weight } from '../charts/text-width.ts';
import type { Table, TableCell, TableColumn } from '../document/model.ts';

// Type of tables, as the stylesheet sets it: sizes in points, the room between columns in millimetres.
const cellSize = 8;
const noteSize = 7.5;
const room = { after: 2, numbers: 2, textAfterNumber: 3 } as const;
const millimetres = 25.4 / 72;
/** A word wider than this may be divided: a name of sixty letters would else push the other columns out. */
const widestWord = 34;
/** What a column gets at least, whatever it holds. */
const leastWidth = 6;

/**
 * Widths of the columns in print, in millimetres; undefined where a column takes its part of what is left. Declared widths
 * hold as long as no word is divided for them: a column gets what its longest word needs, and others give way.
 * @param width of the table
 */
export const columnWidths = (table: Table, width: number): readonly (number | undefined)[] => {
  const least = table.columns.map((column, index) => leastOf(table, column, index));
  const wanted = table.columns.map((column, index) =>
    column.width === undefined ? undefined : Math.max(column.width, least[index] ?? 0),
  );
  const needed = sum(least);
  const open = wanted.flatMap((one, index) => (one === undefined ? [least[index] ?? 0] : []));
  const left = width - sum(wanted.map(one => one ?? 0));
  if (left >= sum(open))
    return wanted.map((one, index) => one ?? shareOf(least[index] ?? 0, left / open.length));
  if (needed >= width) return least.map(one => (one * width) / needed);
  const spare =
    (width - needed) /
    sum(wanted.map((one, index) => (one ?? 0) - (one === undefined ? 0 : (least[index] ?? 0))));
  return wanted.map((one, index) => {
    const own = least[index] ?? 0;
    return one === undefined ? own : own + (one - own) * spare;
  });
};

/** An equal part of what is left, unless a word needs more: then the column is as wide as that, and the others share the rest. */
const shareOf = (least: number, share: number): number | undefined => (least > share ? least : undefined);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const leastOf = ({ columns, rows }: Table, column: TableColumn, index: number): number => {
  const cells = rows.flatMap(({ kind, cells: all }) => (kind === 'group' ? [] : (all[index] ?? [])));
  // A graphic is drawn for the width that was declared for it.
  if (cells.some(({ graphic }) => graphic !== undefined)) return column.width ?? leastWidth;
  const isNumber = column.align === 'right';
  const before = isNumber ? room.numbers : columns[index - 1]?.align === 'right' ? room.textAfterNumber : 0;
  const after = isNumber || index === columns.length - 1 ? 0 : room.after;
  const words = [
    widestOf(column.title, noteSize, 500),
    ...cells.flatMap(cell => [
      isNumber
        ? measured(cell.text, cellSize, weightOf(cell))
        : widestOf(cell.text, cellSize, weightOf(cell)),
      widestOf(cell.detail ?? '', noteSize, 400),
    ]),
  ];
  return Math.max(leastWidth, before + after + Math.max(...words));
};

const weightOf = ({ tone, head }: TableCell): Weight => (tone === 'strong' || head ? 600 : 400);

/** Of the longest part that a line cannot divide: browsers break at spaces and after hyphens. */
const widestOf = (text: string, size: number, weight: Weight): number =>
  Math.min(
    widestWord,
    Math.max(0, ...text.split(/[ \n]+|(?<=[-–/])/).map(word => measured(word, size, weight))),
  );

/** A little more than the sum of its letters: a column that is a hair too narrow divides its word. */
const measured = (text: string, size: number, weight: Weight): number =>
  text === '' ? 0 : textWidth(text, size, weight) * millimetres + 0.3;
