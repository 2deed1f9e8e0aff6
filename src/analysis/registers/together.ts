import type { Column, Row, Series } from '../../model/series.ts';
import { type Customer, keyCustomers } from '../customers.ts';
import { account } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { type Line, seriesOf } from './lines.ts';

/** One register of all key accounts, with the account in front; what is settled is left to the plan of its account. Its columns are there without any account, too. */
export const together = (
  scope: Scope,
  id: string,
  columns: readonly Column[],
  register: (scope: Scope, customer: Customer) => Series,
  order: (a: Row, b: Row) => number,
): Series => {
  const parts = keyCustomers(scope).map(customer => ({ customer, series: register(scope, customer) }));
  const lines = parts
    .flatMap(({ customer, series }) =>
      series.rows.map((row, index): Line => {
        const inputs = series.rowInputs?.[index] ?? [];
        return { row: { account: customer.id, ...row }, inputs };
      }),
    )
    .filter(({ row }) => row.state !== 'done' && row.state !== 'dropped')
    .sort((a, b) => order(a.row, b.row));
  return seriesOf(id, [account, ...columns], lines);
};
