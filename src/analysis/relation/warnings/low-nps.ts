import { constant, countOf, minus, quotient, times } from '../../../model/formula.ts';
import { trailingYear } from '../../../model/period.ts';
import { at, type SourceRef } from '../../../model/source.ts';
import { netPromoterScore, recommendationOf } from '../../statistics.ts';
import { entriesOf } from '../entries.ts';
import { declared, relationshipOf } from '../settings.ts';
import { judged, notKnown, type WarningCheck } from './warning.ts';

interface Answer {
  readonly score: number;
  readonly source: SourceRef;
}

/** NPS of the answers of the last four quarters. */
export const lowNps: WarningCheck = (scope, customer) => {
  const cut = relationshipOf(scope).warnings.nps;
  const frame = {
    signal: 'low-nps',
    unit: 'nps',
    precision: 0,
    cut,
    assumptions: [declared(scope, 'warnings', 'nps')],
  } as const;
  const year = trailingYear(scope.period);
  const answers = entriesOf(customer, 'surveys').flatMap(({ item, source }): Answer[] =>
    item.nps === undefined || !year.includes(item.period)
      ? []
      : [{ score: item.nps, source: at(source, 'nps') }],
  );
  const recommendation = recommendationOf(answers.map(({ score }) => score));
  const value = netPromoterScore(recommendation);
  if (value === undefined)
    return notKnown(frame, 'no-answers-in-year', [at(customer.account.source, 'surveys')]);
  // Promoters first, then detractors, then those who are neither.
  const { n, promoters, detractors } = recommendation;
  const inputs = [
    ...answers.filter(isPromoter),
    ...answers.filter(isDetractor),
    ...answers.filter(answer => !isPromoter(answer) && !isDetractor(answer)),
  ].map(({ source }) => source);
  const balance = minus(countOf(0, promoters), countOf(promoters, promoters + detractors));
  const formula = times(quotient(balance, countOf(0, n)), constant(100));
  return judged(frame, { value, raised: value < cut, inputs, formula, sample: n });
};

const isPromoter = ({ score }: Answer): boolean => recommendationOf([score]).promoters > 0;
const isDetractor = ({ score }: Answer): boolean => recommendationOf([score]).detractors > 0;
