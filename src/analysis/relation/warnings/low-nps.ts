import type { Survey } from '../../../model/account-activity.ts';
import { constant, countOf, minus, quotient, times } from '../../../model/formula.ts';
import { type PeriodId, trailingYear } from '../../../model/period.ts';
import { at, type SourceRef } from '../../../model/source.ts';
import { type Filed, filedIn, placeOf } from '../../filed.ts';
import { threshold } from '../../portfolio/assumptions.ts';
import type { Scope } from '../../scope.ts';
import { netPromoterInterval, netPromoterScore, recommendationOf } from '../../statistics.ts';
import { declared, relationshipOf } from '../settings.ts';
import { type Frame, judged, notKnown, type WarningCheck } from './warning.ts';

const frameOf = (scope: Scope): Frame => ({
  signal: 'low-nps',
  unit: 'nps',
  precision: 0,
  bound: '<',
  cut: relationshipOf(scope).warnings.nps,
  assumptions: [declared(scope, 'warnings', 'nps'), threshold(scope, 'confidence')],
});

/** NPS of the answers of the last four quarters. */
export const lowNps: WarningCheck = (scope, customer) => {
  const frame = scope.of(frameOf);
  const answers = filedIn(
    [customer],
    'surveys',
    ({ nps, period }) => nps !== undefined && scope.of(yearOf).includes(period),
  );
  const recommendation = recommendationOf(answers.map(scoreOf));
  const value = netPromoterScore(recommendation);
  if (value === undefined)
    return notKnown(frame, 'no-answers-in-year', () => [at(customer.account.source, 'surveys')]);
  // Promoters first, then detractors, then those who are neither.
  const { n, promoters, detractors } = recommendation;
  const inputs = (): readonly SourceRef[] =>
    [
      ...answers.filter(isPromoter),
      ...answers.filter(isDetractor),
      ...answers.filter(answer => !isPromoter(answer) && !isDetractor(answer)),
    ].map(answer => placeOf(answer, 'nps'));
  const balance = minus(countOf(0, promoters), countOf(promoters, promoters + detractors));
  const formula = times(quotient(balance, countOf(0, n)), constant(100));
  const interval = netPromoterInterval(recommendation, scope.workspace.settings.thresholds.confidence);
  return judged(frame, inputs, {
    value,
    formula,
    sample: n,
    ...(interval === undefined ? {} : { interval }),
  });
};

type Answer = Filed<Survey>;

const yearOf = ({ period }: Scope): readonly PeriodId[] => trailingYear(period);

const scoreOf = ({ item }: Answer): number => item.nps ?? 0;
const isPromoter = (answer: Answer): boolean => recommendationOf([scoreOf(answer)]).promoters > 0;
const isDetractor = (answer: Answer): boolean => recommendationOf([scoreOf(answer)]).detractors > 0;
