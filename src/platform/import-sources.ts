import { createReadStream } from 'node:fs';
import { mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type SourceCall, sourceCalls, tableName } from '../import/source/calls.ts';
import { jsonTable, yamlTable } from '../import/source/records.ts';
import { largestFile, type TextTable, UnreadableSource } from '../import/source/text-table.ts';
import { workbookTable } from '../import/source/workbook.ts';

/** Where the files of an import are, and where decoded copies of them go. */
export interface SourceFolders {
  readonly data: string;
  readonly decoded: string;
}

/** For each function of the SQL that reads a file DuckDB can't read by itself, makes what the function looks for. */
export const loadSources = async (
  connection: DuckDBConnection,
  sql: string,
  folders: SourceFolders,
  loaded: Set<string>,
): Promise<void> => {
  for (const call of sourceCalls(sql)) {
    const name = tableName(call);
    if (loaded.has(name)) continue;
    try {
      if (call.kind === 'csv' && call.detail === 'utf-8') await requireUtf8(call.file, folders.data);
      else if (call.kind === 'csv') await decode(call, folders);
      else await fill(connection, call, await tableOf(call, folders.data));
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error;
      throw new UnreadableSource(`${call.file}: ${error.message}`);
    }
    loaded.add(name);
  }
};

/** The bytes of a file of the data folder. Links that leave it, and what is no file, count as absent. */
const bytesOf = async (file: string, data: string): Promise<Uint8Array> => {
  const path = await pathWithin(data, file);
  if (path === undefined) throw new UnreadableSource('There is no such file in the data folder.');
  const { size } = await stat(path);
  if (size > largestFile) throw new UnreadableSource(`It has ${size} bytes; ${largestFile} are read.`);
  return readFile(path);
};

/** Where a file really lies; undefined where it is outside the folder, absent, or a pipe or device, which would never end. */
const pathWithin = async (data: string, file: string): Promise<string | undefined> => {
  try {
    const path = await realpath(join(data, file));
    return path.startsWith(data + sep) && (await stat(path)).isFile() ? path : undefined;
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(String(error.code))
    )
      return undefined;
    throw error;
  }
};

const tableOf = async ({ kind, file, detail }: SourceCall, data: string): Promise<TextTable> => {
  const bytes = await bytesOf(file, data);
  if (kind === 'xlsx') return workbookTable(bytes, detail);
  const text = decoded(bytes, 'utf-8');
  return kind === 'json' ? jsonTable(text) : yamlTable(file, text);
};

/**
 * DuckDB would set aside the lines of another encoding one by one: half an import, without the names that have an accent. It
 * reads the file itself, so that its size does not matter.
 * @throws UnreadableSource
 */
const requireUtf8 = async (file: string, data: string): Promise<void> => {
  const path = await pathWithin(data, file);
  if (path === undefined) return;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UnreadableSource(
      'It is not UTF-8. Say what it is written in: windows-1252 (most exports for Excel) or utf-16.',
    );
  }
};

/** Encodings of CSV files by the name that the SQL gives them. */
const encodings: ReadonlySet<string> = new Set(['utf-8', 'utf-16', 'windows-1252', 'iso-8859-15']);

/** @throws UnreadableSource where the bytes are not in that encoding, or it is unknown */
const decoded = (bytes: Uint8Array, encoding: string): string => {
  if (!encodings.has(encoding))
    throw new UnreadableSource(`The encoding ${encoding} is unknown: ${[...encodings].join(', ')} are read.`);
  if (encoding === 'windows-1252') return fromWindows(bytes);
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  const label = encoding === 'utf-16' && isBigEndian ? 'utf-16be' : encoding;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UnreadableSource(`Its bytes are not ${encoding}.`);
  }
};

/** What windows-1252 has where ISO 8859-1 has control characters. Node 20 decodes the one as the other. */
const windowsCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const fromWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, character => windowsCharacters[character.charCodeAt(0) - 0x80] ?? character);

const decode = async (
  { file, detail }: SourceCall,
  { data, decoded: folder }: SourceFolders,
): Promise<void> => {
  const text = decoded(await bytesOf(file, data), detail);
  const path = join(folder, detail, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
};

const fill = async (connection: DuckDBConnection, call: SourceCall, table: TextTable): Promise<void> => {
  const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  const columns = ['source_file', 'source_row', ...table.columns];
  const types = columns.map((column, index) => `${quote(column)} ${index === 1 ? 'BIGINT' : 'VARCHAR'}`);
  await connection.run(`CREATE TABLE ${quote(tableName(call))} (${types.join(', ')})`);
  const appender = await connection.createAppender(tableName(call));
  for (const [index, row] of table.rows.entries()) {
    appender.appendVarchar(call.file);
    appender.appendBigInt(BigInt(index + 1));
    for (const cell of row)
      if (cell === null || cell === '') appender.appendNull();
      else appender.appendVarchar(cell);
    appender.endRow();
  }
  appender.closeSync();
};
