import { csvOf } from './csv.ts';
import type { ExportFormat } from './format.ts';
import { tableIds, tablesForPrograms } from './tables.ts';

/** A file for each table, and one that says what their columns are. */
export const csvFormat: ExportFormat = {
  names: ({ analysis }) => tableIds(analysis),
  files: async (sources, chosen) =>
    tablesForPrograms(sources, chosen).map(table => ({
      path: `csv/${sources.locale.tag}/${table.id}.csv`,
      content: csvOf(table),
    })),
};
