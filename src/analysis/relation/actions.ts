import type { Action } from '../../model/account-activity.ts';
import { between, daysBetween, daysOf, trailingYear } from '../../model/period.ts';
import { asOf } from '../as-of.ts';
import type { Customer } from '../customers.ts';
import { isOpenWork } from '../open-work.ts';
import type { Scope } from '../scope.ts';
import { type Entry, entriesOf } from './entries.ts';

/** At the end of the day of the data, what was due by then and is not done is overdue. */
export const isOverdue = (scope: Scope, action: Action): boolean =>
  action.due <= asOf(scope) && isOpenWork(action);

/** Days from the day it was due to the date of the data; undefined where it is not overdue. */
export const daysOverdue = (scope: Scope, action: Action): number | undefined =>
  isOverdue(scope, action) ? daysBetween(action.due, asOf(scope)) : undefined;

/**
 * Reviews that an open action has been carried through: quarters from the one in which it was agreed to the period.
 * @returns 0 where it was agreed in this period; undefined where it is settled or nobody says when it was agreed
 */
export const carriedQuarters = (scope: Scope, action: Action): number | undefined => {
  if (!isOpenWork(action) || action.since === undefined || action.since > scope.period) return undefined;
  return between(action.since, scope.period).length - 1;
};

/** Whether an action that fell due was done by its day. */
export type Punctuality = 'in-time' | 'late' | 'unknown';

/** Actions of some customers, counted. */
export interface ActionTotal {
  readonly all: readonly Entry<Action>[];
  readonly open: readonly Entry<Action>[];
  readonly overdue: readonly Entry<Action>[];
  /** Open ones agreed in an earlier review. */
  readonly carried: readonly Entry<Action>[];
  /** Open ones of which it is known when they were agreed. */
  readonly dated: number;
  /** Those that fell due in the last four quarters, by the date of the data, and were not dropped. */
  readonly due: readonly Entry<Action>[];
  readonly inTime: number;
  /** Those due of which it is known whether they were done by their day. */
  readonly judged: number;
}

export const actionsOf = (customers: readonly Customer[]): readonly Entry<Action>[] =>
  customers.flatMap(customer => entriesOf(customer, 'actions'));

export const totalOfActions = (scope: Scope, all: readonly Entry<Action>[]): ActionTotal => {
  const open = all.filter(({ item }) => isOpenWork(item));
  const due = all.filter(({ item }) => fellDue(scope, item));
  const punctuality = due.map(({ item }) => punctualityOf(item));
  return {
    all,
    open,
    overdue: open.filter(({ item }) => isOverdue(scope, item)),
    carried: open.filter(({ item }) => (carriedQuarters(scope, item) ?? 0) > 0),
    dated: open.filter(({ item }) => carriedQuarters(scope, item) !== undefined).length,
    due,
    inTime: punctuality.filter(one => one === 'in-time').length,
    judged: punctuality.filter(one => one !== 'unknown').length,
  };
};

const fellDue = (scope: Scope, { due, state }: Action): boolean => {
  const [first = scope.period] = trailingYear(scope.period);
  const start = daysOf(first, scope.workspace.settings.fiscalYearStart).first;
  return state !== 'dropped' && start <= due && due <= asOf(scope);
};

/** An open one whose day has passed is late already, so that leaving it open never helps. */
export const punctualityOf = ({ state, completed, due }: Action): Punctuality => {
  if (state !== 'done') return 'late';
  if (completed === undefined) return 'unknown';
  return completed <= due ? 'in-time' : 'late';
};
