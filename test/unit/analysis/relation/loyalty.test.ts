import { describe, expect, it } from 'vitest';
import { lifetimeQuadrant } from '../../../../src/analysis/lifetime/quadrants.ts';
import { loyalty } from '../../../../src/analysis/methods/loyalty.ts';
import { runMethod, scopeOf } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type Accounts = NonNullable<WorkspaceInput['accounts']>;

const key = [{ from: '2024-Q1' }];
const run = (accounts: Accounts) => runMethod(loyalty, { accounts });

describe('offers worked by hand', () => {
  const found = run({
    a: {
      key,
      offers: [
        {
          title: 'Bonus',
          cost: 100,
          offered: 4,
          used: 3,
          effect: { margin: 1150, baseline: 1000, by: 'ana' },
        },
        { title: 'Course', cost: 60, offered: 6, used: 1 },
        { title: 'Later', from: '2026-10-01', cost: 1000 },
        { title: 'Visit', offered: 0, used: 0 },
      ],
    },
  });

  it('cost what has begun costs, and say who gave no figure', () => {
    expect(found.figure('account.a.loyalty.cost').value).toBe(160);
    expect(found.figure('account.a.loyalty.cost').coverage).toEqual({ n: 2, of: 3 });
  });

  it('are used as often as they are used of what was offered', () => {
    expect(found.figure('account.a.loyalty.uptake').value).toBe(0.4);
    expect(found.figure('account.a.loyalty.uptake').coverage).toEqual({ n: 2, of: 3 });
  });

  it('return (incremental margin − cost) ÷ cost, of those with both: (150 − 100) ÷ 100', () => {
    expect(found.figure('account.a.loyalty.incremental-margin').value).toBe(150);
    expect(found.figure('account.a.loyalty.return').value).toBe(0.5);
    expect(found.figure('account.a.loyalty.return').coverage).toEqual({ n: 1, of: 3 });
    expect(found.series('portfolio.loyalty').rows[0]).toMatchObject({ cost: 160, returnedCost: 100 });
  });
});

describe('what is missing or free', () => {
  it('gives no return without a cost to divide by', () => {
    const free = run({
      a: { offers: [{ title: 'Gift', cost: 0, effect: { margin: 10, baseline: 0, by: 'ana' } }] },
    });
    expect(free.figure('account.a.loyalty.return').unavailable?.code).toBe('no-offer-return');
    expect(free.figure('account.a.loyalty.cost').value).toBe(0);
  });

  it('is silent where nobody records an offer', () => {
    expect(run({ a: { key } }).results.figures).toEqual([]);
    expect(run({ a: { key } }).results.findings).toEqual([]);
    expect(run({}).series('portfolio.loyalty').rows).toEqual([]);
  });
});

describe('beside lifetime and profit', () => {
  const quarters = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
  const customer = (margin: number, years: number, rest: Accounts[string] = {}): Accounts[string] => ({
    key,
    since: '2015-01-01',
    expectedYears: years,
    history: Object.fromEntries(
      quarters.map(quarter => [quarter, { revenue: 1000, margin, costToServe: 0 }]),
    ),
    ...rest,
  });
  const offers = [{ title: 'Bonus', cost: 10 }];
  const accounts: Accounts = {
    friend: customer(500, 20),
    barnacle: customer(10, 20, { offers }),
    stranger: customer(10, 1, { offers }),
    butterfly: customer(500, 1),
  };

  it('flags money for barnacles, and true friends without an offer', () => {
    const scope = scopeOf({ accounts });
    expect(lifetimeQuadrant(scope, 'barnacle')).toBe('barnacles');
    expect(lifetimeQuadrant(scope, 'friend')).toBe('true-friends');
    const { rows } = run(accounts).series('portfolio.loyalty');
    expect(Object.fromEntries(rows.map(row => [row.account, row.fits]))).toEqual({
      barnacle: 'spend-on-barnacle',
      friend: 'friend-without-offer',
      stranger: 'fits',
      butterfly: 'fits',
    });
  });
});

describe('what is asked about the offers of an account', () => {
  const offer = (title: string, margin?: number) => ({
    title,
    cost: 100,
    ...(margin === undefined ? {} : { effect: { margin, baseline: 0, by: 'ana' } }),
  });
  const params = (offers: NonNullable<Accounts[string]['offers']>) =>
    run({ a: { key, offers } }).finding('loyalty.account')?.params;

  it('is to stop the one that loses most of its cost', () => {
    expect(params([offer('Gain', 150), offer('Loss', 40), offer('Unknown')])).toMatchObject({
      next: { text: 'stop' },
      offer: { text: 'Loss' },
      loss: { value: 0.6 },
    });
  });

  it('is to estimate what nobody has, where none loses', () => {
    expect(params([offer('Gain', 150), offer('Unknown')])).toMatchObject({
      next: { text: 'estimate' },
      offer: { text: 'Unknown' },
    });
    expect(params([offer('Gain', 150)])?.next).toMatchObject({ text: 'none' });
  });
});
