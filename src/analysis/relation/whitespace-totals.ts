import type { Coverage } from '../../model/figure.ts';
import type { SourceRef } from '../../model/source.ts';
import type { Money } from '../money.ts';
import { sumOfMoney } from '../money.ts';
import type { CellState, WhitespaceCell } from './whitespace.ts';

/** Some cells of whitespace matrices, counted. */
export interface WhitespaceTotal {
  readonly counts: Readonly<Record<CellState, number>>;
  /** Cells that are not ruled out. */
  readonly applicable: number;
  /** Cells that we have ÷ applicable cells, 0–1; absent where none is applicable. */
  readonly penetration?: number;
  /** Revenue a year that could come, where somebody put a figure on it. */
  readonly potential?: Money;
  /** Cells with a potential, of those that have one or that we do not have. */
  readonly estimated: Coverage;
  readonly inputs: readonly SourceRef[];
}

export const totalOfCells = (cells: readonly WhitespaceCell[]): WhitespaceTotal => {
  const counted = (state: CellState): number => cells.filter(cell => cell.state === state).length;
  const counts = {
    have: counted('have'),
    open: counted('open'),
    lost: counted('lost'),
    white: counted('white'),
    'not-applicable': counted('not-applicable'),
  };
  const applicable = cells.length - counts['not-applicable'];
  const estimated = cells.filter(isEstimated);
  const potential = sumOfMoney(estimated.map(cell => cell.potential));
  return {
    counts,
    applicable,
    ...(applicable === 0 ? {} : { penetration: counts.have / applicable }),
    ...(potential === undefined ? {} : { potential }),
    estimated: {
      n: estimated.length,
      of: cells.filter(cell => isEstimated(cell) || isMissing(cell)).length,
    },
    inputs: cells.flatMap(({ inputs }) => inputs),
  };
};

/** What is ruled out has no potential, whatever was once put there. */
export const isEstimated = ({ state, potential }: WhitespaceCell): boolean =>
  potential !== undefined && state !== 'not-applicable';

const isMissing = ({ state }: WhitespaceCell): boolean =>
  state === 'open' || state === 'lost' || state === 'white';
