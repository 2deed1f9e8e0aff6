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
  at(period: PeriodId): Scope;
}

/**
 * Computes something small of a quarter in a scope of its own. What it rests on goes with that scope: kept for every quarter of
 * which only the course is shown, it would fill the memory.
 */
export const apart = <T>(scope: Scope, compute: (scope: Scope) => T): T =>
  createScope(scope.workspace, scope.period).of(compute);

/** The accounts stand by id in every scope, so that no result depends on the order in which they came. */
export const createScope = (given: Workspace, period: PeriodId): Scope => {
  const workspace = { ...given, accounts: sortBy(given.accounts, ({ id }) => id) };
  const scopes = new Map<PeriodId, Scope>();
  const scopeOf = (id: PeriodId): Scope => {
    const known = scopes.get(id);
    if (known) return known;
    const results = new Map<(scope: Scope) => unknown, unknown>();
    const scope: Scope = {
      workspace,
      period: id,
      at: scopeOf,
      of<T>(compute: (scope: Scope) => T): T {
        if (!results.has(compute)) results.set(compute, compute(scope));
        return results.get(compute) as T;
      },
    };
    scopes.set(id, scope);
    return scope;
  };
  return scopeOf(period);
};
