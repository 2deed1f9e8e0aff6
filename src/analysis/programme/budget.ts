import type { Coverage } from '../../model/figure.ts';
import type { SourceRef } from '../../model/source.ts';
import type { Amount } from '../amounts.ts';
import { type Money, ratio } from '../money.ts';
import { amountOfEntries, type SpendEntry } from './spend.ts';

/** Budget against actual. Only what has both sides can be compared; the rest is told apart, so that nothing is lost. */
export interface BudgetComparison {
  readonly budget: Amount;
  readonly actual: Amount;
  /** Actual − budget of the entries that have both; absent where none has. */
  readonly variance?: Money;
  /** The variance ÷ the budget of the same entries. */
  readonly varianceShare?: number;
  readonly varianceInputs: readonly SourceRef[];
  /** Spent without a budget. */
  readonly unbudgeted?: Money;
  /** Budget of entries whose actual is not booked yet. */
  readonly unbooked?: Money;
  /** Entries with both sides, of all. */
  readonly coverage: Coverage;
}

export const compareBudget = (entries: readonly SpendEntry[]): BudgetComparison => {
  const both = entries.filter(({ budget, actual }) => budget !== undefined && actual !== undefined);
  const [granted, spent] = [amountOfEntries(both, 'budget'), amountOfEntries(both, 'actual')];
  const variance =
    granted.total === undefined || spent.total === undefined ? undefined : spent.total.minus(granted.total);
  const varianceShare =
    variance === undefined || granted.total === undefined ? undefined : ratio(variance, granted.total);
  const unbudgeted = amountOfEntries(
    entries.filter(({ budget }) => budget === undefined),
    'actual',
  ).total;
  const unbooked = amountOfEntries(
    entries.filter(({ actual }) => actual === undefined),
    'budget',
  ).total;
  return {
    budget: amountOfEntries(entries, 'budget'),
    actual: amountOfEntries(entries, 'actual'),
    ...(variance === undefined ? {} : { variance }),
    ...(varianceShare === undefined ? {} : { varianceShare }),
    varianceInputs: [...granted.inputs, ...spent.inputs],
    ...(unbudgeted === undefined ? {} : { unbudgeted }),
    ...(unbooked === undefined ? {} : { unbooked }),
    coverage: { n: both.length, of: entries.length },
  };
};
