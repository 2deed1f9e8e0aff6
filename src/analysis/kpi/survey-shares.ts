import { countOf, quotient, sumOf } from '../../model/formula.ts';
import type { Customer } from '../customers.ts';
import { withInputs } from '../inputs.ts';
import type { Scope } from '../scope.ts';
import { type Measure, type Measurement, rate } from './measurement.ts';
import { answerPlaces, answersOf, answersThat, askedPlaces } from './surveys.ts';

const answered =
  (counts: (score: number) => boolean): Measure =>
  (scope: Scope, of: readonly Customer[]): Measurement => {
    const { scores, asked } = answersOf(scope, of, 'nps');
    const coverage = { n: scores.length, of: asked ?? scores.length };
    return rate(scope, answersThat(scope, of, 'nps', counts), 'no-answers', coverage);
  };

/** Answers of 9–10 ÷ answers. A share, 0–1. */
export const promoters: Measure = answered(score => score >= 9);
/** Answers of 7–8 ÷ answers. */
export const passives: Measure = answered(score => score === 7 || score === 8);
/** Answers of 0–6 ÷ answers. */
export const detractors: Measure = answered(score => score <= 6);

/** People who answered ÷ people asked in the quarter; not available where nobody recorded how many were asked. */
export const responseRate: Measure = (scope, of) => {
  const { scores, asked } = answersOf(scope, of, 'csat');
  const n = scores.length;
  const answers = withInputs(() => [...answerPlaces(scope, of, 'csat'), ...askedPlaces(scope, of)], {
    successes: n,
    trials: asked ?? 0,
    formula: quotient(countOf(0, n), sumOf(n)),
  });
  return rate(scope, answers, 'nobody-asked');
};
