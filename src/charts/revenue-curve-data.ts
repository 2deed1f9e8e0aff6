import type { Row } from '../model/series.ts';
import type { Point } from './layers.ts';
import { codeIn, numberIn } from './read.ts';

/** One customer on the cumulative curve. */
export interface CurveCustomer {
  /** Its row of the series. */
  readonly of: number;
  readonly rank: number;
  readonly account: string;
  readonly share: number;
  readonly cumulative: number;
}

export interface CurveContent {
  readonly actual: readonly CurveCustomer[];
  readonly prior: readonly CurveCustomer[];
  /** The customer with whom the cumulative share reaches the line. */
  readonly cut: CurveCustomer | undefined;
  /** The line that the 80/20 reading looks for, as a share. */
  readonly line: number;
}

export const curveContent = (rows: readonly Row[], line: number): CurveContent => {
  const actual = customersOf(rows, 'AC');
  // A share that sums to the line but for binary noise has reached it.
  const cut = actual.find(({ cumulative }) => cumulative >= line - 1e-9);
  return { actual, prior: customersOf(rows, 'PY'), cut, line };
};

const customersOf = (rows: readonly Row[], scenario: string): CurveCustomer[] =>
  rows.flatMap((row, of) => {
    const [rank, share, cumulative] = ['rank', 'share', 'cumulative'].map(column => numberIn(row, column));
    if (codeIn(row, 'scenario') !== scenario) return [];
    if (rank === undefined || share === undefined || cumulative === undefined) return [];
    return [{ of, rank, share, cumulative, account: codeIn(row, 'account') }];
  });

/** The curve starts at the origin: no customer, no revenue. */
export const curvePoints = (customers: readonly CurveCustomer[]): Point[] =>
  customers.length === 0
    ? []
    : [{ x: 0, y: 0 }, ...customers.map(({ of, rank, cumulative }) => ({ x: rank, y: cumulative, of }))];
