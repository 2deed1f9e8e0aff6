import type { Contact } from '../../../model/account-activity.ts';
import { compareIds } from '../../../model/order.ts';
import { daysBetween } from '../../../model/period.ts';
import { at, type SourceRef } from '../../../model/source.ts';
import { asOf } from '../../as-of.ts';
import type { Customer } from '../../customers.ts';
import { type Filed, filedIn, placeOf } from '../../filed.ts';
import { numberOfFirst } from '../../formulas.ts';
import type { Scope } from '../../scope.ts';
import { dateOfData, declared, relationshipOf } from '../settings.ts';
import { type Frame, judged, notKnown, type WarningCheck } from './warning.ts';

const sponsoring: ReadonlySet<string | undefined> = new Set(['decision-maker', 'champion']);

const frameOf = (scope: Scope): Frame => ({
  signal: 'sponsor-left',
  unit: 'count',
  precision: 0,
  bound: '≥',
  cut: 1,
  assumptions: [dateOfData(scope), declared(scope, 'warnings', 'left')],
});

/** People who decided, championed us, or were the counterpart of our sponsor, and left lately; the last to leave first. */
export const leaversOf = (scope: Scope, customer: Customer): readonly Filed<Contact>[] => {
  const { left: within } = relationshipOf(scope).warnings;
  const today = asOf(scope);
  const { sponsor } = customer.account;
  return filedIn([customer], 'contacts', ({ left, role, counterpart }) => {
    if (left === undefined || left > today || daysBetween(left, today) > within) return false;
    return sponsoring.has(role) || (sponsor !== undefined && counterpart === sponsor);
  }).toSorted((a, b) => compareIds(b.item.left ?? '', a.item.left ?? ''));
};

export const sponsorLeft: WarningCheck = (scope, customer) => {
  const frame = scope.of(frameOf);
  const list = (): readonly SourceRef[] => [at(customer.account.source, 'contacts')];
  if (customer.members.every(({ contacts }) => contacts.length === 0))
    return notKnown(frame, 'no-contacts', list);
  const gone = leaversOf(scope, customer);
  const value = gone.length;
  const inputs = (): readonly SourceRef[] => (value === 0 ? list() : gone.map(one => placeOf(one, 'left')));
  return judged(frame, inputs, { value, formula: numberOfFirst(value) });
};
