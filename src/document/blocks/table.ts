import { genericId } from '../../analysis/generic-id.ts';
import type { Locale } from '../../locale/locale.ts';
import type { Series } from '../../model/series.ts';
import { captioned } from '../caption.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import { escapeMarkup } from '../escape.ts';
import type { Html, TableBlock } from '../model.ts';
import { showSeries } from '../shown.ts';
import { resolveId } from '../subject.ts';
import { buildTable, columnIds } from '../table.ts';
import { noneRecorded } from '../table-notes.ts';

export const tableBlock = (id: string, options: CellOptions<'table'>, context: BlockContext): TableBlock => {
  const { locale, analysis, at } = context;
  const series = analysis.series.get(resolveId(id, at));
  const key = `tables.${genericId(id)}`;
  const caption = locale.has(key) ? locale.t(key) : locale.t('interface.data');
  const head = withUnit(
    captioned(context, 'table', options, { caption: escapeMarkup(caption), span: 12 }),
    series,
    options,
    context,
  );
  if (series === undefined || series.rows.length === 0)
    return { kind: 'table', ...head, unavailable: emptyText(series, locale) };
  showSeries(context, series.id);
  const table = buildTable(series, options, context);
  // A head without a row says nothing: what the options leave out is not there in this period.
  if (table.rows.length === 0) {
    const unavailable = noneRecorded(series, options, context) ?? locale.t('interface.noRows');
    return { kind: 'table', ...head, unavailable };
  }
  const block: TableBlock = { kind: 'table', ...head, table };
  context.collected.atSpan.set(block, span => ({ ...block, span }));
  return block;
};

/** Why there are no rows: none are recorded, or the audience may not see them. */
export const emptyText = (series: Series | undefined, locale: Locale): string =>
  series?.withheld === true ? locale.reason({ code: 'hidden' }) : locale.t('interface.noRows');

/** Money tables say their unit once, in the caption. */
const withUnit = <T extends { readonly caption: Html }>(
  head: T,
  series: Series | undefined,
  { columns, scale }: CellOptions<'table'>,
  { locale, analysis }: BlockContext,
): T => {
  const shown = new Set(columns === undefined ? series?.columns.map(({ id }) => id) : columnIds({ columns }));
  const hasMoney = series?.columns.some(
    column =>
      column.kind === 'measure' &&
      column.unit.startsWith('money:') &&
      shown.has(column.id) &&
      // A column without any amount is left out: its unit would stand above the numbers of others.
      (series.rows.length === 0 || series.rows.some(({ [column.id]: cell }) => typeof cell === 'number')),
  );
  if (hasMoney !== true) return head;
  const { currency } = analysis.scope.workspace.settings;
  return {
    ...head,
    caption: locale.t('interface.moneyCaption', { caption: head.caption, scale: String(scale), currency }),
  };
};
