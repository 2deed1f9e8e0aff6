import type { Column } from '../model/series.ts';
import type { BlockContext } from './context.ts';
import { isGraphic } from './graphics.ts';
import type { Table } from './model.ts';
import type { Chosen, ColumnOption } from './table-columns.ts';

/** The title from the locale, with the unit once in brackets where it is a percentage. */
export const columnTitle = (column: Column, option: ColumnOption, { locale }: BlockContext): string => {
  const title = locale.t(`columns.${column.id}`);
  const isShare = column.kind === 'measure' && column.unit === 'share' && !isGraphic(option.as);
  return isShare && !title.includes('%') ? `${title} (%)` : title;
};

/** Heads that several columns share. */
export const groupsOf = (chosen: readonly Chosen[], context: BlockContext): Table['groups'] => {
  if (chosen.every(({ option }) => option.group === undefined)) return undefined;
  const groups: { title: string; span: number }[] = [];
  for (const { option } of chosen) {
    const title = option.group === undefined ? '' : context.plain(option.group);
    const last = groups.at(-1);
    if (last !== undefined && last.title === title) last.span += 1;
    else groups.push({ title, span: 1 });
  }
  return groups;
};
