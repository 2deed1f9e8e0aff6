import { day, minus } from '../../../model/formula.ts';
import { daysBetween } from '../../../model/period.ts';
import { at, type SourceRef } from '../../../model/source.ts';
import { asOf } from '../../as-of.ts';
import { filedIn, placeOf } from '../../filed.ts';
import { withInputs } from '../../inputs.ts';
import type { Scope } from '../../scope.ts';
import { isFollowed, isUndecided } from '../renewals.ts';
import { dateOfData, declared, relationshipOf } from '../settings.ts';
import { type Frame, judged, notKnown, type WarningCheck } from './warning.ts';

const frameOf = (scope: Scope): Frame => ({
  signal: 'contract-end',
  unit: 'days',
  precision: 0,
  bound: '≤',
  cut: relationshipOf(scope).warnings.contractEnd,
  assumptions: [dateOfData(scope), declared(scope, 'warnings', 'contractEnd')],
});

/** Days to the end of the next contract that nothing follows: no later contract, and no open opportunity to renew it. */
export const contractEnd: WarningCheck = (scope, customer) => {
  const frame = scope.of(frameOf);
  const list = (): readonly SourceRef[] => [at(customer.account.source, 'contracts')];
  if (customer.members.every(({ contracts }) => contracts.length === 0))
    return notKnown(frame, 'no-contracts', list);
  const ending = filedIn([customer], 'contracts', isUndecided).filter(
    ({ item, account }) => !isFollowed(scope, account, item),
  );
  const [first, ...rest] = ending;
  if (first === undefined)
    return withInputs(list, { ...frame, state: 'clear', unavailable: { code: 'renewals-in-hand' } });
  const next = rest.reduce((soonest, one) => (one.item.end < soonest.item.end ? one : soonest), first);
  const value = daysBetween(asOf(scope), next.item.end);
  return judged(frame, () => [placeOf(next, 'end')], {
    value,
    formula: minus(0, day(asOf(scope))),
  });
};
