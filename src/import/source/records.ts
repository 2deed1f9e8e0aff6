import { parseYaml } from '../../workspace/yaml.ts';
import { cellText, type TextTable, textTable, UnreadableSource } from './text-table.ts';

/**
 * A JSON text as a table: a list of objects, or an object with one list of objects in it, as interfaces answer. Nested objects
 * become columns with a dot.
 * @throws UnreadableSource
 */
export const jsonTable = (text: string): TextTable => {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UnreadableSource(`It is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return recordTable(value);
};

/** The same of YAML, within the limits of a workspace file. @throws UnreadableSource */
export const yamlTable = (file: string, text: string): TextTable => {
  const { value, diagnostics } = parseYaml(file, text);
  const [first] = diagnostics;
  if (first === undefined) return recordTable(value);
  const place = first.span === undefined ? '' : `line ${first.span.line}: `;
  throw new UnreadableSource(`It is not YAML that can be read: ${place}${first.message}`);
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRecords = (value: unknown): value is readonly Record<string, unknown>[] =>
  Array.isArray(value) && value.every(isRecord);

const recordTable = (value: unknown): TextTable => {
  const lists = isRecord(value) ? Object.values(value).filter(isRecords) : [value];
  const [records, ...others] = lists;
  if (!isRecords(records) || others.length > 0)
    throw new UnreadableSource('A list of objects is needed, or an object with one such list in it.');
  const flat = records.map(record => new Map(flattened(record)));
  const columns = [...new Set(flat.flatMap(row => [...row.keys()]))];
  return textTable(
    columns,
    flat.map(row => columns.map(column => row.get(column) ?? null)),
  );
};

function* flattened(record: Record<string, unknown>, prefix = ''): Generator<[string, string | null]> {
  for (const [key, value] of Object.entries(record))
    if (isRecord(value)) yield* flattened(value, `${prefix}${key}.`);
    else yield [prefix + key, cellText(value)];
}
