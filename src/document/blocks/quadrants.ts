import { genericId } from '../../analysis/generic-id.ts';
import { withFullStop } from '../../locale/sentence.ts';
import type { Row, Series } from '../../model/series.ts';
import { captioned } from '../caption.ts';
import { cellText } from '../cell-text.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import { escapeMarkup } from '../escape.ts';
import type { QuadrantsBlock } from '../model.ts';
import { showSeries } from '../shown.ts';
import { resolveId } from '../subject.ts';
import { emptyText } from './table.ts';

type Options = CellOptions<'quadrants'>;

/** The rows of a series as lists in a two-by-two, by a column of codes: a SWOT, its crossings, a segmentation. */
export const quadrantsBlock = (id: string, options: Options, context: BlockContext): QuadrantsBlock => {
  const { analysis, locale, at } = context;
  const key = `tables.${genericId(id)}`;
  const head = captioned(context, 'table', options, {
    caption: escapeMarkup(locale.has(key) ? locale.t(key) : locale.t('interface.data')),
    span: 12,
  });
  const series = analysis.series.get(resolveId(id, at));
  if (series === undefined || series.rows.length === 0)
    return { kind: 'quadrants', ...head, quadrants: [], unavailable: emptyText(series, locale) };
  showSeries(context, series.id);
  return {
    kind: 'quadrants',
    ...head,
    quadrants: options.order.map(code => quadrantOf(code, series, options, context)),
  };
};

const quadrantOf = (
  code: string,
  series: Series,
  options: Options,
  context: BlockContext,
): QuadrantsBlock['quadrants'][number] => {
  const { locale } = context;
  const rows = series.rows.filter(row => row[options.by] === code);
  const shown = rows.slice(0, options.limit);
  const rest = rows.length - shown.length;
  const column = series.columns.find(({ id }) => id === options.by);
  const title = options.titles[code];
  return {
    title:
      title !== undefined
        ? context.plain(title)
        : column?.kind === 'term'
          ? locale.term(column.vocabulary, code)
          : code,
    items: shown.map(row => ({
      text: textIn(series, row, options.item, context),
      detail: options.detail
        .map(one => detailIn(series, row, one, context))
        .filter(text => text !== '' && text !== '–')
        .map(withFullStop)
        .join(' '),
    })),
    ...(rows.length === 0 ? { note: locale.t('interface.emptyQuadrant') } : {}),
    ...(rest > 0 ? { note: locale.t('interface.moreItems', { count: rest }) } : {}),
  };
};

/**
 * What follows an item. A number alone says nothing: the title of its column stands before it, as before a text where the
 * notebook gives one; a word for what is missing needs none.
 */
const detailIn = (
  series: Series,
  row: Row,
  one: Options['detail'][number],
  context: BlockContext,
): string => {
  const id = typeof one === 'string' ? one : one.id;
  const text = textIn(series, row, id, context);
  if ((row[id] ?? null) === null) return text;
  if (typeof one !== 'string') return `${context.plain(one.title)}: ${text}`;
  const isNumber = series.columns.some(column => column.id === id && column.kind === 'measure');
  return isNumber ? `${context.locale.t(`columns.${id}`)}: ${text}` : text;
};

const textIn = (series: Series, row: Row, id: string, context: BlockContext): string => {
  const column = series.columns.find(one => one.id === id);
  return column === undefined ? '' : cellText(row[id], column, row, context, { scale: 1, short: true }).text;
};
