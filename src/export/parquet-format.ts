import type { ExportFile, ExportFormat } from './format.ts';
import { tableIds, tablesForPrograms } from './tables.ts';

/** The tables of the CSV files with their types. Nothing runs in them, so that their texts stand as they are. */
export const parquetFormat: ExportFormat = {
  names: ({ analysis }) => tableIds(analysis),
  files: async (sources, chosen, { parquet }) => {
    const files: ExportFile[] = [];
    for (const table of tablesForPrograms(sources, chosen))
      files.push({
        path: `parquet/${sources.locale.tag}/${table.id}.parquet`,
        content: await parquet(table),
      });
    return files;
  },
};
