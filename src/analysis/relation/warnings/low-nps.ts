import { trailingYear } from '../../../model/period.ts';
import { at } from '../../../model/source.ts';
import { netPromoterScore, recommendationOf } from '../../statistics.ts';
import { entriesOf } from '../entries.ts';
import { declared, relationshipOf } from '../settings.ts';
import { judged, notKnown, type WarningCheck } from './warning.ts';

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
  const answers = entriesOf(customer, 'surveys').flatMap(({ item, source }) =>
    item.nps === undefined || !year.includes(item.period)
      ? []
      : [{ score: item.nps, source: at(source, 'nps') }],
  );
  const value = netPromoterScore(recommendationOf(answers.map(({ score }) => score)));
  if (value === undefined)
    return notKnown(frame, 'no-answers-in-year', [at(customer.account.source, 'surveys')]);
  const inputs = answers.map(({ source }) => source);
  return judged(frame, { value, raised: value < cut, inputs, sample: answers.length });
};
