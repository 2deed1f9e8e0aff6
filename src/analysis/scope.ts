import { sortBy } from '../model/order.ts';
import type { PeriodId } from '../model/period.ts';
import type { Workspace } from '../model/workspace.ts';

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
}

/**
 * Computes something small of a quarter in a scope of its own. What it rests on goes with that scope: kept for every quarter of
 * which only the course is shown, it would fill the memory.
 */
export const apart = <T>(scope: Scope, compute: (scope: Scope) => T): T =>
  scopesOf(scope.workspace, scope.inAll)(scope.period).of(compute);

/** The accounts stand by id in every scope, so that no result depends on the order in which they came. */
export const createScope = (given: Workspace, period: PeriodId): Scope => {
  const workspace = { ...given, accounts: sortBy(given.accounts, ({ id }) => id) };
  return scopesOf(
    workspace,
    once(() => workspace),
  )(period);
};

const scopesOf = (workspace: Workspace, inAll: Scope['inAll']): Scope['at'] => {
  const scopes = new Map<PeriodId, Scope>();
  const scopeOf = (period: PeriodId): Scope => {
    const known = scopes.get(period);
    if (known) return known;
    const scope: Scope = { workspace, period, at: scopeOf, inAll, of: once(() => scope) };
    scopes.set(period, scope);
    return scope;
  };
  return scopeOf;
};

/** Remembers what each function made of the subject. */
const once = <Subject>(subject: () => Subject): (<T>(compute: (of: Subject) => T) => T) => {
  const results = new Map<(of: Subject) => unknown, unknown>();
  return <T>(compute: (of: Subject) => T): T => {
    if (!results.has(compute)) results.set(compute, compute(subject()));
    return results.get(compute) as T;
  };
};
