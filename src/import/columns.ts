import type { Diagnostic } from '../model/diagnostic.ts';
import { missingColumn, unknownColumn } from './diagnostics.ts';
import type { Section } from './section.ts';
import type { Table } from './table.ts';
import { originColumns, targets } from './targets.ts';

/** Finds columns that no field takes, and needed ones that are not there: mistakes of the SQL, not of a row. */
export const checkColumns = (section: Section, table: Table): Diagnostic[] => {
  const roots = table.columns.map(column => column.split('.')[0] ?? column);
  const needed = neededColumns(section).filter(column => !roots.includes(column));
  const missing = needed.map(column => missingColumn(section, column));
  const target = targets.get(section.into);
  if (target === undefined) return missing;
  const known = [...target.address, ...Object.keys(target.schema.shape), ...Object.values(originColumns)];
  const unknown = table.columns.filter((_, position) => !known.includes(roots[position] ?? ''));
  return [...missing, ...unknown.map(column => unknownColumn(section, column, known))];
};

const neededColumns = ({ into }: Section): readonly string[] => {
  if (into === 'rejects') return ['reason'];
  if (into === 'accounts.history') return ['account', 'period'];
  if (into === 'orders') return ['account', 'date'];
  return into.startsWith('accounts.') ? ['account'] : ['name'];
};
