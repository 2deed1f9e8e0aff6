import { sortBy } from '../model/order.ts';
import type { PeriodId } from '../model/period.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Reading, unwatched } from './reading/reading.ts';

/**
 * What a method sees: the workspace and one period. `of` computes something once per scope, so that methods can build
 * on each other's typed results by calling their functions; `at` gives the scope of another period of the same workspace.
 */
export interface Scope {
  readonly workspace: Workspace;
  readonly period: PeriodId;
  of<T>(compute: (scope: Scope) => T): T;
  /** Computes something that is the same in every period once for all scopes of the workspace. */
  inAll<T>(compute: (workspace: Workspace) => T): T;
  at(period: PeriodId): Scope;
  /** What is remembered otherwise than by `of` and `inAll` is remembered through it. */
  readonly reading: Reading;
}

/**
 * Computes something small of a quarter in a scope of its own. What it rests on goes with that scope: kept for every quarter of
 * which only the course is shown, it would fill the memory.
 */
export const apart = <T>(scope: Scope, compute: (scope: Scope) => T): T =>
  scopesOf(scope.workspace, scope.inAll, scope.reading)(scope.period).of(compute);

/** The accounts stand by id in every scope, so that no result depends on the order in which they came. */
export const createScope = (given: Workspace, period: PeriodId, reading: Reading = unwatched): Scope => {
  const workspace = { ...given, accounts: sortBy(given.accounts, ({ id }) => id) };
  return scopesOf(
    workspace,
    once(() => workspace, reading),
    reading,
  )(period);
};

const scopesOf = (workspace: Workspace, inAll: Scope['inAll'], reading: Reading): Scope['at'] => {
  const scopes = new Map<PeriodId, Scope>();
  const scopeOf = (period: PeriodId): Scope => {
    const known = scopes.get(period);
    if (known) return known;
    const scope: Scope = { workspace, period, reading, at: scopeOf, inAll, of: once(() => scope, reading) };
    scopes.set(period, scope);
    return scope;
  };
  return scopeOf;
};

/** Remembers what each function made of the subject. */
const once = <Subject>(
  subject: () => Subject,
  { keepEach }: Reading,
): (<T>(compute: (of: Subject) => T) => T) =>
  keepEach((compute: (of: Subject) => unknown) => compute(subject())) as <T>(
    compute: (of: Subject) => T,
  ) => T;
