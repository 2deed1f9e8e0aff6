import type { Decision } from '../model/decision.ts';
import { daysOf, periodSchema } from '../model/period.ts';
import type { Sourced } from '../model/source.ts';
import { asOf } from './as-of.ts';
import type { Scope } from './scope.ts';

/** Decisions that the review of the period puts to the board. */
export const decisionsSought = ({ workspace, period }: Scope): readonly Sourced<Decision>[] =>
  workspace.program.decisions.filter(decision => decision.period === period);

/** Decisions of earlier reviews. */
export const earlierDecisions = ({ workspace, period }: Scope): readonly Sourced<Decision>[] =>
  workspace.program.decisions.filter(decision => decision.period < period);

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
