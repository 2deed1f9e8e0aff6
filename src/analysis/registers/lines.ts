import type { FigureInput } from '../../model/figure.ts';
import type { Column, Row, Series } from '../../model/series.ts';

/** A row of a register, with the lines of the workspace from which it was made. */
export interface Line {
  readonly row: Row;
  readonly inputs: readonly FigureInput[];
}

export const seriesOf = (id: string, columns: readonly Column[], lines: readonly Line[]): Series => ({
  id,
  columns,
  rows: lines.map(({ row }) => row),
  rowInputs: lines.map(({ inputs }) => inputs),
  inputs: lines.flatMap(({ inputs }) => inputs),
});
