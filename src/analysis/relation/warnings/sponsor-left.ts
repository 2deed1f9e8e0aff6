import { daysBetween } from '../../../model/period.ts';
import { at } from '../../../model/source.ts';
import { asOf } from '../../as-of.ts';
import { countOfThese } from '../../terms.ts';
import { entriesOf } from '../entries.ts';
import { dateOfData, declared, relationshipOf } from '../settings.ts';
import { judged, notKnown, type WarningCheck } from './warning.ts';

const sponsoring: ReadonlySet<string | undefined> = new Set(['decision-maker', 'champion']);

/** People who decided, championed us, or were the counterpart of our sponsor, and left lately. */
export const sponsorLeft: WarningCheck = (scope, customer) => {
  const { left: within } = relationshipOf(scope).warnings;
  const frame = {
    signal: 'sponsor-left',
    unit: 'count',
    precision: 0,
    cut: 1,
    assumptions: [dateOfData(scope), declared(scope, 'warnings', 'left')],
  } as const;
  const contacts = entriesOf(customer, 'contacts');
  const list = at(customer.account.source, 'contacts');
  if (contacts.length === 0) return notKnown(frame, 'no-contacts', [list]);
  const { sponsor } = customer.account;
  const gone = contacts.filter(({ item: { left, role, counterpart } }) => {
    if (left === undefined || left > asOf(scope) || daysBetween(left, asOf(scope)) > within) return false;
    return sponsoring.has(role) || (sponsor !== undefined && counterpart === sponsor);
  });
  const from = countOfThese(
    gone.map(({ source }) => at(source, 'left')),
    [list],
  );
  return judged(frame, { value: gone.length, raised: gone.length > 0, ...from });
};
