import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import type { Palette } from '../../brand/palette.ts';
import { neutral } from '../neutral.ts';
import { rezipped } from '../zip.ts';
import { letters, type Sheet, type SheetCell } from './sheet.ts';

export interface WorkbookLook {
  readonly palette: Palette;
  readonly title: string;
  readonly author: string;
  /** ISO date that the file carries. */
  readonly date: string;
}

/** The bytes of a workbook: those of the same sheets are the same. */
export const workbookFile = async (sheets: readonly Sheet[], look: WorkbookLook): Promise<Uint8Array> => {
  const { writeXlsx } = await import('hucre/xlsx');
  const file = await writeXlsx({
    sheets: sheets.map(sheet => writeSheet(sheet, look.palette)),
    properties: { title: look.title, creator: look.author },
    defaultFont: { name: 'Calibri', size: 11 },
  });
  const text = new TextDecoder();
  return rezipped(file, (path, part) =>
    path === 'docProps/core.xml'
      ? text.decode(part).replaceAll(/>\d{4}-\d\d-\d\dT[^<]*</g, `>${look.date}T00:00:00Z<`)
      : part,
  );
};

const rgb = (hex: string): { readonly rgb: string } => ({ rgb: hex.slice(1).toUpperCase() });

const writeSheet = ({ name, columns, rows, frozen, filtered }: Sheet, palette: Palette): WriteSheet => {
  const cells = new Map<string, Partial<Cell>>();
  for (const [column, { title, numeric }] of columns.entries())
    cells.set(`0,${column}`, { value: neutral(title), style: headStyle(palette, numeric === true) });
  for (const [index, row] of rows.entries())
    for (const [column, cell] of row.entries()) cells.set(`${index + 1},${column}`, writeCell(cell, palette));
  const last = filtered ?? rows.length;
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [columns.map(() => null), ...rows.map(row => row.map(() => null))],
    cells,
    rowDefs: new Map([[0, { height: headHeight(columns) }]]),
    freezePane: { rows: 1, columns: frozen },
    ...(last > 1 ? { autoFilter: { range: `A1:${letters(columns.length - 1)}${last + 1}` } } : {}),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
};

const writeCell = ({ value, formula, format, look, leadsTo }: SheetCell, palette: Palette): Partial<Cell> => {
  const safe = typeof value === 'string' ? neutral(value) : value;
  return {
    ...(formula === undefined ? { value: safe } : { formula, formulaResult: safe }),
    style: styleOf(format, look, typeof value === 'string', palette, leadsTo !== undefined),
    ...(leadsTo === undefined
      ? {}
      : { hyperlink: { target: '', location: `'${leadsTo.replaceAll("'", "''")}'!A1` } }),
  };
};

const lineHeight = 15;

/** Room for the longest title, in points: what is frozen does not grow by itself everywhere. */
const headHeight = (columns: Sheet['columns']): number =>
  lineHeight * Math.max(1, ...columns.map(({ title, width }) => linesOf(title, width - 1)));

const linesOf = (text: string, width: number): number => {
  let [lines, used] = [1, 0];
  for (const word of text.split(/\s+/)) {
    if (used > 0 && used + 1 + word.length > width) {
      lines += 1;
      used = word.length;
    } else used += (used > 0 ? 1 : 0) + word.length;
  }
  return lines;
};

const headStyle = ({ ink, paper }: Palette, isNumeric: boolean): CellStyle => ({
  font: { bold: true, color: rgb(paper) },
  fill: { type: 'pattern', pattern: 'solid', fgColor: rgb(ink) },
  alignment: { wrapText: true, vertical: 'top', horizontal: isNumeric ? 'right' : 'left' },
});

const styleOf = (
  format: string | undefined,
  look: SheetCell['look'],
  isText: boolean,
  { ink, accent, rule }: Palette,
  isLink: boolean,
): CellStyle => ({
  // What may be changed is blue, as modellers do; what follows from it is black.
  font: {
    color: rgb(look === 'input' || isLink ? accent : ink),
    ...(look === 'total' ? { bold: true } : {}),
    ...(isLink ? { underline: true } : {}),
  },
  alignment: isText ? { wrapText: true, vertical: 'top' } : { vertical: 'top' },
  ...(look === 'total' ? { border: { top: { style: 'thin', color: rgb(rule) } } } : {}),
  ...(format === undefined ? {} : { numFmt: format }),
});
