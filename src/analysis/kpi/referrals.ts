import { mean } from '../../model/averages.ts';
import { meanOf } from '../../model/formula.ts';
import type { Customer } from '../customers.ts';
import { filedIn, placeOf } from '../filed.ts';
import { withInputs } from '../inputs.ts';
import { threshold } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { meanUncertainty } from '../statistics/uncertainty.ts';
import { type Deal, decidedDeals } from './deals.ts';
import { countOf, type Measurement, rate, trialsOf, unavailable } from './measurement.ts';
import { answerPlaces, answersOf } from './surveys.ts';
import { isWithin, yearWindow } from './tenure.ts';

/** New customers and contracts won by referral ÷ those won with a known source, by count (domain 4.2). A share, 0–1. */
export const referredByCount = (scope: Scope, of: readonly Customer[]): Measurement => {
  const won = (): readonly Deal[] =>
    decidedDeals(scope, of).filter(deal => deal.won && deal.item.kind === 'new');
  const known = trialsOf(
    () => won().filter(({ item }) => item.source !== undefined),
    ({ item }) => item.source === 'referral',
    deal => placeOf(deal, 'source'),
  );
  return rate(scope, known, 'no-new-business-with-source', { n: known.trials, of: won().length });
};

const recordsMentions = (scope: Scope): boolean =>
  scope.workspace.accounts.some(({ mentions }) => mentions.length > 0);

/** Times that customers spoke well of us in the last four quarters; unknown where nobody keeps the register. */
export const mentions = (scope: Scope, of: readonly Customer[]): Measurement => {
  if (!scope.of(recordsMentions)) return unavailable('no-mentions-recorded');
  const window = yearWindow(scope);
  return countOf(of, 'mentions', () => filedIn(of, 'mentions', ({ date }) => isWithin(date, window)));
};

const meanOfAnswers = meanOf();

/** Mean of the answers to "would you recommend us", 0–10, in the quarter, with its interval. */
export const likelihoodToRecommend = (scope: Scope, of: readonly Customer[]): Measurement => {
  const { scores, asked } = answersOf(scope, of, 'nps');
  const value = mean(scores);
  if (value === undefined) return unavailable('no-answers');
  const { confidence } = scope.workspace.settings.thresholds;
  return withInputs(() => answerPlaces(scope, of, 'nps'), {
    value,
    formula: meanOfAnswers,
    coverage: { n: scores.length, of: asked ?? scores.length },
    sample: scores.length,
    ...meanUncertainty(scores, { confidence, scale: [0, 10] }),
    assumptions: [threshold(scope, 'confidence')],
  });
};
