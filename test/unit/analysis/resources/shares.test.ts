import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effort } from '../../../../src/analysis/methods/effort.ts';
import { kamLoad } from '../../../../src/analysis/methods/kam-load.ts';
import { resources } from '../../../../src/analysis/methods/resources.ts';
import { resourceShares } from '../../../../src/analysis/resources/shares.ts';
import { runMethod, scopeOf } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type Accounts = NonNullable<WorkspaceInput['accounts']>;

const settings = { basis: 'quarter' } as const;
const key = [{ from: '2024-Q1' }];
const account = (revenue: number, hours: number | undefined, actual?: number): Accounts[string] => ({
  key,
  history: { '2026-Q3': { revenue, ...(hours === undefined ? {} : { hours }) } },
  ...(actual === undefined ? {} : { resources: { spend: { '2026-Q3': { travel: { actual } } } } }),
});

it('makes full-time jobs of all hours on the account, whoever spent them, over the quarters that record any', () => {
  const found = runMethod(effort, {
    settings: { basis: 'year-to-date' },
    resources: { fullTime: 1600 },
    accounts: {
      a: { key, history: { '2026-Q2': { revenue: 1, hours: 500 }, '2026-Q3': { revenue: 1, hours: 700 } } },
    },
  });
  expect(found.figure('account.a.effort.hours').value).toBe(1200);
  expect(found.figure('account.a.effort.fte').value).toBe(1.5);
});

it('holds the variance against the budget of the same items, which it names beside it', () => {
  const spend = { '2026-Q3': { travel: { budget: 10, actual: 14 }, systems: { budget: 5 } } };
  const found = runMethod(resources, { settings, accounts: { a: { key, resources: { spend } } } });
  expect(found.figure('account.a.resources.budget-compared')).toMatchObject({
    value: 10,
    coverage: { n: 1, of: 2 },
  });
  expect(found.figure('account.a.resources.variance').value).toBe(4);
});

it('tells each plan that its account gets too much or too little, by hours alone where money is not booked', () => {
  const others = { b: account(900, 50, 90), c: account(900, 50, 90) };
  const over = runMethod(resources, { settings, accounts: { a: account(10, 50, 90), ...others } });
  expect(over.finding('resources.account')).toMatchObject({
    account: 'a',
    params: { verdict: { text: 'over' }, by: { text: 'both' } },
    advises: [{ course: 'reduce', accounts: ['a'] }],
  });
  const unbooked = { ...account(200, 100), resources: { spend: { '2026-Q3': { travel: { budget: 5 } } } } };
  const hours = runMethod(resources, { settings, accounts: { a: unbooked, ...others } });
  expect(hours.finding('resources.account')?.params).toMatchObject({ by: { text: 'hours' } });
});

describe('share of resources worked by hand', () => {
  // a: 30 of 100 hours and 10 of 100 euros for 10 % of revenue; b: 70 % and 90 % for 90 %.
  const accounts = { a: account(100, 30, 10), b: account(900, 70, 90) };
  const found = runMethod(resources, { settings, accounts });

  it('is the mean of the shares of hours and money, held against the share of revenue', () => {
    expect(found.figure('account.a.resources.hours-share').value).toBeCloseTo(0.3, 12);
    expect(found.figure('account.a.resources.money-share').value).toBeCloseTo(0.1, 12);
    expect(found.figure('account.a.resources.share').value).toBeCloseTo(0.2, 12);
    expect(found.figure('account.a.resources.worth.revenue').value).toBeCloseTo(0.1, 12);
    expect(found.figure('account.a.resources.ratio.revenue').value).toBeCloseTo(2, 12);
    expect(found.figure('account.a.resources.verdict').value).toBe('balanced');
  });

  it('says which ratio lies furthest off on the side of the verdict, so that a page can print why', () => {
    expect(found.figure('account.a.resources.farthest-ratio').value).toBeCloseTo(2, 12);
    expect(found.figure('account.a.resources.farthest-measure').value).toBe('revenue');
  });

  it('takes the weights and limits of the workspace, and prints them', () => {
    const weighted = runMethod(resources, {
      settings,
      accounts,
      resources: { weights: { hours: 3, money: 1 } },
    });
    expect(weighted.figure('account.a.resources.share').value).toBeCloseTo(0.25, 12);
    expect(weighted.figure('account.a.resources.verdict').value).toBe('over');
    expect(weighted.figure('account.a.resources.share').assumptions?.[0]).toMatchObject({
      name: 'resources.weights.hours',
      value: 3,
      source: { path: ['weights', 'hours'] },
    });
    expect(weighted.finding('resources.imbalance')?.params.overAccounts).toEqual({
      kind: 'accounts',
      ids: ['a'],
    });
  });

  it('leaves out whoever misses hours or money where others record them, and says why', () => {
    const partial = runMethod(resources, {
      settings,
      accounts: { ...accounts, c: account(500, 50), d: account(500, undefined, 5) },
    });
    expect(partial.figure('account.c.resources.share').unavailable?.code).toBe('no-spend');
    expect(partial.figure('account.d.resources.share').unavailable?.code).toBe('no-complete-hours');
    expect(partial.figure('account.a.resources.share')).toMatchObject({ coverage: { n: 2, of: 4 } });
    expect(partial.figure('account.a.resources.share').value).toBeCloseTo(0.2, 12);
  });

  it('counts hours alone where nobody records money', () => {
    const hours = runMethod(resources, { settings, accounts: { a: account(100, 30), b: account(900, 70) } });
    expect(hours.figure('account.a.resources.share').value).toBeCloseTo(0.3, 12);
    expect(hours.figure('account.a.resources.money-share').value).toBeUndefined();
  });

  it('calls nobody neglected whose money is not booked yet', () => {
    const unbooked: Accounts[string] = {
      ...account(900, 10),
      resources: { spend: { '2026-Q3': { travel: { actual: 1, budget: 1 }, people: { budget: 50 } } } },
    };
    const some = runMethod(resources, { settings, accounts: { a: account(100, 90, 100), b: unbooked } });
    expect(some.figure('account.b.resources.ratio.revenue').value).toBeLessThan(0.5);
    expect(some.figure('account.b.resources.verdict').unavailable?.code).toBe('money-not-booked');
    // Every page says the same of it: what the hours alone say, until the money is booked, marked as such.
    const one = runMethod(effort, { settings, accounts: { a: account(100, 90, 100), b: unbooked } });
    expect(one.figure('account.b.effort.verdict')).toMatchObject({
      value: 'under-hours',
      inputs: ['account.b.effort.ratio'],
    });
    const [, row] = some.series('programme.resources.shares').rows;
    expect(row).toMatchObject({ account: 'b', investment: 'under-hours' });
    expect(row?.hoursRatio).toBeCloseTo(0.1 / 0.9, 12);
    expect(some.finding('resources.imbalance')?.params).toMatchObject({
      judged: { value: 1 },
      key: { value: 2 },
    });
    expect(one.figure('account.a.effort.verdict').inputs).toEqual(['account.a.resources.verdict']);
    expect(some.figure('account.a.resources.verdict').value).toBe('over');
  });

  it('has nothing to say where nothing is recorded', () => {
    const none = runMethod(resources, { settings, accounts: { a: { key } } });
    expect(none.series('programme.resources.shares').rows).toEqual([]);
    expect(none.figure('programme.resources.actual').unavailable?.code).toBe('no-spend');
    expect(none.results.findings).toEqual([]);
    expect(runMethod(resources, {}).results.findings).toEqual([]);
  });

  it('has shares that add up to one, whatever the order and the unit of money', () => {
    const amount = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount, amount), { minLength: 1, maxLength: 6 }), rows => {
        const of = (list: typeof rows, factor: number) =>
          new Map(
            scopeOf({
              settings,
              accounts: Object.fromEntries(
                list.map(([revenue, hours, spent]) => [
                  `a${rows.findIndex(row => row[0] === revenue && row[1] === hours && row[2] === spent)}`,
                  account(revenue, hours, spent * factor),
                ]),
              ),
            })
              .of(resourceShares)
              .map(row => [row.customer.id, row]),
          );
        const [plain, turned] = [of(rows, 1), of([...rows].reverse(), 1000)];
        const total = [...plain.values()].reduce((sum, { share }) => sum + (share ?? 0), 0);
        expect(total).toBeCloseTo(1, 9);
        for (const [id, row] of plain) {
          expect(turned.get(id)?.share).toBeCloseTo(row.share ?? -1, 9);
          expect(turned.get(id)?.ratios.revenue).toBeCloseTo(row.ratios.revenue ?? -1, 9);
        }
      }),
    );
  });
});

describe('budget against actual', () => {
  it('compares what has both sides, and names what misses the tolerance by most', () => {
    const found = runMethod(resources, {
      settings,
      resources: {
        spend: {
          '2026-Q3': {
            systems: { budget: 100, actual: 130.5 },
            travel: { budget: 1000, actual: 1049 },
            training: { budget: 50, actual: 10 },
            other: { actual: 5 },
          },
        },
      },
    });
    expect(found.figure('programme.resources.variance').value).toBe(39.5);
    expect(found.figure('programme.resources.unbudgeted').value).toBe(5);
    expect(found.figure('programme.resources.kind.systems.variance-share').value).toBeCloseTo(0.305, 12);
    expect(found.finding('resources.over-budget')?.figures[0]).toBe(
      'programme.resources.kind.systems.budget',
    );
    expect(found.finding('resources.under-budget')?.figures[0]).toBe(
      'programme.resources.kind.training.budget',
    );
  });
});

describe('load of key account managers', () => {
  const people = {
    ana: { name: 'Ana', role: 'kam', capacity: 1000 },
    bru: { name: 'Bru', role: 'seller', capacity: 1000 },
    cai: { name: 'Cai', role: 'kam' },
    dot: { name: 'Dot', role: 'seller' },
  } as const;
  const needs = (need: number, manager: string): Accounts[string] => ({ key, manager, resources: { need } });
  const year = { '2025-Q4': 50, '2026-Q1': 50, '2026-Q2': 50 };

  it('is what the accounts need ÷ capacity, lines included in the range', () => {
    const found = runMethod(kamLoad, {
      people,
      accounts: { a: needs(600, 'ana'), b: needs(400, 'ana'), c: needs(599, 'bru') },
    });
    expect(found.figure('kam.ana.load').value).toBe(1);
    expect(found.figure('kam.ana.load.verdict').value).toBe('within');
    expect(found.figure('kam.bru.load.verdict').value).toBe('under');
    expect(found.figure('kam.cai.load').unavailable?.code).toBe('no-capacity');
    expect(found.series('programme.resources.load').rows.map(({ employee }) => employee)).toEqual([
      'ana',
      'bru',
      'cai',
    ]);
  });

  it('takes the own hours of four full quarters where nobody declares a need', () => {
    const of = (hours: Readonly<Record<string, number>>) =>
      runMethod(kamLoad, {
        people,
        accounts: { a: { manager: 'ana', resources: { people: [{ person: 'ana', hours }] } } },
      });
    expect(of({ ...year, '2026-Q3': 60 }).figure('kam.ana.load').value).toBeCloseTo(0.21, 12);
    expect(of(year).figure('kam.ana.load').unavailable?.code).toBe('no-need');
  });

  it('is a minimum where the need of an account is unknown: only "over" is sure then', () => {
    const of = (need: number) =>
      runMethod(kamLoad, { people, accounts: { a: needs(need, 'ana'), b: { key, manager: 'ana' } } });
    expect(of(500).figure('kam.ana.load')).toMatchObject({ value: 0.5, coverage: { n: 1, of: 2 } });
    expect(of(500).figure('kam.ana.load.verdict').unavailable?.code).toBe('needs-incomplete');
    expect(of(1001).figure('kam.ana.load.verdict').value).toBe('over');
  });

  it('is over with more accounts than declared, and finds key accounts that nobody looks after', () => {
    const found = runMethod(kamLoad, {
      people,
      resources: { load: { accounts: 1 } },
      accounts: { a: needs(1, 'ana'), b: needs(1, 'ana'), c: { key, sponsor: 'dot' } },
    });
    expect(found.figure('kam.ana.load.verdict').value).toBe('over');
    expect(found.figure('programme.resources.without-kam').value).toBe(1);
    expect(found.figure('programme.resources.without-sponsor').value).toBe(2);
    expect(found.finding('load.unassigned')?.params.accounts).toEqual({
      kind: 'accounts',
      ids: ['c', 'a', 'b'],
    });
  });

  it('proposes only a move after which nobody is over, and says so where there is none', () => {
    const moveOf = (accounts: Accounts) => runMethod(kamLoad, { people, accounts }).finding('load.outside');
    const busy = { a: needs(700, 'ana'), b: needs(400, 'ana') };
    // With 400 hours more Bru would be at 90 %, with 700 at 120 %.
    expect(moveOf({ ...busy, c: needs(500, 'bru') })?.params).toMatchObject({
      move: { text: 'sure' },
      moved: { id: 'b' },
      receiver: { text: 'Bru' },
      after: { value: 0.9 },
    });
    expect(moveOf({ ...busy, c: needs(601, 'bru') })?.params).toMatchObject({ move: { text: 'none' } });
    const unknown = { ...busy, c: needs(500, 'bru'), d: { key, manager: 'bru' } };
    expect(moveOf(unknown)?.params).toMatchObject({ move: { text: 'unsure' }, after: { value: 0.9 } });
  });
});
