import type { Locale } from '../locale/locale.ts';
import type { ExportTable } from './table.ts';

const ids = ['table', 'tableTitle', 'column', 'columnTitle', 'kind', 'unit', 'precision'] as const;

/** What each column of some tables holds: the table that goes with them. */
export const columnDictionary = (tables: readonly ExportTable[], locale: Locale): ExportTable => ({
  id: 'columns',
  title: locale.t('export.dictionary.title'),
  columns: ids.map(id => ({
    id,
    title: locale.t(`export.dictionary.${id}`),
    kind: id === 'precision' ? 'number' : 'text',
    precision: 0,
    signed: false,
  })),
  rows: tables.flatMap(table =>
    table.columns.map(column => [
      table.id,
      table.title,
      column.id,
      column.title,
      column.kind,
      column.unit ?? null,
      column.kind === 'number' ? column.precision : null,
    ]),
  ),
});
