import { captioned } from '../caption.ts';
import type { CellOptions } from '../cells.ts';
import { resolveId } from '../composer.ts';
import type { BlockContext } from '../context.ts';
import type { TableBlock } from '../model.ts';
import { buildTable } from '../table.ts';

export const tableBlock = (id: string, options: CellOptions<'table'>, context: BlockContext): TableBlock => {
  const { locale, analysis, at } = context;
  const series = analysis.series.get(resolveId(id, at));
  const key = `tables.${id.replace('account.*.', 'account.')}`;
  const caption = locale.has(key) ? locale.t(key) : locale.t('interface.data');
  const head = captioned(context, 'table', options, { caption, span: 12 });
  if (series === undefined || series.rows.length === 0)
    return { kind: 'table', ...head, unavailable: locale.t('interface.noRows') };
  return { kind: 'table', ...head, table: buildTable(series, options, context) };
};
