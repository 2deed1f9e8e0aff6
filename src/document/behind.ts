import type { Row, Series } from '../model/series.ts';
import type { TableCellOptions } from './cells.ts';
import type { BlockContext } from './context.ts';
import type { Table, TableRow } from './model.ts';
import { buildTable } from './table.ts';
import type { ChosenRows } from './table-rows.ts';

/**
 * Rows that the data behind a picture list at most. A plan shows its account among all others: with ten thousand of them, every
 * plan would carry three tables of ten thousand rows.
 */
export const mostRowsBehind = 60;

/** The first rows of a long series and, where it comes later, that of the subject; the others are counted. */
export const rowsBehind = ({ rows }: Pick<Series, 'rows'>, subject: string | undefined): ChosenRows => {
  if (rows.length <= mostRowsBehind + 1) return { rows, rest: [], without: [] };
  const own = subject === undefined ? -1 : rows.findIndex(({ account }) => account === subject);
  const first = rows.slice(0, own < mostRowsBehind ? mostRowsBehind : mostRowsBehind - 1);
  const kept = new Set(own < mostRowsBehind ? first : [...first, rows[own] as Row]);
  return { rows: [...kept], rest: rows.filter(row => !kept.has(row)), without: [] };
};

/** The data behind a picture; all of them where the document is about nobody in particular, since there is only one of it. */
export const dataBehind = (series: Series, context: BlockContext): Table => {
  const options: TableCellOptions = { scale: 1, footnotes: [], wide: false };
  const { account, kam } = context.at;
  if (account === undefined && kam === undefined) return buildTable(series, options, context);
  const choice = rowsBehind(series, account);
  const table = buildTable(series, options, context, choice);
  return choice.rest.length === 0 ? table : { ...table, rows: numbered(table.rows, series, choice) };
};

/** Marks of the picture name a row by its number in the series, which in a part of them is no longer that in the table. */
const numbered = (shown: readonly TableRow[], { rows }: Series, choice: ChosenRows): readonly TableRow[] =>
  shown.map((row, index) => {
    const chosen = choice.rows[index];
    return { ...row, of: chosen === undefined ? 'rest' : rows.indexOf(chosen) };
  });
