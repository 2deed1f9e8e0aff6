import type { Diagnostic } from '../../model/diagnostic.ts';
import { topOf } from '../../model/source.ts';
import { clip, didYouMean, oneOf, type Place, report } from './report.ts';

/** What can be wrong in `data/orders.csv`. */

export const unknownColumn = (
  span: Place,
  name: string,
  suggestion: string | undefined,
  known: readonly string[],
): Diagnostic =>
  report('error', 'workspace/unknown-key', span, `"${clip(name)}" is no column of the order file.`, [
    didYouMean(suggestion),
    oneOf('Its columns', known),
  ]);

export const duplicateColumn = (span: Place, name: string): Diagnostic =>
  report(
    'error',
    'workspace/duplicate-key',
    span,
    `The column "${clip(name)}" stands twice in the first line.`,
    ['Keep one of them.'],
  );

export const missingColumn = (span: Place, name: string): Diagnostic =>
  report('error', 'workspace/missing-key', span, `The column "${name}" is missing.`, [
    'The first line names the columns: account,date and, where known, amount and order.',
  ]);

export const openQuote = (span: Place): Diagnostic =>
  report(
    'error',
    'workspace/bad-format',
    span,
    'A quotation mark is not closed on its line, so the line can’t be taken apart.',
    ['Close it, or write it twice where it belongs to the text. A text must not run over several lines.'],
  );

export const wrongCellCount = (span: Place, found: number, expected: number): Diagnostic =>
  report(
    'error',
    'workspace/bad-format',
    span,
    `The line has ${found} ${found === 1 ? 'cell' : 'cells'}, the first line names ${expected} columns.`,
    ['Put a text that holds the separator in quotation marks.'],
  );

export const emptyCell = (span: Place, column: string): Diagnostic =>
  report('error', 'workspace/missing-key', span, `The line says nothing under "${column}".`, [
    'Fill it in, or delete the line.',
  ]);

export const badDate = (span: Place, text: string, hint: string | undefined): Diagnostic =>
  report(
    'error',
    'workspace/bad-format',
    span,
    text === ''
      ? 'The line has no date.'
      : `"${clip(text)}" is no date of the calendar: a date is written like 2026-09-30.`,
    [hint],
  );

export const badAmount = (span: Place, text: string, hint: string | undefined): Diagnostic =>
  report(
    'error',
    'workspace/wrong-type',
    span,
    `"${clip(text)}" is not an amount: digits with a point before the decimals, and fifteen digits at most.`,
    [hint],
  );

export const moreFaults = (span: Place, lines: number): Diagnostic =>
  report(
    'error',
    'workspace/bad-format',
    span,
    `${lines} more ${lines === 1 ? 'line of this file is' : 'lines of this file are'} at fault.`,
    ['Mend those that are named; most faults of an export are one fault.'],
  );

export const unreadTable = (file: string): Diagnostic =>
  report(
    'error',
    'workspace/unknown-file',
    topOf(file),
    'Order lines are read from data/orders.csv or data/orders.parquet only.',
    ['Turn this file into one of them: a section "-- into: orders" of an import writes the CSV.'],
  );

export const secondTable = (file: string, first: string): Diagnostic =>
  report(
    'error',
    'workspace/unknown-file',
    topOf(file),
    `Order lines are read from one file, and there is ${first} as well.`,
    ['Remove the older one of the two.'],
  );

export const unreadableOrders = (file: string, reason: string): Diagnostic =>
  report(
    'error',
    'workspace/unreadable-file',
    topOf(file),
    `The order lines cannot be read: ${clip(reason)}.`,
    ['Write the file again as Parquet, with a column for the account and one for the date.'],
  );

export const unknownOrderAccount = (
  span: Place,
  name: string,
  lines: number,
  suggestion: string | undefined,
): Diagnostic =>
  report(
    'error',
    'workspace/unknown-reference',
    span,
    `There is no account "${clip(name)}" in this workspace; ${lines} ${lines === 1 ? 'line names' : 'lines name'} it.`,
    [didYouMean(suggestion)],
  );

export const ordersAfterData = (span: Place, lines: number, date: string): Diagnostic =>
  report(
    'warning',
    'workspace/future-actual',
    span,
    `${lines} order ${lines === 1 ? 'line lies' : 'lines lie'} after ${date}, the date of the data; ${lines === 1 ? 'it is' : 'they are'} left out.`,
    ['Correct the dates, or set document.dataAsOf in data/workspace.yaml.'],
  );

export const ordersBeforeCustomer = (span: Place, account: string, since: string, date: string): Diagnostic =>
  report(
    'warning',
    'workspace/wrong-order',
    span,
    `${account} ordered on ${date}, but is a customer since ${since}.`,
    ['Correct one of the two.'],
  );

export const ordersDisagree = (
  span: Place,
  quarters: readonly { readonly period: string; readonly stated: number; readonly counted: number }[],
): Diagnostic =>
  report(
    'warning',
    'workspace/orders-disagree',
    span,
    `The history and data/orders.csv count different orders: ${quarters
      .slice(0, 4)
      .map(({ period, stated, counted }) => `${period} ${stated} and ${counted}`)
      .join(', ')}${quarters.length > 4 ? ` and ${quarters.length - 4} more quarters` : ''}.`,
    ['Correct the one that is wrong, or take "orders" out of the history: the order file says the same.'],
  );

export const thousandsInOrders = (span: Place, text: string, lines: number): Diagnostic =>
  report(
    'warning',
    'workspace/thousands-separator',
    span,
    `${text} is read as an amount with three decimals (${lines} ${lines === 1 ? 'line' : 'lines'} like it): the point separates decimals, not thousands.`,
    [`For thousands write ${text.replace('.', '')}.`, `If three decimals are meant, write ${text}0.`],
  );
