import type { FigureInput } from '../../model/figure.ts';
import type { Column, Row, Series } from '../../model/series.ts';
import type { Account } from '../../model/workspace.ts';

/** A row of a register, with the lines of the workspace from which it was made. */
export interface Entry {
  readonly row: Row;
  readonly inputs: readonly FigureInput[];
}

/** A series of an account whose rows say what the workspace says. */
export const registerOf = (
  account: Account,
  name: string,
  columns: readonly Column[],
  entries: readonly Entry[],
): Series => ({
  id: `account.${account.id}.${name}`,
  columns,
  rows: entries.map(({ row }) => row),
  inputs: entries.flatMap(({ inputs }) => inputs),
  rowInputs: entries.map(({ inputs }) => inputs),
});
