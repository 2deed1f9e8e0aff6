import type { Contract } from '../../../model/account-activity.ts';
import { day, minus } from '../../../model/formula.ts';
import { daysBetween } from '../../../model/period.ts';
import { at, type SourceRef } from '../../../model/source.ts';
import { asOf } from '../../as-of.ts';
import type { Customer } from '../../customers.ts';
import { type Filed, filedIn, placeOf } from '../../filed.ts';
import { withInputs } from '../../inputs.ts';
import type { Scope } from '../../scope.ts';
import { isFollowed, isUndecided, isUnsigned } from '../renewals.ts';
import { dateOfData, declared, relationshipOf } from '../settings.ts';
import { type Frame, judged, notKnown, type Warning, type WarningCheck } from './warning.ts';

const frameOf = (scope: Scope): Frame => ({
  signal: 'contract-end',
  unit: 'days',
  precision: 0,
  bound: '≤',
  cut: relationshipOf(scope).warnings.contractEnd,
  assumptions: [dateOfData(scope), declared(scope, 'warnings', 'contractEnd')],
});

/**
 * Days to the end of the next contract that nothing follows: no later contract, and no open opportunity to renew it. Where
 * the renewal of every contract is under way, the days of the first to end are told, and that it is; so they are where
 * that one ends within the declared days, and before any that nothing follows: a page would say otherwise that no end is near.
 */
export const contractEnd: WarningCheck = (scope, customer) => {
  const frame = scope.of(frameOf);
  const list = (): readonly SourceRef[] => [at(customer.account.source, 'contracts')];
  if (customer.members.every(({ contracts }) => contracts.length === 0))
    return notKnown(frame, 'no-contracts', list);
  const ending = filedIn([customer], 'contracts', isUndecided).filter(
    ({ item, account }) => !isFollowed(scope, account, item),
  );
  const [first, ...rest] = ending;
  const unsigned = soonestUnsigned(scope, customer);
  if (first === undefined)
    return unsigned === undefined
      ? withInputs(list, { ...frame, state: 'clear', unavailable: { code: 'renewals-in-hand' } })
      : underWay(scope, frame, unsigned);
  const next = rest.reduce((soonest, one) => (one.item.end < soonest.item.end ? one : soonest), first);
  const value = daysBetween(asOf(scope), next.item.end);
  if (value > frame.cut && unsigned !== undefined && daysTo(scope, unsigned) <= frame.cut)
    return underWay(scope, frame, unsigned);
  return judged(frame, () => [placeOf(next, 'end')], {
    value,
    formula: minus(0, day(asOf(scope))),
  });
};

type Ending = Filed<Contract>;

/** The first contract to end of which only the renewal that is sought is known. */
const soonestUnsigned = (scope: Scope, customer: Customer): Ending | undefined =>
  filedIn([customer], 'contracts', isUndecided)
    .filter(({ item, account }) => isUnsigned(scope, account, item))
    .sort((a, b) => (a.item.end < b.item.end ? -1 : 1))[0];

const daysTo = (scope: Scope, { item }: Ending): number => daysBetween(asOf(scope), item.end);

const underWay = (scope: Scope, frame: Frame, ending: Ending): Warning =>
  withInputs([placeOf(ending, 'end')], {
    ...frame,
    state: 'clear',
    underWay: true,
    value: daysTo(scope, ending),
    formula: minus(0, day(asOf(scope))),
  });
