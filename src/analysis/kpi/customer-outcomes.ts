import type { Goal } from '../../model/account-goal.ts';
import type { Customer } from '../customers.ts';
import { type Filed, filedIn, placeOf } from '../filed.ts';
import { countedFirst, numberOfFirst } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import { lastDay } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { type Measure, type Measurement, numberOf, rate, trialsOf, unavailable } from './measurement.ts';
import { isWithin, yearWindow } from './tenure.ts';

/** How a goal stood at the end of the period. */
type GoalState = 'met' | 'missed' | 'overdue' | 'not-due' | 'dropped';

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
export const dueGoals = (scope: Scope, of: readonly Customer[]): readonly Filed<Goal>[] => {
  const window = yearWindow(scope);
  return filedIn(of, 'goals', goal => {
    const state = stateOf(goal, window.last);
    return state !== 'dropped' && state !== 'not-due' && isWithin(reckonedOn(goal), window);
  });
};

/** Whether a goal stands like that at the end of the period. */
const is = (scope: Scope, state: GoalState): ((goal: Filed<Goal>) => boolean) => {
  const today = lastDay(scope);
  return ({ item }) => stateOf(item, today) === state;
};

/** Whether it is recorded by the end of the period that a goal was not met. */
export const isMissed = (scope: Scope): ((goal: Filed<Goal>) => boolean) => is(scope, 'missed');
/** Whether a goal is past its day without a recorded outcome. */
export const isWithoutOutcome = (scope: Scope): ((goal: Filed<Goal>) => boolean) => is(scope, 'overdue');

const met =
  (kind?: Goal['kind']): Measure =>
  (scope, of) => {
    const due = (): readonly Filed<Goal>[] =>
      dueGoals(scope, of).filter(({ item }) => kind === undefined || item.kind === kind);
    const trials = trialsOf(due, is(scope, 'met'), goal => placeOf(goal));
    const known = trials.trials - numberOf(due(), is(scope, 'overdue'));
    return rate(scope, trials, 'no-goals-due', { n: known, of: trials.trials });
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
  (countedIn: (scope: Scope) => (goal: Filed<Goal>) => boolean): Measure =>
  (scope, of): Measurement => {
    const counts = countedIn(scope);
    const due = dueGoals(scope, of);
    if (due.length === 0) return unavailable('no-goals-due');
    const value = numberOf(due, counts);
    return withInputs(() => countedFirst(dueGoals(scope, of), counts).map(goal => placeOf(goal)), {
      value,
      formula: numberOfFirst(value),
    });
  };

/** Goals that fell due. */
export const goalsDue: Measure = countOf(() => () => true);
/** Goals past their day without an outcome. */
export const goalsOverdue: Measure = countOf(isWithoutOutcome);
