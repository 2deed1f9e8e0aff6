import { printedDifference, roundToTotal } from '../locale/rounding.ts';
import type { Row } from '../model/series.ts';
import { unitOf } from './cell-text.ts';
import type { Chosen, TableOptions } from './table-columns.ts';
import type { RoundedColumns, Sums } from './table-totals.ts';

type Difference = NonNullable<TableOptions['differences']>[string];

/** A table of which the sums are rounded. */
type Shown = Pick<Sums, 'chosen' | 'options'> & {
  readonly rows: readonly Row[];
  readonly rounded: RoundedColumns;
};

/**
 * Values of columns that are a difference between two others, as the printed values give it: a reader subtracts what stands
 * there. Its causes are rounded with it, so that they still add up to it.
 */
export const printedDifferences = (shown: Shown): RoundedColumns => {
  const printed = new Map(shown.rounded);
  for (const [id, difference] of Object.entries(shown.options.differences ?? {})) {
    const columns = [id, ...difference.causes].flatMap(one => chosenOf(shown, one) ?? []);
    const [own, ...causes] = columns;
    if (own === undefined || own.column.id !== id) continue;
    const rows = shown.rows.map((row, index) => rowOf(row, index, difference, own, causes, shown));
    for (const [place, { column }] of columns.entries())
      printed.set(column.id, [
        ...rows.map(values => values[place] ?? null),
        ...(place === 0 ? restOf(own, difference, shown) : []),
      ]);
  }
  return printed;
};

/** The difference of the rows that are cut off, where they are summed. */
const restOf = (own: Chosen, { from, to }: Difference, { rounded, rows, options }: Shown): number[] => {
  const [before, after] = [from, to].map(id => rounded.get(id)?.[rows.length] ?? undefined);
  return before === undefined || after === undefined
    ? []
    : [printedDifference(before, after, precisionOf({}, own, options))];
};

/** The difference of two totals, divided as they are printed; undefined where the column is none, or they are not summed. */
export const totalDifference = (
  own: Chosen,
  sumOf: (column: string) => number | null,
  { chosen, options }: Pick<Shown, 'chosen' | 'options'>,
): number | undefined => {
  const difference = options.differences?.[own.column.id];
  if (difference === undefined || own.column.kind !== 'measure') return undefined;
  const [before, after] = [difference.from, difference.to].map(id => {
    const one = options.total?.includes(id) === true ? chosenOf({ chosen }, id) : undefined;
    return one === undefined ? null : numberIn({ [id]: sumOf(id) }, one, options);
  });
  return before == null || after == null
    ? undefined
    : printedDifference(before, after, precisionOf({}, own, options));
};

const chosenOf = ({ chosen }: Pick<Shown, 'chosen'>, id: string): Chosen | undefined =>
  chosen.find(
    ({ column, option }) => column.id === id && (option.as === 'text' || option.as === 'with-unit'),
  );

/** The difference of a row and its causes, rounded. */
const rowOf = (
  row: Row,
  index: number,
  { from, to }: Difference,
  own: Chosen,
  causes: readonly Chosen[],
  shown: Shown,
): readonly (number | null)[] => {
  const of = (id: string): number | null => {
    const one = chosenOf(shown, id);
    return shown.rounded.get(id)?.[index] ?? (one === undefined ? null : numberIn(row, one, shown.options));
  };
  const [before, after, raw] = [of(from), of(to), numberIn(row, own, shown.options)];
  const precision = precisionOf(row, own, shown.options);
  const difference =
    raw === null || before === null || after === null ? raw : printedDifference(before, after, precision);
  const parts = causes.map(cause => numberIn(row, cause, shown.options));
  return [difference, ...(difference === null ? parts : roundToTotal(parts, precision, difference))];
};

/** What a cell holds, divided as it is printed. */
const numberIn = (row: Row, { column }: Chosen, { scale }: TableOptions): number | null => {
  const value = row[column.id];
  if (typeof value !== 'number' || column.kind !== 'measure') return null;
  return unitOf(column, row).unit.startsWith('money:') ? value / scale : value;
};

/** Decimals of a value as it stands in the series: those of a percentage are two places further on. */
const precisionOf = (row: Row, { column, option }: Chosen, { scale }: TableOptions): number => {
  if (column.kind !== 'measure') return 0;
  const { unit, precision } = unitOf(column, row);
  const own = option.precision ?? (unit.startsWith('money:') && scale > 1 ? 0 : precision);
  return unit === 'share' || unit === 'points' ? own + 2 : own;
};
