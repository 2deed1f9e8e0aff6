import { unzipSync } from 'fflate';
import { type CellValue, readXlsx } from 'hucre/xlsx';
import { cellText, type TextTable, textTable, UnreadableSource } from './text-table.ts';

/** Most bytes that a workbook may unpack to. */
const largestUnpacked = 300_000_000;

/**
 * A sheet of an XLSX workbook as a table: heads in its first row that is not empty. A formula gives the value that was last
 * computed, a date becomes YYYY-MM-DD.
 * @param sheet its name; the only sheet where it is empty
 * @throws UnreadableSource
 */
export const workbookTable = async (bytes: Uint8Array, sheet: string): Promise<TextTable> => {
  refuseBombs(bytes);
  const { sheets } = await read(bytes);
  const names = sheets.map(({ name }) => name);
  const found = sheet === '' && sheets.length === 1 ? sheets[0] : sheets.find(({ name }) => name === sheet);
  if (found === undefined)
    throw new UnreadableSource(
      sheet === ''
        ? `It has several sheets: ${names.join(', ')}. Name one.`
        : `It has no sheet "${sheet}"; it has ${names.join(', ')}.`,
    );
  const rows = found.rows.map(row => row.map(value => cellText(isDate(value) ? dateText(value) : value)));
  const filled = rows.filter(row => row.some(cell => cell !== null && cell !== ''));
  const [heads = [], ...body] = filled;
  return textTable(heads, body);
};

/** Of all values of a cell only a date is an object. */
const isDate = (value: CellValue): value is Exclude<CellValue, string | number | boolean | null> =>
  typeof value === 'object' && value !== null;

const dateText = (date: { toISOString(): string }): string => {
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
};

const read = async (bytes: Uint8Array) => {
  try {
    return await readXlsx(bytes);
  } catch (error) {
    throw new UnreadableSource(
      `It is not a workbook that can be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
};

const refuseBombs = (bytes: Uint8Array): void => {
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return false;
      },
    });
  } catch {
    throw new UnreadableSource('It is not an XLSX workbook.');
  }
  if (unpacked > largestUnpacked)
    throw new UnreadableSource(`It would unpack to ${unpacked} bytes; ${largestUnpacked} are read.`);
};
