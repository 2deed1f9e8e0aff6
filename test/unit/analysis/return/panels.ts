import { programmeReturn } from '../../../../src/analysis/methods/programme-return.ts';
import { between } from '../../../../src/model/period.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

export type Accounts = NonNullable<WorkspaceInput['accounts']>;
export type Account = Accounts[string];

export const quarters = between('2024-Q4', '2026-Q3');
/** Key status from one quarter to another, or until now. */
export const key = (from: string, to?: string): Account => ({
  key: [{ from, ...(to === undefined ? {} : { to }) }],
});

interface Plan {
  /** Key since. */
  readonly from?: string;
  /** Revenue a quarter before everything else. */
  readonly base?: number;
  /** Relative rise from the designation on. */
  readonly effect?: number;
  /** Contribution ÷ revenue. */
  readonly ratio?: number;
  readonly without?: readonly string[];
}
/** What every customer shares: a season and a rise of its own in each quarter. */
const season = [1, 0.8, 1.1, 1.3, 1.2, 0.9, 1.4, 1.5];

/** A customer with eight quarters, from 2024-Q4 to 2026-Q3. */
export const accountOf = ({ from, base = 100, effect = 0, ratio = 0.2, without = [] }: Plan): Account => ({
  since: '2015-01-01',
  ...(from === undefined ? {} : key(from)),
  history: Object.fromEntries(
    quarters.flatMap((quarter, index) => {
      if (without.includes(quarter)) return [];
      const lifted = from !== undefined && quarter >= from ? 1 + effect : 1;
      const revenue = base * (season[index] ?? 1) * lifted;
      return [[quarter, { revenue, margin: revenue * (ratio + 0.05), costToServe: revenue * 0.05 }]];
    }),
  ),
});
/** Three that never were key. */
export const others: Accounts = {
  'other-a': accountOf({ base: 10 }),
  'other-b': accountOf({ base: 500, ratio: 0.1 }),
  'other-c': accountOf({ base: 60 }),
};
export const run = (accounts: Accounts, more: WorkspaceInput = {}, period = '2026-Q3') =>
  runMethod(programmeReturn, { accounts, ...more }, period);
