import { at, type SourceRef } from '../../../model/source.ts';
import { asOf } from '../../as-of.ts';
import { filedIn, placeOf } from '../../filed.ts';
import { numberOfFirst } from '../../formulas.ts';
import type { Scope } from '../../scope.ts';
import { dateOfData, declared, relationshipOf } from '../settings.ts';
import { type Frame, judged, notKnown, type WarningCheck } from './warning.ts';

const frameOf = (scope: Scope): Frame => ({
  signal: 'open-complaints',
  unit: 'count',
  precision: 0,
  bound: '≥',
  cut: relationshipOf(scope).warnings.complaints,
  assumptions: [dateOfData(scope), declared(scope, 'warnings', 'complaints')],
});

/** Complaints without an answer at the date of the data. */
export const openComplaints: WarningCheck = (scope, customer) => {
  const frame = scope.of(frameOf);
  const today = asOf(scope);
  const list = (): readonly SourceRef[] => [at(customer.account.source, 'interactions')];
  const isLogged = customer.members.some(({ interactions }) =>
    interactions.some(({ date }) => date <= today),
  );
  if (!isLogged) return notKnown(frame, 'no-interactions', list);
  const open = filedIn(
    [customer],
    'interactions',
    ({ date, kind, resolved }) =>
      date <= today && kind === 'complaint' && (resolved === undefined || resolved > today),
  );
  const value = open.length;
  const inputs = (): readonly SourceRef[] => (value === 0 ? list() : open.map(one => placeOf(one)));
  return judged(frame, inputs, { value, formula: numberOfFirst(value) });
};
