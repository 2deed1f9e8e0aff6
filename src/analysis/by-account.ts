import type { Scope } from './scope.ts';

/**
 * Finds the rows of one account among those of all, by an index that is made once for each scope.
 * @returns a function that gives the rows of the account in their order; none is an empty list
 */
export const byAccount = <Row>(
  rowsOf: (scope: Scope) => readonly Row[],
  accountOf: (row: Row) => string,
): ((scope: Scope, account: string) => readonly Row[]) => {
  const index = (scope: Scope): ReadonlyMap<string, readonly Row[]> => {
    const rows = new Map<string, Row[]>();
    for (const row of rowsOf(scope)) {
      const known = rows.get(accountOf(row));
      if (known) known.push(row);
      else rows.set(accountOf(row), [row]);
    }
    return rows;
  };
  return (scope, account) => scope.of(index).get(account) ?? [];
};
