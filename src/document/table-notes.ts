import type { Locale } from '../locale/locale.ts';
import { withinPhrase } from '../locale/sentence.ts';
import type { Row, Series } from '../model/series.ts';
import { cellText } from './cell-text.ts';
import type { TableCellOptions } from './cells.ts';
import type { BlockContext } from './context.ts';
import { escapeMarkup } from './escape.ts';
import { type Chosen, chooseColumns, headIndexOf } from './table-columns.ts';
import { chooseRows } from './table-rows.ts';

/** Said once in a section, of all its tables. */
export const roundingNote = ({ collected, locale }: BlockContext): string[] => {
  if (collected.roundingSaidIn.has(collected.section)) return [];
  collected.roundingSaidIn.add(collected.section);
  return [escapeMarkup(locale.t('interface.roundedTogether'))];
};

/** Names the columns and rows that nothing is recorded for, in place of dashes. */
export const notRecordedNote = (
  rows: readonly string[],
  columns: readonly string[],
  { withheld }: Series,
  { locale }: BlockContext,
): string[] => {
  const key = withheld === true ? 'hiddenColumns' : 'emptyColumns';
  const named = [...new Set([...rows, ...columns.map(title => inSentence(title, locale))])].filter(
    title => title !== '',
  );
  return named.length === 0
    ? []
    : [escapeMarkup(locale.say(`interface.${key}`, { columns: locale.list(named), count: named.length }))];
};

/** A title as a sentence says it: no unit in brackets, no place to divide it, no capital but that of an abbreviation. */
const inSentence = (title: string, locale: Locale): string =>
  withinPhrase(title.replaceAll('\u00ad', '').replace(/(?<=\p{L}{3}) \(%\)$/u, ''), locale);

/** Names the rows that nothing is recorded for, each with what there is to say of it: "Pago (No cumple)". */
export const emptyRowsNote = (
  without: readonly Row[],
  wanted: readonly Chosen[],
  series: Series,
  said: string,
  context: BlockContext,
): string[] => {
  const column = series.columns.find(({ id }) => id === said);
  const names = without.map(row => {
    const text =
      column === undefined ? '' : cellText(row[said], column, row, context, { scale: 1, short: true }).text;
    return [headText(row, wanted, context), ...(text === '' ? [] : [`(${text})`])].join(' ');
  });
  return names.length === 0
    ? []
    : [escapeMarkup(context.locale.t('interface.emptyRows', { names: context.locale.list(names) }))];
};

/** What a table would be about of which no row has a value in the column that asks for one; undefined where it has rows. */
export const noneRecorded = (
  series: Series,
  options: TableCellOptions,
  context: BlockContext,
): string | undefined => {
  const wanted = chooseColumns(series, options);
  const { without } = chooseRows(series, options, new Set(), wanted[headIndexOf(wanted)]?.column.id);
  const names = [...new Set(without.map(row => headText(row, wanted, context)))].filter(name => name !== '');
  return names.length === 0
    ? undefined
    : context.locale.t('interface.noneRecorded', { names: context.locale.list(names) });
};

/** What the row is about. */
export const headText = (row: Row, wanted: readonly Chosen[], context: BlockContext): string => {
  const head = wanted[headIndexOf(wanted)];
  return head === undefined
    ? ''
    : cellText(row[head.column.id], head.column, row, context, { scale: 1, short: true }).text;
};
