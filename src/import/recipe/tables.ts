import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { Database } from '../table.ts';
import { originColumns } from '../targets.ts';
import type { TableFile } from './recipe.ts';

/**
 * The tables of a data folder with the heads of their columns. A file that can't be read is an error even when the recipe
 * might not need it: it may be the export.
 * @param encoding that the CSV files were declared to be written in
 */
export const tablesOf = async (
  database: Database,
  files: readonly string[],
  encoding: string | undefined,
): Promise<Outcome<readonly TableFile[]>> => {
  const tables: TableFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const call = callOf(file, encoding);
    if (call === undefined) continue;
    const sql = `SELECT * FROM ${call} LIMIT 0;`;
    const outcome = await database.run({ into: 'rejects', file, line: 0, sql });
    diagnostics.push(...outcome.diagnostics.map(({ span: _, ...diagnostic }) => diagnostic));
    const own: readonly string[] = Object.values(originColumns);
    const heads = (outcome.value?.columns ?? []).filter(column => !own.includes(column));
    if (outcome.value !== undefined) tables.push({ file, call, heads });
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: tables, diagnostics };
};

const callOf = (file: string, encoding: string | undefined): string | undefined => {
  const quoted = `'${file.replaceAll("'", "''")}'`;
  const [, ending = ''] = /\.([a-z]+)$/i.exec(file) ?? [];
  switch (ending.toLowerCase()) {
    case 'csv':
    case 'txt':
    case 'tsv':
      return `csv_rows(${quoted}, encoding := '${(encoding ?? 'utf-8').replaceAll("'", "''")}')`;
    case 'xlsx':
    case 'json':
    case 'parquet':
      return `${ending.toLowerCase()}_rows(${quoted})`;
    case 'yaml':
    case 'yml':
      return `yaml_rows(${quoted})`;
    default:
      return undefined;
  }
};
