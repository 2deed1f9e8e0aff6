import type { OrderDays } from '../../effects.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type SourceRef, type Span, topOf } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import { formatHint } from '../mend.ts';
import type { OrderFile } from './read.ts';

/** The order file of a table that a database has added up. A row of it stands for its line: a table has no others. */
export const orderFileOf = (file: string, days: OrderDays): OrderFile => {
  const whole = topOf(file);
  const lineOf = (row: number): Span => ({ ...whole, line: row + 1 });
  const locate: OrderFile['locate'] = ([row]: SourceRef['path'], part) => {
    if (row === undefined) return whole;
    return part === 'key' || typeof row !== 'number' ? undefined : lineOf(row);
  };
  const diagnostics = [
    ...(days.unreadable === undefined ? [] : [catalogue.unreadableOrders(file, days.unreadable)]),
    ...days.missing.map(name => catalogue.missingColumn(whole, name)),
    ...days.faults.map(({ row, column, text }): Diagnostic => {
      if (text === '') return catalogue.emptyCell(lineOf(row), column);
      return catalogue.badDate(lineOf(row), text, formatHint('a date', text));
    }),
    ...(days.faulty > days.faults.length
      ? [catalogue.moreFaults(whole, days.faulty - days.faults.length)]
      : []),
  ];
  if (days.unreadable !== undefined || days.missing.length > 0) return { diagnostics, locate };
  return { history: { source: { file, path: [] }, accounts: days.accounts }, diagnostics, locate };
};
