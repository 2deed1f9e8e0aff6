import type { Coverage } from '../../model/figure.ts';
import { type Money, ratio, zero } from '../money.ts';
import type { Scope } from '../scope.ts';
import { type CustomerContribution, contributions } from './contribution.ts';

/** One customer on the whale curve, with everything that the customers up to it brought. */
export interface WhalePoint {
  readonly row: CustomerContribution & { readonly contribution: Money };
  readonly cumulative: Money;
  /** Cumulative contribution ÷ total; rises above 1 where later customers cost money. Absent where the total is not positive. */
  readonly share?: number;
}

/** Cumulative contribution, the best customer first (Kaplan & Cooper 1998; Kaplan & Narayanan 2001). */
export interface WhaleCurve {
  readonly points: readonly WhalePoint[];
  /** Contribution of everyone; absent where none is known. */
  readonly total?: Money;
  /** Highest cumulative contribution: what the customers bring that bring anything. */
  readonly peak: Money;
  readonly peakShare?: number;
  /** Customers with a contribution above zero, and below. */
  readonly gaining: number;
  readonly losing: number;
  readonly coverage: Coverage;
}

/** The curve over every customer whose contribution is known at least in part. */
export const whaleCurve = (scope: Scope): WhaleCurve => {
  const all = scope.of(contributions);
  const known = all.flatMap(row =>
    row.contribution === undefined ? [] : [{ ...row, contribution: row.contribution }],
  );
  const total = known.reduce((sum, row) => sum.plus(row.contribution), zero);
  let cumulative = zero;
  let peak = zero;
  const points = known.map(row => {
    cumulative = cumulative.plus(row.contribution);
    if (cumulative.greaterThan(peak)) peak = cumulative;
    const share = ratio(cumulative, total);
    return { row, cumulative, ...(share === undefined ? {} : { share }) };
  });
  const peakShare = ratio(peak, total);
  return {
    points,
    ...(known.length === 0 ? {} : { total }),
    peak,
    ...(peakShare === undefined ? {} : { peakShare }),
    gaining: known.filter(({ contribution }) => contribution.greaterThan(0)).length,
    losing: known.filter(({ contribution }) => contribution.lessThan(0)).length,
    coverage: { n: known.filter(({ gap }) => gap === undefined).length, of: all.length },
  };
};
