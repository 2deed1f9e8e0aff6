import type { Decision } from '../model/decision.ts';
import { daysOf, periodSchema } from '../model/period.ts';
import { asOf } from './as-of.ts';
import type { Scope } from './scope.ts';

/** The state on record, or overdue: due by the date of the data, approved or under way, and not done. */
export const stateOf = (
  scope: Scope,
  { state, due }: Pick<Decision, 'state' | 'due'>,
): Decision['state'] | 'overdue' => {
  const last = periodSchema.safeParse(due).success
    ? daysOf(due, scope.workspace.settings.fiscalYearStart).last
    : due;
  const open = state === 'approved' || state === 'in-progress' || state === 'sought';
  return open && last <= asOf(scope) ? 'overdue' : state;
};
