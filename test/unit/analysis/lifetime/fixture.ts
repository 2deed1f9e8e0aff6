import { dateOfDay, dayOf } from '../../../../src/model/days.ts';
import type { WorkspaceInput } from '../support.ts';

export type Accounts = NonNullable<WorkspaceInput['accounts']>;
type AccountInput = Accounts[string];

const quarters = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];

/** Four quarters that add up to a profit, a quarter of it each, after a cost to serve of 10 a quarter. */
export const earning = (profit: number, more: AccountInput = {}): AccountInput => ({
  since: '2020-01-01',
  history: Object.fromEntries(
    quarters.map(quarter => [quarter, { revenue: 1000, margin: profit / 4 + 10, costToServe: 10 }]),
  ),
  ...more,
});

/** An order every so many days, the last one on a given day. */
export const ordersOf = (account: string, gap: number, last: string, first = '2024-10-01'): string[] => {
  const lines: string[] = [];
  for (let day = dayOf(last); day >= dayOf(first); day -= gap) lines.push(`${account},${dateOfDay(day)}`);
  return lines;
};

export const orderFile = (...lines: readonly (readonly string[])[]): string =>
  `account,date\n${lines.flat().join('\n')}\n`;

/** Contracts of a year each, all renewed but the last, which is what `last` says. */
export const yearlyContracts = (
  first: number,
  until: number,
  last: 'lost' | 'not-due',
): NonNullable<AccountInput['contracts']> =>
  Array.from({ length: until - first + 1 }, (_, index) => ({
    id: `C-${first + index}`,
    start: `${first + index}-01-01`,
    end: `${first + index}-12-31`,
    renewal: first + index === until ? last : 'renewed',
  }));

/** Twelve customers under yearly contracts, four of whom left: enough for a fit of the default minimum. */
export const contractPool = (): Accounts =>
  Object.fromEntries(
    Array.from({ length: 12 }, (_, index): [string, AccountInput] => {
      const leaves = index % 3 === 0;
      const contracts = yearlyContracts(
        2021,
        leaves ? 2022 + (index % 4) : 2026,
        leaves ? 'lost' : 'not-due',
      );
      return [`contract-${String(index).padStart(2, '0')}`, earning(100 * (index + 1), { contracts })];
    }),
  );
