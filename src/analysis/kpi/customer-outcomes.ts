import type { Goal } from '../../model/account-goal.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { countedFirst, numberOfFirst } from '../formulas.ts';
import { lastDay } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { type Measure, type Measurement, rate, trialsOf, unavailable } from './measurement.ts';
import { isWithin, yearWindow } from './tenure.ts';

/** How a goal stood at the end of the period. */
type GoalState = 'met' | 'missed' | 'overdue' | 'not-due' | 'dropped';

interface DueGoal {
  readonly goal: Goal;
  readonly state: GoalState;
  readonly source: SourceRef;
}

/** A goal counts on the day it fell due, or on which it was settled before. */
const reckonedOn = ({ due, settled }: Goal): string =>
  settled !== undefined && settled < due ? settled : due;

const stateOf = (goal: Goal, today: string): GoalState => {
  // Without a date, the outcome is held to have been known when the goal fell due.
  const known = goal.state !== 'open' && (goal.settled ?? goal.due) <= today;
  if (known && goal.state !== 'open') return goal.state;
  return goal.due <= today ? 'overdue' : 'not-due';
};

/** Goals that fell due or were settled in the last four quarters, without those that both sides dropped. */
const dueGoals = (scope: Scope, of: readonly Customer[]): readonly DueGoal[] => {
  const window = yearWindow(scope);
  return of
    .flatMap(customer => customer.members)
    .flatMap(account =>
      account.goals.map((goal, index) => ({
        goal,
        state: stateOf(goal, lastDay(scope)),
        source: at(account.source, 'goals', index),
      })),
    )
    .filter(
      ({ goal, state }) => state !== 'dropped' && state !== 'not-due' && isWithin(reckonedOn(goal), window),
    );
};

const met =
  (kind?: Goal['kind']): Measure =>
  (scope, of) => {
    const due = dueGoals(scope, of).filter(({ goal }) => kind === undefined || goal.kind === kind);
    return rate(
      scope,
      trialsOf(
        due,
        ({ state }) => state === 'met',
        ({ source }) => source,
      ),
      'no-goals-due',
      { n: due.filter(({ state }) => state !== 'overdue').length, of: due.length },
    );
  };

/**
 * Goals of customers met ÷ goals due in the last four quarters (domain 4.4). A share, 0–1. One that is past its day and
 * still open was not met in time; the coverage says of how many the outcome is known.
 */
export const customerOutcomes: Measure = met();
/** The same of what is done to get there. */
export const leadingOutcomes: Measure = met('leading');
/** The same of the outcomes themselves. */
export const laggingOutcomes: Measure = met('lagging');

const countOf =
  (counts: (goal: DueGoal) => boolean): Measure =>
  (scope, of): Measurement => {
    const due = dueGoals(scope, of);
    if (due.length === 0) return unavailable('no-goals-due');
    const value = due.filter(counts).length;
    const inputs = countedFirst(due, counts).map(({ source }) => source);
    return { value, inputs, formula: numberOfFirst(value) };
  };

/** Goals that fell due. */
export const goalsDue: Measure = countOf(() => true);
/** Goals past their day without an outcome. */
export const goalsOverdue: Measure = countOf(({ state }) => state === 'overdue');
