import type { Change } from '../../model/change.ts';
import { daysBetween } from '../../model/period.ts';
import type { SourceRef } from '../../model/source.ts';

/**
 * How far a change has come: noticed, decided, taken up by the plan, or dismissed. Overdue is one that has done neither of
 * the last two in time.
 */
export type ChangeState = 'open' | 'decided' | 'in-plan' | 'dismissed' | 'overdue';

export interface ChangeReading {
  readonly change: Change;
  /** The account that it concerns; absent where it concerns the programme. */
  readonly account?: string;
  readonly state: ChangeState;
  /** Days from the change to its decision; absent until it is decided. */
  readonly toDecision?: number;
  /** Days from the change to the change of the plan; absent until then. */
  readonly toPlan?: number;
  readonly source: SourceRef;
}

/** Whether it has yet to reach the plan, and nobody has dismissed it. */
export const isUnsettled = ({ state }: ChangeReading): boolean =>
  state !== 'in-plan' && state !== 'dismissed';

type Recorded = Pick<ChangeReading, 'change' | 'account' | 'source'>;

/**
 * A change as it stood on a day: what happened later is not known yet. Overdue is strictly after the date it was due, or after
 * `within` days where it states none.
 */
export const changeReading = (recorded: Recorded, today: string, within: number): ChangeReading => {
  const { change } = recorded;
  const [decided, planned] = [dayOf(change.decision, today), dayOf(change.plan, today)];
  const isOverdue = change.due === undefined ? daysBetween(change.date, today) > within : change.due < today;
  return {
    ...recorded,
    state: stateOf(change, { decided, planned, isOverdue }, today),
    ...(decided === undefined ? {} : { toDecision: daysBetween(change.date, decided) }),
    ...(planned === undefined ? {} : { toPlan: daysBetween(change.date, planned) }),
  };
};

const dayOf = (step: { readonly date: string } | undefined, today: string): string | undefined =>
  step !== undefined && step.date <= today ? step.date : undefined;

const stateOf = (
  { dismissed }: Change,
  {
    decided,
    planned,
    isOverdue,
  }: {
    readonly decided: string | undefined;
    readonly planned: string | undefined;
    readonly isOverdue: boolean;
  },
  today: string,
): ChangeState => {
  if (planned !== undefined) return 'in-plan';
  if (dayOf(dismissed, today) !== undefined) return 'dismissed';
  if (isOverdue) return 'overdue';
  return decided === undefined ? 'open' : 'decided';
};
