import type { Analysis } from '../analysis/analyze.ts';
import { genericId } from '../analysis/generic-id.ts';
import { sortBy } from '../model/order.ts';
import { type Column, figureOfCell, type Row, type Series } from '../model/series.ts';
import { columnDictionary } from './dictionary.ts';
import { figureTable } from './figure-table.ts';
import { findingTable } from './finding-table.ts';
import type { ExportTable } from './table.ts';
import { type Reader, type ValueColumn, valueColumns } from './values.ts';

/**
 * Every table of the analysis, by id: one for each kind of series, so that the actions of all accounts stand in one table
 * with a column that says whose they are; and the figures and findings.
 */
export const exportTables = (analysis: Analysis, reader: Reader): readonly ExportTable[] => {
  const kinds = new Map<string, Series[]>();
  for (const series of analysis.series.values()) {
    const generic = genericId(series.id);
    kinds.set(generic, [...(kinds.get(generic) ?? []), series]);
  }
  return sortBy(
    [
      ...[...kinds].map(([generic, alike]) => tableOf(generic, alike, reader)),
      figureTable([...analysis.figures.values()], reader),
      findingTable(analysis, reader),
    ],
    ({ id }) => id,
  );
};

/** Some tables as programs read them, and one that says what their columns are. */
export const tablesForPrograms = (
  sources: Pick<Reader, 'locale' | 'names'> & { readonly analysis: Analysis },
  chosen: ReadonlySet<string>,
): readonly ExportTable[] => {
  const { analysis, locale, names } = sources;
  const all = exportTables(analysis, { locale, names, audience: 'programs' });
  const tables = all.filter(({ id }) => chosen.has(id));
  return [...tables, columnDictionary(tables, locale)];
};

/** The ids of all tables. */
export const tableIds = (analysis: Analysis): readonly string[] => {
  const ids = new Set([...analysis.series.keys()].map(id => tableId(genericId(id))));
  return sortBy([...ids, 'figures', 'findings'], id => id);
};

/** A row with what the id of its series says of it, and the figures that its cells show. */
interface Placed {
  readonly row: Row;
  readonly series: Series;
}

const tableOf = (generic: string, alike: readonly Series[], reader: Reader): ExportTable => {
  const columns = columnsOf(alike);
  const subjects = subjectColumns(generic, columns);
  const rows = alike.flatMap(series => {
    const words = wordsOf(series.id, generic);
    const about = Object.fromEntries(subjects.map(({ column, place }) => [column.id, words[place] ?? null]));
    return series.rows.map((row): Placed => ({ row: { ...row, ...about }, series }));
  });
  const plainRows = rows.map(({ row }) => row);
  const made = [...subjects.map(({ column }) => column), ...columns].map(column => ({
    id: column.id,
    parts: valueColumns(column, plainRows, reader),
  }));
  const parts = made.flatMap(one => one.parts);
  return {
    id: tableId(generic),
    title: reader.locale.has(`tables.${generic}`) ? reader.locale.t(`tables.${generic}`) : tableId(generic),
    columns: parts.map(({ column }) => column),
    rows: plainRows.map(row => parts.map(part => part.read(row))),
    figures: rows.map(placed => parts.map(part => figureAt(placed, part))),
  };
};

/** `account.*.actions` → `account.actions`. */
export const tableId = (generic: string): string => generic.replaceAll('.*', '');

/** The columns of series of one kind: those of the first, then those that only others have. */
const columnsOf = (alike: readonly Series[]): readonly Column[] => {
  const columns = new Map<string, Column>();
  for (const series of alike)
    for (const column of series.columns) if (!columns.has(column.id)) columns.set(column.id, column);
  return [...columns.values()];
};

const figureAt = ({ row, series }: Placed, { column }: ValueColumn): string | undefined => {
  const shown = series.columns.find(({ id }) => id === column.id);
  return shown?.kind === 'measure' ? figureOfCell(shown, row) : undefined;
};

interface SubjectColumn {
  readonly column: Column;
  /** Which of the words that the generic id leaves open. */
  readonly place: number;
}

/** Columns that say which account, manager or segmentation a row is of, where the series has no such column itself. */
const subjectColumns = (generic: string, own: readonly Column[]): readonly SubjectColumn[] => {
  const parts = generic.split('.');
  const open = parts.flatMap((part, index) => (part === '*' ? [parts[index - 1] ?? ''] : []));
  return open.flatMap((before, place) => {
    const column = subjectColumn(before);
    return own.some(({ id }) => id === column.id) ? [] : [{ column, place }];
  });
};

const subjectColumn = (before: string): Column => {
  if (before === 'account') return { id: 'account', kind: 'account' };
  if (before === 'kam') return { id: 'manager', kind: 'person' };
  return { id: before === 'segments' ? 'scheme' : 'crossedScheme', kind: 'text' };
};

/** The words of an id where its generic form has `*`. */
const wordsOf = (id: string, generic: string): readonly string[] => {
  const parts = id.split('.');
  return generic.split('.').flatMap((part, index) => (part === '*' ? [parts[index] ?? ''] : []));
};
