import { dayOf } from '../../model/days.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type OrderColumn, type OrderHistory, orderColumns } from '../../model/order-history.ts';
import { type SourceRef, type Span, topOf } from '../../model/source.ts';
import { dateSchema } from '../../model/text.ts';
import * as catalogue from '../catalogue.ts';
import { formatHint, typeHint } from '../mend.ts';
import { suggest } from '../suggest.ts';
import { compact, type OrderLine } from './compact.ts';
import { type CsvCell, type CsvTable, csvTable } from './csv.ts';

/** The order file: what it says, what is wrong with it, and where its lines stand. */
export interface OrderFile {
  /** Every line that was read without fault, by account as the file names it; undefined where no line could be read. */
  readonly history?: OrderHistory;
  readonly diagnostics: readonly Diagnostic[];
  /** A path of the number of a row, and where one cell is meant the name of its column. */
  locate(path: SourceRef['path'], part?: 'key' | 'value'): Span | undefined;
}

/** A file of half a million lines has some thirty million characters. */
const longestText = 100_000_000;
/** One slip of an export repeats on every line; past this many there is nothing new to learn. */
const mostErrors = 25;

/** Reads `data/orders.csv`. Never throws; reads on after a fault, so that many are told at once. */
export const readOrders = (file: string, text: string): OrderFile => {
  const whole = topOf(file);
  const refused = (diagnostic: Diagnostic): OrderFile => ({
    diagnostics: [diagnostic],
    locate: () => whole,
  });
  if (text.length > longestText) return refused(catalogue.tooLarge(whole, text.length, longestText));
  if (text.trim() === '') return refused(catalogue.emptyFile(whole));
  const table = csvTable(file, text);
  const columns = new Map(table.header.map(({ text: name }, index) => [name.toLowerCase(), index]));
  const locate = locator(table, columns);
  const faults = headerFaults(table, whole);
  if (faults.length > 0) return { diagnostics: faults, locate };
  const { lines, diagnostics } = readLines(table, columns);
  const accounts = new Map([...lines].map(([account, own]) => [account, compact(own)]));
  return { history: { source: { file, path: [] }, accounts }, diagnostics, locate };
};

const locator =
  (table: CsvTable, columns: ReadonlyMap<string, number>): OrderFile['locate'] =>
  ([row, column], part) => {
    if (row === undefined) return { ...table.span(-1), length: 1 };
    if (part === 'key' || typeof row !== 'number' || row >= table.size) return undefined;
    const index = columns.get(String(column));
    return table.span(row, index === undefined ? undefined : table.cells(row)?.[index]);
  };

const headerFaults = (table: CsvTable, whole: Span): readonly Diagnostic[] => {
  const names = table.header.map(cell => cell.text.toLowerCase());
  const found = table.header.flatMap((cell, index): readonly Diagnostic[] => {
    const name = names[index] ?? '';
    const span = table.span(-1, cell);
    if (names.indexOf(name) < index) return [catalogue.duplicateColumn(span, cell.text)];
    if ((orderColumns as readonly string[]).includes(name)) return [];
    return [catalogue.unknownColumn(span, cell.text, suggest(name, orderColumns), orderColumns)];
  });
  const meant = new Set(names.map(name => suggest(name, orderColumns)));
  const missing = (['account', 'date'] as const).filter(name => !names.includes(name) && !meant.has(name));
  return [...found, ...missing.map(name => catalogue.missingColumn(whole, name))];
};

type Cells = (column: OrderColumn) => CsvCell | undefined;

const readLines = (
  table: CsvTable,
  columns: ReadonlyMap<string, number>,
): {
  readonly lines: ReadonlyMap<string, readonly OrderLine[]>;
  readonly diagnostics: readonly Diagnostic[];
} => {
  const lines = new Map<string, OrderLine[]>();
  const diagnostics: Diagnostic[] = [];
  const days = new Map<string, number | undefined>();
  let faulty = 0;
  let ambiguous: { readonly row: number; readonly lines: number } | undefined;
  for (let row = 0; row < table.size; row += 1) {
    const read = readLine(table, columns, row, days);
    if ('line' in read) {
      const known = lines.get(read.account);
      if (known === undefined) lines.set(read.account, [read.line]);
      else known.push(read.line);
      if (read.isAmbiguous) ambiguous = { row: ambiguous?.row ?? row, lines: (ambiguous?.lines ?? 0) + 1 };
    } else {
      faulty += 1;
      if (faulty <= mostErrors) diagnostics.push(...read.faults);
    }
  }
  if (faulty > mostErrors) diagnostics.push(catalogue.moreFaults(table.span(-1), faulty - mostErrors));
  if (ambiguous !== undefined) diagnostics.push(thousands(table, columns, ambiguous));
  return { lines, diagnostics };
};

/** `1.234` is one and a bit here, a thousand and more in Spanish: one report for the file. */
const thousands = (
  table: CsvTable,
  columns: ReadonlyMap<string, number>,
  { row, lines }: { readonly row: number; readonly lines: number },
): Diagnostic => {
  const cell = table.cells(row)?.[columns.get('amount') ?? -1];
  return catalogue.thousandsInOrders(table.span(row, cell), cell?.text ?? '', lines);
};

type ReadLine =
  | { readonly account: string; readonly line: OrderLine; readonly isAmbiguous: boolean }
  | { readonly faults: readonly Diagnostic[] };

const readLine = (
  table: CsvTable,
  columns: ReadonlyMap<string, number>,
  row: number,
  days: Map<string, number | undefined>,
): ReadLine => {
  const cells = table.cells(row);
  if (cells === undefined) return { faults: [catalogue.openQuote(table.span(row))] };
  if (cells.length !== table.header.length)
    return { faults: [catalogue.wrongCellCount(table.span(row), cells.length, table.header.length)] };
  const cell: Cells = column => cells[columns.get(column) ?? -1];
  const account = cell('account')?.text ?? '';
  const date = cell('date')?.text ?? '';
  const amount = amountOf(cell('amount')?.text);
  const day = dayOfText(date, days);
  const faults = [
    ...(account === '' ? [catalogue.emptyCell(table.span(row, cell('account')), 'account')] : []),
    ...(day === undefined ? [catalogue.badDate(table.span(row, cell('date')), date, dateHint(date))] : []),
    ...(amount === 'wrong' ? [badAmount(table.span(row, cell('amount')), cell('amount')?.text ?? '')] : []),
  ];
  if (day === undefined || amount === 'wrong' || faults.length > 0) return { faults };
  const order = cell('order')?.text ?? '';
  return {
    account,
    isAmbiguous: /^-?\d{1,3}\.\d{3}$/.test(cell('amount')?.text ?? ''),
    line: { row, day, ...(amount === undefined ? {} : { amount }), ...(order === '' ? {} : { order }) },
  };
};

const dateHint = (text: string): string | undefined => formatHint('a date', text);

const badAmount = (span: Span, text: string): Diagnostic =>
  catalogue.badAmount(span, text, typeHint('number', text));

/** Dates repeat many times over; each is looked at once. */
const dayOfText = (text: string, days: Map<string, number | undefined>): number | undefined => {
  if (!days.has(text)) days.set(text, dateSchema.safeParse(text).success ? dayOf(text) : undefined);
  return days.get(text);
};

/** At most fifteen digits, which a double holds exactly enough to give them back. */
const amountOf = (text: string | undefined): number | undefined | 'wrong' => {
  if (text === undefined || text === '') return undefined;
  const digits = text.replace(/\D/g, '').replace(/^0+/, '').length;
  return /^-?\d+(\.\d+)?$/.test(text) && digits <= 15 ? Number(text) : 'wrong';
};
