import { csvOf } from './csv.ts';
import { columnDictionary } from './dictionary.ts';
import type { ExportFormat } from './format.ts';
import { exportTables, tableIds } from './tables.ts';

/** A file for each table, and one that says what their columns are. */
export const csvFormat: ExportFormat = {
  names: ({ analysis }) => tableIds(analysis),
  files: async (sources, chosen) => {
    const tables = exportTables(sources.analysis, { ...sources, audience: 'programs' }).filter(({ id }) =>
      chosen.has(id),
    );
    return [...tables, columnDictionary(tables, sources.locale)].map(table => ({
      path: `csv/${sources.locale.tag}/${table.id}.csv`,
      content: csvOf(table),
    }));
  },
};
