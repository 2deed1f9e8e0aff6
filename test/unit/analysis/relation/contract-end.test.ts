import { describe, expect, it } from 'vitest';
import { churnWarnings } from '../../../../src/analysis/methods/churn-warnings.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type Account = NonNullable<WorkspaceInput['accounts']>[string];

const key = [{ from: '2024-Q1' }];
const run = (account: Account, more: WorkspaceInput = {}) =>
  runMethod(churnWarnings, { ...more, accounts: { a: { key, ...account }, ...more.accounts } });

describe('a contract near its end', () => {
  const contract = { id: 'c-1', start: '2025-01-01', end: '2026-12-31', value: 700 };
  const ending = (account: Account) => run(account).finding('contracts.account');

  it('asks for the renewal by the day of the objective that wants it earlier, and of its owner', () => {
    const objective = {
      side: 'external',
      title: 'Renew',
      contract: 'c-1',
      due: '2026-11-30',
      owner: 'ana',
    } as const;
    expect(ending({ contracts: [contract], objectives: [objective] })?.params).toMatchObject({
      by: { day: '2026-11-30' },
      owned: { text: 'yes' },
      owner: { text: 'ana' },
    });
    expect(
      ending({ contracts: [contract], objectives: [{ ...objective, state: 'dropped' }] })?.params,
    ).toMatchObject({ by: { day: '2026-12-31' }, owned: { text: 'no' } });
  });

  it('is what the plan says first, with its value and its day', () => {
    expect(ending({ contracts: [contract] })).toMatchObject({
      severity: 'attention',
      params: {
        contract: { text: 'c-1' },
        days: { value: 92 },
        end: { day: '2026-12-31' },
        value: { value: 700 },
        inHand: { text: 'no' },
      },
    });
  });

  it('is told to the Board where the customer brings much of the revenue', () => {
    const many = { contracts: [contract], history: { '2026-Q3': { revenue: 900 } } };
    const few = { contracts: [contract], history: { '2026-Q3': { revenue: 50 } } };
    const board = (a: typeof many) =>
      run(a, { accounts: { a, b: { history: { '2026-Q3': { revenue: 950 } } } } }).finding(
        'contracts.largest',
      );
    expect(board(many)?.params).toMatchObject({
      account: { id: 'a' },
      others: { value: 0 },
      part: { value: 900 / 1850 },
      days: { value: 92 },
      over: { text: 'no' },
      inHand: { text: 'no' },
    });
    expect(board(few)).toBeUndefined();
  });

  it('is named beside those at risk where its customer, a large one, is none of them', () => {
    const retention = { cause: 'New owner', plan: 'Meet', checkpoint: '2026-12-01' };
    const history = { '2026-Q3': { revenue: 900 } };
    const besides = (a: Account) =>
      run(a, { accounts: { a, b: { history, retention } } }).finding('risks.apart')?.params;
    expect(besides({ contracts: [contract], history })).toMatchObject({
      count: { value: 1 },
      accounts: { ids: ['a'] },
      days: { value: 92 },
      inHand: { text: 'no' },
    });
    expect(besides({ contracts: [contract], history, retention })).toBeUndefined();
    expect(besides({ history })).toBeUndefined();
  });

  it('is still unsigned where its renewal is only sought', () => {
    const opportunities = [
      { kind: 'renewal' as const, stage: 'open' as const, value: 700, opened: '2026-05-01' },
    ];
    expect(ending({ contracts: [contract], opportunities })?.params.inHand).toMatchObject({ text: 'yes' });
  });

  it('says nothing of one that is far off, or renewed', () => {
    expect(ending({ contracts: [{ ...contract, end: '2027-12-31' }] })).toBeUndefined();
    expect(ending({ contracts: [{ ...contract, renewal: 'renewed' as const }] })).toBeUndefined();
  });
});
