import { roundToTotal } from '../locale/rounding.ts';
import type { Unit } from '../model/figure.ts';
import type { Cell, Row } from '../model/series.ts';
import { type CellStyle, cellText, unitOf } from './cell-text.ts';
import type { BlockContext } from './context.ts';
import { isGraphic } from './graphics.ts';
import type { TableCell, TableRow } from './model.ts';
import { showFigure } from './shown.ts';
import { type Chosen, type ColumnOption, headIndexOf, type TableOptions } from './table-columns.ts';
import { totalDifference } from './table-differences.ts';

/** Column → printed values, those of the rows first and that of the rest last. */
export type RoundedColumns = ReadonlyMap<string, readonly (number | null)[]>;

/** A table whose columns are summed. */
export interface Sums {
  readonly rows: readonly Row[];
  /** Rows that the limit cut off. */
  readonly rest: readonly Row[];
  readonly chosen: readonly Chosen[];
  readonly options: TableOptions;
  readonly rounded: RoundedColumns;
  /** Whether four digits are grouped, too: a number of the table is longer. */
  readonly grouped: boolean;
  readonly context: BlockContext;
}

/** A value that was rounded with its column is already divided; its precision is that of the divided column. */
export const styleOf = (
  option: ColumnOption,
  scale: number,
  { scale: tableScale }: TableOptions,
  grouped: boolean,
): CellStyle => {
  const precision = option.precision ?? (tableScale > 1 && scale === 1 ? 0 : undefined);
  return {
    scale,
    short: option.as === 'short',
    withUnit: option.as === 'with-unit',
    grouped,
    ...(precision === undefined ? {} : { precision }),
    ...(option.percent === true ? { percent: true } : {}),
  };
};

const isSummed = ({ column, option }: Chosen, { total }: TableOptions): boolean =>
  column.kind === 'measure' && !isGraphic(option.as) && total?.includes(column.id) === true;

/** The sum of a column; null where none of the rows has a value, which is not zero. */
const sumOf = (rows: readonly Row[], id: string): number | null => {
  const values = rows.flatMap(({ [id]: value }) => (typeof value === 'number' ? [value] : []));
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
};

/** Whether a number of the table has five digits or more as it is printed: then all of its numbers are grouped alike. */
export const hasLongNumbers = (
  chosen: readonly Chosen[],
  rows: readonly Row[],
  rest: readonly Row[],
  options: TableOptions,
): boolean =>
  chosen.some(one => {
    const { column } = one;
    if (column.kind !== 'measure') return false;
    const printed = (cell: Cell, row: Row): number =>
      typeof cell === 'number' ? Math.abs(cell) / divisorOf(unitOf(column, row).unit, options) : 0;
    const total = isSummed(one, options) ? [printed(sumOf([...rows, ...rest], column.id), {})] : [];
    return [...rows.map(row => printed(row[column.id] ?? null, row)), ...total].some(size => size >= 9999.5);
  });

/** What the values of a column or of a row are divided by. */
const divisorOf = (unit: Unit, { scale }: TableOptions): number => (unit.startsWith('money:') ? scale : 1);

/** Half a digit, and what the arithmetic may miss of it: a half can be rounded either way. */
const halfDigit = 0.5 + 1e-6;

/** Whether a value is printed as something else than what it is rounded to alone. */
const isAdjusted = (
  values: readonly (number | null)[],
  printed: readonly (number | null)[],
  precision: number,
): boolean =>
  printed.some((shown, index) => Math.abs((shown ?? 0) - (values[index] ?? 0)) > halfDigit / 10 ** precision);

/** Places of the rows that are parts of the same whole: all rows of a column that is summed, else those alike in another column. */
const wholesOf = (
  one: Chosen,
  rows: readonly Row[],
  options: TableOptions,
): readonly (readonly number[])[] => {
  const all = rows.map((_, place) => place);
  if (isSummed(one, options)) return [all];
  const whole = options.partsOf?.[one.column.id];
  if (whole === undefined) return [];
  return [...new Set(rows.map(row => row[whole]))].map(value =>
    all.filter(at => rows[at]?.[whole] === value),
  );
};

/** Columns that are summed, and parts of a whole: their cells and the sum of the rest are rounded together, so that what is printed adds up; whether that changed one. */
export const roundedColumns = (
  chosen: readonly Chosen[],
  rows: readonly Row[],
  rest: readonly Row[],
  options: TableOptions,
): { readonly rounded: RoundedColumns; readonly adjusted: boolean } => {
  const columns = chosen.flatMap(one => {
    const { column, option } = one;
    const wholes = wholesOf(one, rows, options);
    if (column.kind !== 'measure' || wholes.length === 0) return [];
    const isMoney = column.unit.startsWith('money:');
    const divisor = isMoney ? options.scale : 1;
    const percent = column.unit === 'share' ? 2 : 0;
    const precision = (option.precision ?? (isMoney && options.scale > 1 ? 0 : column.precision)) + percent;
    const values = [...rows.map(row => sumOf([row], column.id)), sumOf(rest, column.id)];
    const divided = values.map(value => (value === null ? null : value / divisor));
    const printed = isSummed(one, options)
      ? roundToTotal(divided, precision)
      : inWholes(wholes, divided, precision);
    return [{ id: column.id, printed, adjusted: isAdjusted(divided, printed, precision) }];
  });
  return {
    rounded: new Map(columns.map(({ id, printed }) => [id, printed])),
    adjusted: columns.some(({ adjusted }) => adjusted),
  };
};

/** Each whole rounded apart; the rest, which is part of many, is not printed. */
const inWholes = (
  wholes: readonly (readonly number[])[],
  values: readonly (number | null)[],
  precision: number,
): (number | null)[] => {
  const printed = new Map(
    wholes.flatMap(places => {
      const parts = roundToTotal(
        places.map(place => values[place] ?? null),
        precision,
      );
      return places.map((place, index) => [place, parts[index] ?? null] as const);
    }),
  );
  return values.map((_, place) => printed.get(place) ?? null);
};

/** "y 45 clientes más", with their sums where columns are summed, so that the total below adds up. */
export const restRow = (sums: Sums): TableRow => {
  const { rows, rest, options, rounded, grouped, context } = sums;
  const kind = namesAccounts(sums) ? 'account' : 'row';
  const label = context.locale.t('interface.moreRows', { count: rest.length, kind });
  return sumRow(
    'data',
    label,
    sums,
    ({ column, option }) =>
      cellText(
        rounded.get(column.id)?.[rows.length],
        column,
        {},
        context,
        styleOf(option, 1, options, grouped),
      ).text,
  );
};

/** Whether each row stands for an account of its own, so that the rows left out are as many accounts. */
const namesAccounts = ({ rows, rest, chosen }: Sums): boolean => {
  const head = chosen[headIndexOf(chosen)]?.column;
  if (head?.kind !== 'account') return false;
  const accounts = [...rows, ...rest].map(row => row[head.id]);
  return new Set(accounts).size === accounts.length;
};

export const totalRow = (sums: Sums): TableRow => {
  const { rows, rest, options, grouped, context } = sums;
  return sumRow('total', context.locale.t('interface.total'), sums, one => {
    const { column, option } = one;
    const total = (id: string): number | null => sumOf([...rows, ...rest], id);
    const difference = totalDifference(one, total, sums);
    return cellText(
      difference ?? total(column.id),
      column,
      {},
      context,
      styleOf(option, difference === undefined ? options.scale : 1, options, grouped),
    ).text;
  });
};

const sumRow = (
  kind: 'data' | 'total',
  label: string,
  sums: Sums,
  text: (one: Chosen) => string,
): TableRow => {
  const { chosen, options } = sums;
  const head = headIndexOf(chosen);
  return {
    kind,
    strong: kind === 'total',
    cells: chosen.map((one, position): TableCell => {
      if (position === head)
        return { text: label, head: true, ...(kind === 'total' ? {} : { tone: 'muted' }) };
      const whole = kind === 'total' ? wholeOf(one, sums) : undefined;
      if (whole !== undefined) return whole;
      return { text: isSummed(one, options) ? text(one) : '', head: false };
    }),
  };
};

/** The figure of the whole in a column that has no sum; undefined where the column has none, or it could not be computed. */
const wholeOf = ({ column, option }: Chosen, sums: Sums): TableCell | undefined => {
  const { options, grouped, context } = sums;
  const id = options.totalOf?.[column.id];
  if (id === undefined || isGraphic(option.as)) return undefined;
  const figure = showFigure(context, id);
  if (typeof figure?.value !== 'number') return undefined;
  // In a column of names or dates it stands as everywhere else.
  if (column.kind !== 'measure') return { text: context.locale.figure(figure), head: false, figure: id };
  const { text } = cellText(
    figure.value,
    column,
    {},
    context,
    styleOf(option, options.scale, options, grouped),
  );
  return { text, head: false, figure: id };
};
