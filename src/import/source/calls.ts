/** A file that an SQL text reads by one of the functions of an import. */
export interface SourceCall {
  readonly kind: 'csv' | 'xlsx' | 'json' | 'yaml';
  /** Path below the data folder. */
  readonly file: string;
  /** The sheet of a workbook, or the encoding of a CSV file. */
  readonly detail: string;
}

const text = "'((?:[^']|'')*)'";
const call = new RegExp(
  String.raw`\b(csv|xlsx|json|yaml)_rows\s*\(\s*${text}\s*(?:,\s*(?:(?:sheet|encoding)\s*:=\s*)?${text}\s*)?\)`,
  'gi',
);

/**
 * The calls `csv_rows('f.csv', encoding := 'windows-1252')`, `xlsx_rows('f.xlsx', 'Sheet')`, `json_rows('f.json')` and
 * `yaml_rows('f.yaml')` in an SQL text, each once.
 */
export const sourceCalls = (sql: string): readonly SourceCall[] => {
  const found = new Map<string, SourceCall>();
  for (const [, name = '', file = '', given] of sql.replace(/--.*/g, '').matchAll(call)) {
    const kind = name.toLowerCase() as SourceCall['kind'];
    const detail = unquoted(given ?? '') || (kind === 'csv' ? 'utf-8' : '');
    const one = { kind, file: unquoted(file), detail };
    found.set(tableName(one), one);
  }
  return [...found.values()];
};

const unquoted = (quoted: string): string => quoted.replaceAll("''", "'");

/** The table that holds what a call reads. */
export const tableName = ({ kind, file, detail }: SourceCall): string => `${kind}:${file}:${detail}`;
