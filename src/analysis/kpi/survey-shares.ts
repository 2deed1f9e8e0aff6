import type { Customer } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { type Measure, type Measurement, rate } from './measurement.ts';
import { answersOf } from './surveys.ts';

const answered =
  (counts: (score: number) => boolean): Measure =>
  (scope: Scope, of: readonly Customer[]): Measurement => {
    const { scores, inputs, asked } = answersOf(scope, of, 'nps');
    const coverage = { n: scores.length, of: asked ?? scores.length };
    const successes = scores.filter(counts).length;
    return rate(scope, { successes, trials: scores.length, inputs, coverage }, 'no-answers');
  };

/** Answers of 9–10 ÷ answers. A share, 0–1. */
export const promoters: Measure = answered(score => score >= 9);
/** Answers of 7–8 ÷ answers. */
export const passives: Measure = answered(score => score === 7 || score === 8);
/** Answers of 0–6 ÷ answers. */
export const detractors: Measure = answered(score => score <= 6);

/** People who answered ÷ people asked in the quarter; not available where nobody recorded how many were asked. */
export const responseRate: Measure = (scope, of) => {
  const { scores, inputs, asked } = answersOf(scope, of, 'csat');
  return rate(scope, { successes: scores.length, trials: asked ?? 0, inputs }, 'nobody-asked');
};
