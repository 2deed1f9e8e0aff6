import type { FigureInput } from '../model/figure.ts';
import type { Cell, Column, Row, Series } from '../model/series.ts';
import { cellText } from './cell-text.ts';
import type { TableCellOptions } from './cells.ts';
import type { BlockContext } from './context.ts';
import { type ColumnOption, chooseColumns, headIndexOf, type TableOptions } from './table-columns.ts';
import { chooseRows } from './table-rows.ts';

type Across = NonNullable<TableCellOptions['across']>;

/** What a table is built from. */
export interface Grid {
  readonly series: Series;
  readonly options: TableOptions;
  /** Where each row stands in the series; one of several rows, where the first of them does. */
  readonly places: ReadonlyMap<Row, number>;
}

/**
 * The grid of a table. Where its options lay a column across, the long form becomes a matrix: rows that share their head
 * are one, and each value of that column has a column of its own.
 */
export const gridOf = (series: Series, options: TableCellOptions, context: BlockContext): Grid => {
  const places = new Map(series.rows.map((row, place) => [row, place]));
  const { across } = options;
  return across === undefined
    ? { series, options, places }
    : matrixOf({ series, options, places }, across, context);
};

/** Columns of the series that lie across or stand there. */
export const columnsAcross = ({ across }: Pick<TableCellOptions, 'across'>): string[] =>
  across === undefined
    ? []
    : [across.column, across.cell, across.detail, across.head, across.order].filter(id => id !== undefined);

const matrixOf = ({ series, options, places }: Grid, across: Across, context: BlockContext): Grid => {
  const wanted = chooseColumns(series, options);
  const head = wanted[headIndexOf(wanted)]?.column.id ?? '';
  const { where, except } = options;
  const { rows } = chooseRows(
    series,
    { where, except, order: undefined, recorded: undefined, limit: undefined },
    new Set(),
    head,
  );
  const values = valuesOf(rows, across);
  const groups = groupedBy(rows, head).map(members => ({ members, row: mergedRow(members, across, values) }));
  const placeOf = (row: Row | undefined): number => (row === undefined ? 0 : (places.get(row) ?? 0));
  return {
    series: {
      id: series.id,
      columns: [
        ...series.columns,
        ...values.flatMap((_, index) => series.columns.map(column => columnAt(column, index))),
      ],
      rows: groups.map(({ row }) => row),
      inputs: series.inputs,
      ...(series.withheld === undefined ? {} : { withheld: series.withheld }),
      get rowInputs() {
        const { rowInputs } = series;
        if (rowInputs === undefined) return undefined;
        const inputs = new Map<number, readonly FigureInput[]>(
          groups.map(({ members }) => [
            placeOf(members[0]),
            [...new Set(members.flatMap(member => rowInputs[placeOf(member)] ?? []))],
          ]),
        );
        return rowInputs.map((own, place) => inputs.get(place) ?? own);
      },
    },
    options: optionsOf(series, options, across, values, context),
    places: new Map(groups.map(({ row, members }) => [row, placeOf(members[0])])),
  };
};

/** A value of the column that lies across, with the first row that has it. */
interface Value {
  readonly key: string;
  readonly row: Row;
}

/** Texts of several languages are the same where all of them are. */
const keyOf = (cell: Cell | undefined): string => JSON.stringify(cell ?? null);

const valuesOf = (rows: readonly Row[], { column, order }: Across): readonly Value[] => {
  const first = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row[column]);
    if (!first.has(key)) first.set(key, row);
  }
  const values = [...first].map(([key, row]) => ({ key, row }));
  return order === undefined
    ? values
    : values.sort((a, b) => Number(a.row[order] ?? 0) - Number(b.row[order] ?? 0));
};

const groupedBy = (rows: readonly Row[], head: string): readonly (readonly Row[])[] => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row[head]);
    const own = groups.get(key);
    if (own) own.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
};

/** Before the id of a column, since what an id is completed with (`Unit`) stands behind it. */
const idAt = (id: string, index: number): string => `${index}/${id}`;

/** The cells of the first row, and those of every row under its value. */
const mergedRow = (members: readonly Row[], { column }: Across, values: readonly Value[]): Row => ({
  ...members[0],
  ...Object.fromEntries(
    members.flatMap(member => {
      const index = values.findIndex(({ key }) => key === keyOf(member[column]));
      return Object.entries(member).map(([id, cell]) => [idAt(id, index), cell]);
    }),
  ),
});

const columnAt = (column: Column, index: number): Column => ({
  ...column,
  id: idAt(column.id, index),
  ...(column.figure === undefined
    ? {}
    : { figure: column.figure.replaceAll(/\{([^}]+)\}/g, (_, name: string) => `{${idAt(name, index)}}`) }),
});

const optionsOf = (
  series: Series,
  options: TableOptions,
  across: Across,
  values: readonly Value[],
  context: BlockContext,
): TableOptions => {
  const { cell, as, detail, width, tone, precision, starred, total } = across;
  const laidAcross = values.map(
    (value, index): ColumnOption => ({
      as,
      id: idAt(cell, index),
      width,
      tone,
      precision,
      starred,
      detail: detail === undefined ? undefined : idAt(detail, index),
      heading: headingOf(series, across, value.row, context),
      sparse: true,
    }),
  );
  return {
    ...options,
    columns: [...(options.columns ?? []), ...laidAcross],
    ...(total === true ? { total: [...(options.total ?? []), ...laidAcross.map(({ id }) => id)] } : {}),
  };
};

const headingOf = (series: Series, { column, head }: Across, row: Row, context: BlockContext): string => {
  const textIn = (id: string): string => {
    const named = series.columns.find(one => one.id === id);
    return named === undefined ? '' : cellText(row[id], named, row, context, { scale: 1, short: true }).text;
  };
  return head === undefined
    ? textIn(column)
    : context.locale.t('interface.withMore', { text: textIn(column), more: textIn(head) });
};
