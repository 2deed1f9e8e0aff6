import { at } from '../../../model/source.ts';
import { asOf } from '../../as-of.ts';
import { countOfThese } from '../../terms.ts';
import { entriesOf } from '../entries.ts';
import { dateOfData, declared, relationshipOf } from '../settings.ts';
import { judged, notKnown, type WarningCheck } from './warning.ts';

/** Complaints without an answer at the date of the data. */
export const openComplaints: WarningCheck = (scope, customer) => {
  const cut = relationshipOf(scope).warnings.complaints;
  const frame = {
    signal: 'open-complaints',
    unit: 'count',
    precision: 0,
    cut,
    assumptions: [dateOfData(scope), declared(scope, 'warnings', 'complaints')],
  } as const;
  const today = asOf(scope);
  const interactions = entriesOf(customer, 'interactions').filter(({ item }) => item.date <= today);
  const list = at(customer.account.source, 'interactions');
  if (interactions.length === 0) return notKnown(frame, 'no-interactions', [list]);
  const open = interactions.filter(
    ({ item: { kind, resolved } }) => kind === 'complaint' && (resolved === undefined || resolved > today),
  );
  const from = countOfThese(
    open.map(({ source }) => source),
    [list],
  );
  return judged(frame, { value: open.length, raised: open.length >= cut, ...from });
};
