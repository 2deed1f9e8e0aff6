import { constant, minus, quotient } from '../../../model/formula.ts';
import type { PeriodId } from '../../../model/period.ts';
import { type AmountField, amountOf } from '../../amounts.ts';
import { over, type Stated, sideBySide, totalFrom } from '../../formulas.ts';
import type { Scope } from '../../scope.ts';
import { knownQuarters, type ReturnOutcome, type Track } from './panel.ts';

/** How the level of an outcome over some quarters follows from the records, as `levelOf` computes it. */
export const statedLevel = (
  scope: Scope,
  track: Track,
  outcome: ReturnOutcome,
  periods: readonly PeriodId[],
): Stated => {
  const known = knownQuarters(track, outcome, periods);
  const amount = (field: AmountField): Stated =>
    totalFrom(
      known.flatMap(period =>
        track.customer.members
          .filter(member => amountOf(scope, [member], 'revenue', [period]).total !== undefined)
          .map(member => amountOf(scope, [member], field, [period])),
      ),
    );
  const contribution = (): Stated => {
    const both = sideBySide(amount('margin'), amount('costToServe'));
    return over(both, minus(...both.formulas));
  };
  const aQuarter = (total: Stated): Stated => over(total, quotient(total.formula, constant(known.length)));
  const ratioOf = (part: Stated, whole: Stated): Stated => {
    const both = sideBySide(part, whole);
    return over(both, quotient(...both.formulas));
  };
  switch (outcome) {
    case 'revenue':
      return aQuarter(amount('revenue'));
    case 'contribution':
      return aQuarter(contribution());
    case 'contribution-ratio':
      return ratioOf(contribution(), amount('revenue'));
    case 'share-of-wallet':
      return ratioOf(amount('revenue'), amount('walletSpend'));
  }
};
