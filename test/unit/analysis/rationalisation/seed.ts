import type { WorkspaceInput } from '../support.ts';

type Accounts = NonNullable<WorkspaceInput['accounts']>;

interface Group {
  readonly name: string;
  readonly size: number;
  readonly revenue: number;
  readonly margin: number;
  readonly costToServe: number;
  readonly hours: number;
}

/** Quarter by quarter, a year of each customer of a group. */
const customersOf = (
  { name, size, revenue, margin, costToServe, hours }: Group,
  year: readonly string[],
): Accounts =>
  Object.fromEntries(
    Array.from({ length: size }, (_, index) => [
      `${name}-${String(index + 1).padStart(3, '0')}`,
      {
        since: '2010-01-01',
        history: Object.fromEntries(year.map(quarter => [quarter, { revenue, margin, costToServe, hours }])),
      },
    ]),
  );

const before = ['2022', '2023'].flatMap(year => [1, 2, 3, 4].map(quarter => `${year}-Q${quarter}`));
const after = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];

/**
 * The research firm of seed 000, as figures that fit what is told of it: 157 clients, ten of them large and with high
 * margins, 102 that leave little after the cost of serving them. Amounts a quarter, in thousands. Revenue 1000 and
 * margin 500 a quarter before; 3000 and 1000 after, with the 55 that stayed and 25 new ones.
 */
const large: Group = { name: 'large', size: 10, revenue: 38.5, margin: 28.25, costToServe: 2, hours: 40 };
const middle: Group = { name: 'middle', size: 45, revenue: 8, margin: 2, costToServe: 0.5, hours: 20 };
const little: Group = { name: 'little', size: 102, revenue: 2.5, margin: 1.25, costToServe: 1.2, hours: 15 };

const grown = (accounts: Accounts, prefix: string, quarter: object): Accounts =>
  Object.fromEntries(
    Object.entries(accounts).map(([id, account]) => [
      id,
      id.startsWith(prefix)
        ? {
            ...account,
            history: { ...account.history, ...Object.fromEntries(after.map(id => [id, quarter])) },
          }
        : account,
    ]),
  );

/** The firm before: a year that ends with 2023-Q4. */
export const firmBefore = (): Accounts => ({
  ...customersOf(large, before),
  ...customersOf(middle, before),
  ...customersOf(little, before),
});

/** The firm after, with the earlier year still on record and the little ones gone. */
export const firmAfter = (): Accounts => {
  const start = Object.fromEntries(
    Object.entries(firmBefore()).map(([id, account]) => [
      id,
      id.startsWith('little')
        ? { ...account, status: 'lost' as const, lost: { date: '2024-03-31' } }
        : account,
    ]),
  );
  const kept = grown(
    grown(start, 'large', { revenue: 150, margin: 60, costToServe: 4, hours: 60 }),
    'middle',
    { revenue: 20, margin: 5, costToServe: 1, hours: 25 },
  );
  return {
    ...kept,
    ...customersOf(
      { ...middle, name: 'new', size: 25, revenue: 24, margin: 7, costToServe: 1, hours: 25 },
      after,
    ),
  };
};
