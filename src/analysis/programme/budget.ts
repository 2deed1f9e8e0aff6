import type { Coverage } from '../../model/figure.ts';
import { type Formula, minus, quotient } from '../../model/formula.ts';
import type { SourceRef } from '../../model/source.ts';
import type { Amount } from '../amounts.ts';
import { totalFrom } from '../formulas.ts';
import { type Money, ratio } from '../money.ts';
import { amountOfEntries, type SpendEntry } from './spend.ts';

/** Budget against actual. Only what has both sides can be compared; the rest is told apart, so that nothing is lost. */
export interface BudgetComparison {
  readonly budget: Amount;
  readonly actual: Amount;
  /** Budget of the entries that have both. */
  readonly compared: Amount;
  /** Actual − budget of the entries that have both; absent where none has. */
  readonly variance?: Money;
  /** The variance ÷ the budget of the same entries. */
  readonly varianceShare?: number;
  readonly varianceInputs: readonly SourceRef[];
  readonly varianceFormula: Formula;
  readonly varianceShareFormula: Formula;
  /** Spent without a budget. */
  readonly unbudgeted: Amount;
  /** Budget of entries whose actual is not booked yet. */
  readonly unbooked: Amount;
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
  );
  const unbooked = amountOfEntries(
    entries.filter(({ actual }) => actual === undefined),
    'budget',
  );
  const whole = totalFrom([granted]);
  const more = minus(totalFrom([spent], whole.inputs.length).formula, whole.formula);
  return {
    budget: amountOfEntries(entries, 'budget'),
    actual: amountOfEntries(entries, 'actual'),
    compared: granted,
    ...(variance === undefined ? {} : { variance }),
    ...(varianceShare === undefined ? {} : { varianceShare }),
    varianceInputs: [...granted.inputs, ...spent.inputs],
    varianceFormula: more,
    varianceShareFormula: quotient(more, whole.formula),
    unbudgeted,
    unbooked,
    coverage: { n: both.length, of: entries.length },
  };
};
