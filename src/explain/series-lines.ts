import { genericId } from '../analysis/generic-id.ts';
import type { FigureInput } from '../model/figure.ts';
import { type Cell, type Column, figureOfCell, type Row, type Series } from '../model/series.ts';
import { isSourceRef, type SourceRef } from '../model/source.ts';
import type { Place } from './explanation.ts';
import { placeText } from './notes.ts';
import { inOneLine } from './one-line.ts';
import type { TreeOptions } from './tree-text.ts';

/** Where the cells of a series come from: the figure that each shows, and the places that a row was made from. */
export const seriesLines = (series: Series, options: TreeOptions): readonly string[] => {
  const { locale, ink, limit } = options;
  const shown = series.rows.slice(0, limit);
  const hidden = series.rows.length - shown.length;
  const caption = `tables.${genericId(series.id)}`;
  return [
    `${series.id}  ${ink.strong(locale.t('explain.rows', { count: series.rows.length }))}`,
    ...(locale.has(caption) ? [`  ${ink.faint(locale.t(caption))}`] : []),
    ...shown.flatMap((row, index) => rowLines(series, row, index, options)),
    ...(hidden > 0 ? [`  ${ink.faint(locale.t('explain.more', { count: hidden }))}`] : []),
  ].map(inOneLine);
};

const rowLines = (series: Series, row: Row, index: number, options: TreeOptions): readonly string[] => {
  const { ink, locate, limit } = options;
  const inputs = series.rowInputs?.[index] ?? [];
  return [
    `  ${ink.strong(String(index + 1))}`,
    ...series.columns.flatMap(column => cellLine(column, row, options)),
    ...inputs.slice(0, limit).map(input => `     ${inputText(input, locate)}`),
    ...(inputs.length > limit
      ? [`     ${ink.faint(options.locale.t('explain.more', { count: inputs.length - limit }))}`]
      : []),
  ];
};

const cellLine = (column: Column, row: Row, { locale, ink }: TreeOptions): readonly string[] => {
  const cell = row[column.id];
  if (cell === null || cell === undefined || cell === '') return [];
  const figure = figureOfCell(column, row);
  const value = `     ${column.id} = ${ink.strong(cellText(cell, column, locale))}`;
  return [figure === undefined ? value : `${value}  ${ink.faint(figure)}`];
};

const cellText = (cell: Cell, column: Column, locale: TreeOptions['locale']): string => {
  if (typeof cell === 'number')
    return column.kind === 'measure'
      ? locale.measure(cell, column.unit, { precision: column.precision, place: 'text' })
      : String(cell);
  if (typeof cell === 'object' && cell !== null) return locale.text(cell).text;
  return column.kind === 'term' ? locale.term(column.vocabulary, String(cell)) : String(cell);
};

const inputText = (input: FigureInput, locate: (ref: SourceRef) => Place): string => {
  if (!isSourceRef(input)) return input;
  const { span, written } = locate(input);
  const key = input.path.join('.');
  const place = span === undefined ? input.file : placeText(span);
  return `${place}  ${written === undefined ? key : `${key} = ${written}`}`;
};
