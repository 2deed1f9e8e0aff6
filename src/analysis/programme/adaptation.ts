import type { Changes } from '../../model/change.ts';
import { compareIds } from '../../model/order.ts';
import { daysBetween } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { asOf } from '../as-of.ts';
import { type Customer, keyCustomers } from '../customers.ts';
import { settingsIn } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { type ChangeReading, changeReading, isUnsettled } from './change-reading.ts';

/** Whether the plan of a key account is alive: reviewed within the cadence, longer ago, or never. */
export type PlanState = 'current' | 'stale' | 'never-reviewed';

export interface PlanReading {
  readonly customer: Customer;
  /** Day of the last review up to the date of the data; absent where there was none. */
  readonly reviewed?: string;
  /** Days since then. */
  readonly age?: number;
  readonly state: PlanState;
  /** Changes of the customer, the latest first. */
  readonly changes: readonly ChangeReading[];
  /** Those that have neither reached the plan nor been dismissed. */
  readonly open: number;
  readonly inputs: readonly SourceRef[];
}

export interface ReviewReading {
  readonly review: Changes['reviews'][number];
  readonly state: 'held' | 'held-late' | 'due' | 'overdue';
  /** Days after the date on which it was due: until it was held, or until now. */
  readonly late?: number;
  readonly source: SourceRef;
}

/** How the programme follows what changes around it (domain 2.8). */
export interface Adaptation {
  /** Changes known by then, of the programme and of accounts, the latest first. */
  readonly changes: readonly ChangeReading[];
  /** Those of each account that has any. */
  readonly byAccount: ReadonlyMap<string, readonly ChangeReading[]>;
  /** The plans of the key accounts, by account. */
  readonly plans: readonly PlanReading[];
  readonly reviews: readonly ReviewReading[];
}

/** Cadences, changes and reviews as declared, or the defaults of the product. */
export const changesOf = (scope: Scope): Changes => settingsIn(scope, 'changes');

export const adaptation = (scope: Scope): Adaptation => {
  const changes = knownChanges(scope);
  const byAccount = groupedByAccount(changes);
  return {
    changes,
    byAccount,
    plans: scope.of(keyCustomers).map(customer => planReading(scope, customer, byAccount)),
    reviews: reviewReadings(scope),
  };
};

const groupedByAccount = (changes: readonly ChangeReading[]): Map<string, ChangeReading[]> => {
  const groups = new Map<string, ChangeReading[]>();
  for (const one of changes) {
    if (one.account === undefined) continue;
    const group = groups.get(one.account);
    if (group === undefined) groups.set(one.account, [one]);
    else group.push(one);
  }
  return groups;
};

const knownChanges = (scope: Scope): readonly ChangeReading[] => {
  const { changes: declared } = scope.workspace.program;
  const today = asOf(scope);
  const { changeWithin } = changesOf(scope);
  const own = (declared?.changes ?? []).flatMap((change, index) =>
    declared === undefined ? [] : [{ change, source: at(declared.source, 'changes', index) }],
  );
  const ofAccounts = scope.workspace.accounts.flatMap(({ id, changes, source }) =>
    changes.map((change, index) => ({ change, account: id, source: at(source, 'changes', index) })),
  );
  return [...own, ...ofAccounts]
    .filter(({ change }) => change.date <= today)
    .map(one => changeReading(one, today, changeWithin))
    .sort(
      (a, b) =>
        compareIds(b.change.date, a.change.date) ||
        compareIds(a.account ?? '', b.account ?? '') ||
        compareIds(a.change.id, b.change.id),
    );
};

const planReading = (
  scope: Scope,
  customer: Customer,
  byAccount: ReadonlyMap<string, readonly ChangeReading[]>,
): PlanReading => {
  const today = asOf(scope);
  const { planReviews, source } = customer.account;
  const index = planReviews.reduce<number>(
    (latest, date, place) =>
      date <= today && (latest < 0 || date > (planReviews[latest] ?? '')) ? place : latest,
    -1,
  );
  const reviewed = planReviews[index];
  const changes = customer.members.flatMap(({ id }) => byAccount.get(id) ?? []);
  const common = { customer, changes, open: changes.filter(isUnsettled).length };
  if (reviewed === undefined)
    return { ...common, state: 'never-reviewed', inputs: [at(source, 'planReviews')] };
  const age = daysBetween(reviewed, today);
  return {
    ...common,
    reviewed,
    age,
    state: age > changesOf(scope).planCadence ? 'stale' : 'current',
    inputs: [at(source, 'planReviews', index)],
  };
};

const reviewReadings = (scope: Scope): readonly ReviewReading[] => {
  const { changes } = scope.workspace.program;
  if (changes === undefined) return [];
  const today = asOf(scope);
  return changes.reviews.map((review, index) => {
    const held = review.held !== undefined && review.held <= today ? review.held : undefined;
    const late = daysBetween(review.due, held ?? today);
    return {
      review,
      state: held === undefined ? (late > 0 ? 'overdue' : 'due') : late > 0 ? 'held-late' : 'held',
      ...(late > 0 ? { late } : {}),
      source: at(changes.source, 'reviews', index),
    };
  });
};
