import { expect, test } from 'vitest';
import { genericId } from '../../../src/analysis/generic-id.ts';
import { placesIn } from '../../../src/explain/places.ts';
import type { Figure, FigureInput } from '../../../src/model/figure.ts';
import { evaluate, numberWritten } from '../../../src/model/formula-value.ts';
import { isSourceRef } from '../../../src/model/source.ts';
import { analysis, loaded } from './example.ts';

const locate = placesIn(loaded);

const numberBehind = (input: FigureInput): number | undefined => {
  const value = isSourceRef(input) ? locate(input).written : analysis.figures.get(input)?.value;
  return typeof value === 'string' ? numberWritten(value) : value;
};

const figures = [...analysis.figures.values()].filter(
  ({ formula, value }) => formula !== undefined && value !== undefined,
);

const disagrees = ({ formula, inputs, value }: Figure): boolean => {
  const computed = formula && evaluate(formula, inputs.map(numberBehind));
  return computed === undefined || typeof value !== 'number' || Math.abs(computed - value) > tolerance(value);
};

// Sums of binary numbers against exact decimals.
const tolerance = (value: number): number => 1e-9 * Math.max(1, Math.abs(value));

/**
 * Numbers that no expression over their inputs tells, by method, and why; an explanation tells the formula of the method, its
 * settings, and every input. Terms and texts are readings, not computed numbers.
 */
const unstated: Readonly<Record<string, { readonly why: string; readonly ids: readonly string[] }>> = {
  adoption: {
    why: 'counts jumps within the trail of all quarters, each with its own evidence',
    ids: ['programme.adoption.jumps'],
  },
  lifetime: {
    why: 'what an optimiser found (the likelihood says how well), and sums or integrals over the years to come',
    ids: [
      'account.*.lifetime.discounted-years',
      'account.*.lifetime.orders-next-year',
      'account.*.lifetime.years',
      ...['alpha', 'beta', 'log-likelihood'].map(name => `portfolio.lifetime.contracts.${name}`),
      ...['a', 'alpha', 'b', 'log-likelihood', 'r'].map(name => `portfolio.lifetime.orders.${name}`),
    ],
  },
  phase: {
    why: 'counts quarters by a phase that follows from all signals of each',
    ids: ['programme.phase.quarters', 'programme.phase.recurrences'],
  },
  'points-table': {
    why: 'a place in an order of all accounts',
    ids: ['account.*.score.rank', 'account.*.score.rank-prior'],
  },
  'programme-return': {
    why: 'means over all accounts that never were key ones, each over the quarters of another',
    ids: [
      ...['revenue', 'contribution', 'contribution-ratio', 'share-of-wallet'].flatMap(outcome =>
        ['others-after', 'trend'].map(name => `account.*.return.${outcome}.${name}`),
      ),
      ...['contribution-ratio', 'share-of-wallet'].map(
        outcome => `account.*.return.${outcome}.others-before`,
      ),
    ],
  },
  robustness: {
    why: 'what was seen in the weightings drawn, how many were drawn, and where an order of all accounts changes',
    ids: [
      'account.*.robustness.rank-best',
      'account.*.robustness.rank-best-any',
      'account.*.robustness.rank-worst',
      'account.*.robustness.rank-worst-any',
      'portfolio.robustness.samples',
      'portfolio.robustness.weight.*.high',
      'portfolio.robustness.weight.*.low',
    ],
  },
  'value-chain': {
    why: 'places in two orders of all accounts, and how far the orders agree',
    ids: [
      'account.*.value-chain.order-size-rank',
      'account.*.value-chain.relation-value-rank',
      'portfolio.value-ranking.agreement',
    ],
  },
  vision: {
    why: 'what a lexicon found in a text',
    ids: ['programme.vision.mission.warnings', 'programme.vision.vision.warnings'],
  },
};

test('only figures that are known for it, with the reason, have a number and no formula', () => {
  const without = [...analysis.figures.values()]
    .filter(({ formula, value }) => formula === undefined && typeof value === 'number')
    .map(({ id, method }) => [method, genericId(id)] as const)
    .filter(([method, id]) => unstated[method]?.ids.includes(id) !== true);
  expect(without).toEqual([]);
  const made = new Set([...analysis.figures.keys()].map(genericId));
  const gone = Object.values(unstated).flatMap(({ ids }) => ids.filter(id => !made.has(id)));
  expect(gone).toEqual([]);
});

test('the formula of a figure gives its value: what is explained is what was computed', () => {
  expect(figures.length).toBeGreaterThan(50);
  expect(figures.filter(disagrees).map(({ id, value }) => [id, value])).toEqual([]);
});
