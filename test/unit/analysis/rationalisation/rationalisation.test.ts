import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rationalisation } from '../../../../src/analysis/methods/rationalisation.ts';
import type { Row } from '../../../../src/model/series.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type Accounts = NonNullable<WorkspaceInput['accounts']>;
type Account = Accounts[string];
type Rules = NonNullable<WorkspaceInput['rationalisation']>;

const year = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
const yearEarlier = ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3'];

/** A customer since 2015 with the same quarter eight times. */
const steady = (quarter: object, more: Account = {}): Account => ({
  since: '2015-01-01',
  history: Object.fromEntries([...yearEarlier, ...year].map(period => [period, quarter])),
  ...more,
});
const good = steady({ revenue: 100, margin: 40, costToServe: 10, hours: 5 });
const poor = { revenue: 100, margin: 10, costToServe: 15, hours: 20 };

const run = (accounts: Accounts, rules: Rules = {}, more: WorkspaceInput = {}) =>
  runMethod(rationalisation, { accounts, rationalisation: rules, ...more });
const rowOf = (found: ReturnType<typeof run>, account: string): Row =>
  found.series('portfolio.rationalisation').rows.find(row => row.account === account) ?? {};
const verdictOf = (accounts: Accounts, rules?: Rules, more?: WorkspaceInput): unknown => {
  const { rationalisation: verdict, rationalisationReasons: reasons } = rowOf(
    run({ good, ...accounts }, rules, more),
    'poor',
  );
  return [verdict, reasons];
};

describe('polarity', () => {
  it('of the cost to serve is lower, of a contribution higher', () => {
    const found = run({ good });
    for (const state of ['current', 'earlier', 'remaining']) {
      const polarityOf = (name: string) =>
        found.figure(`portfolio.rationalisation.${state}.${name}`).polarity;
      expect(polarityOf('cost-to-serve')).toBe('lower');
      expect(polarityOf('contribution')).toBe('higher');
    }
  });
});

describe('contribution and the whale curve', () => {
  const found = run({
    good,
    better: steady({ revenue: 100, margin: 80, costToServe: 10 }),
    poor: steady(poor),
  });

  it('takes the cost to serve from the margin, over four quarters', () => {
    expect(found.figure('account.good.rationalisation.contribution').value).toBe(120);
    expect(found.figure('account.good.rationalisation.ratio').value).toBeCloseTo(0.3, 12);
    expect(found.figure('account.poor.rationalisation.contribution').value).toBe(-20);
  });

  it('peaks above 100 % where a customer costs money, and ends at 100 %', () => {
    // 280, 400, 380: the peak is 400 of 380.
    expect(found.figure('portfolio.rationalisation.whale.peak').value).toBeCloseTo(400 / 380, 12);
    expect(found.figure('portfolio.rationalisation.whale.losing').value).toBe(1);
    expect(found.series('portfolio.rationalisation').rows.map(row => row.cumulative)).toEqual([
      expect.closeTo(280 / 380, 12),
      expect.closeTo(400 / 380, 12),
      1,
    ]);
    expect(found.finding('rationalisation.losing')?.params.worst).toEqual({ kind: 'account', id: 'poor' });
  });

  it('counts a group as one customer', () => {
    const group = run({ good, plant: { ...steady(poor), parent: 'good' } });
    expect(group.figure('account.good.rationalisation.contribution').value).toBe(100);
    expect(group.series('portfolio.rationalisation').rows).toHaveLength(1);
  });

  it('has no percentage where everyone together costs money', () => {
    const none = run({ poor: steady(poor) });
    expect(none.figure('portfolio.rationalisation.whale.peak').unavailable?.code).toBe(
      'no-positive-contribution',
    );
    expect(none.figure('portfolio.rationalisation.whale.total').value).toBe(-20);
  });
});

describe('verdicts and their reasons', () => {
  const poorly = (more: Account): Accounts => ({ poor: steady(poor, more) });
  const grown = { ...steady(poor).history, '2026-Q3': { ...poor, revenue: 200 } };

  it('lets go who costs money, by default', () => {
    expect(verdictOf({ poor: steady(poor) })).toEqual(['let-go', 'below-line']);
  });

  it.each<[string, Accounts, string]>([
    ['a key account', poorly({ key: [{ from: '2024-Q1' }] }), 'key'],
    ['one that grows', { poor: { since: '2015-01-01', history: grown } }, 'growing'],
    ['one that came this year', { poor: { since: '2026-07-10', history: { '2026-Q3': poor } } }, 'new'],
    [
      'one with an open offer',
      poorly({ opportunities: [{ stage: 'open', opened: '2026-05-01' }] }),
      'open-opportunity',
    ],
  ])('keeps %s', (_, accounts, reason) => {
    expect(verdictOf(accounts)).toEqual(['protected', `below-line ${reason}`]);
  });

  it('keeps one with a high score: the line of the key set, or one of its own', () => {
    const rated = poorly({ ratings: { '2026-Q3': { fit: 7 } } });
    const scoring = { criteria: [{ id: 'fit', name: 'Fit', weight: 1 }], keySet: { threshold: 6 } };
    const all = { ...rated, good: { ...good, ratings: { '2026-Q3': { fit: 5 } } } };
    expect(verdictOf(all, {}, { scoring })).toEqual(['protected', 'below-line strategic']);
    const unrated = { ...all, poor: steady(poor) };
    expect(verdictOf(unrated, {}, { scoring })).toEqual(['review', 'below-line score-unknown']);
    expect(verdictOf(all, { protect: { score: 8 } }, { scoring })).toEqual(['let-go', 'below-line']);
    expect(verdictOf(all, { protect: { score: false } }, { scoring })).toEqual(['let-go', 'below-line']);
  });

  it('no protection that is switched off keeps anyone', () => {
    const accounts = {
      poor: steady(poor, { key: [{ from: '2024-Q1' }], opportunities: [{ stage: 'open' }] }),
    };
    const protect = { key: false, growth: false, quarters: 0, openOpportunities: false } as const;
    expect(verdictOf(accounts, { protect })).toEqual(['let-go', 'below-line']);
  });

  it('an offer made after the quarter, by the date of the data, keeps an account: the one of the pipeline', () => {
    const accounts = poorly({ opportunities: [{ stage: 'open', opened: '2026-10-02' }] });
    const settings = { document: { dataAsOf: '2026-10-05' } } as const;
    expect(verdictOf(accounts, {}, { settings })).toEqual(['protected', 'below-line open-opportunity']);
  });

  it('an offer that was decided by then, or made later, keeps nobody', () => {
    const opportunities = [
      { stage: 'won', opened: '2025-01-01', closed: '2026-06-30' },
      { stage: 'open', opened: '2026-10-02' },
    ] as const;
    expect(verdictOf(poorly({ opportunities: [...opportunities] }))).toEqual(['let-go', 'below-line']);
  });

  it('asks for both lines where both are declared, and a value on a line is enough', () => {
    const below = { contribution: 200, ratio: 0.3 };
    const small = (margin: number): Accounts => ({ poor: steady({ revenue: 100, margin, costToServe: 0 }) });
    expect(verdictOf(small(29), { below })).toEqual(['let-go', 'below-line']);
    expect(verdictOf(small(30), { below })).toEqual(['keep', 'above-line']);
    expect(verdictOf(small(29), { below: { contribution: 116 } })).toEqual(['keep', 'above-line']);
  });

  it('leaves for review whom a protection can’t be tested for', () => {
    const history = Object.fromEntries([...yearEarlier.slice(1), ...year].map(period => [period, poor]));
    const settings = { basis: 'trailing-year' } as const;
    expect(verdictOf({ poor: { since: '2015-01-01', history } }, {}, { settings })).toEqual([
      'review',
      'below-line growth-unknown',
    ]);
    const young = { poor: { history: Object.fromEntries(year.map(period => [period, poor])) } };
    const { since: _, ...undated } = { ...good, history: young.poor.history };
    expect(rowOf(run({ ...young, undated }), 'poor').rationalisationReasons).toContain('age-unknown');
  });

  it('gives no verdict without margin, without cost to serve, or with a gap', () => {
    expect(verdictOf({ poor: steady({ revenue: 100 }) })).toEqual(['unknown', 'no-margin']);
    expect(verdictOf({ poor: steady({ revenue: 100, margin: 5 }) })).toEqual(['unknown', 'no-cost-to-serve']);
    const gap = { ...steady(poor).history, '2026-Q2': { revenue: 100, margin: 10 } };
    const found = run({ good, poor: { since: '2015-01-01', history: gap } });
    expect(rowOf(found, 'poor')).toMatchObject({ rationalisation: 'unknown', n: 3, of: 4 });
    expect(found.figure('account.poor.rationalisation.contribution').value).toBe(-15);
    expect(found.figure('portfolio.rationalisation.whale.total').coverage).toEqual({ n: 1, of: 2 });
    expect(found.finding('rationalisation.unknown')?.params.accounts).toMatchObject({ ids: ['poor'] });
  });

  it('counts who left with today’s year, and neither lets go nor keeps it', () => {
    const lost = steady(poor, { status: 'lost', lost: { date: '2026-08-01' } });
    expect(verdictOf({ poor: lost })).toEqual(['left', 'lost']);
    const found = run({ good, poor: lost });
    expect(found.figure('portfolio.rationalisation.remaining.customers').value).toBe(1);
    expect(found.figure('portfolio.rationalisation.left.contribution').value).toBe(-20);
  });
});

describe('limits of rationalisation', () => {
  it('says why nothing can be said of an empty portfolio', () => {
    const found = run({});
    expect(found.figure('portfolio.rationalisation.whale.total').unavailable?.code).toBe('no-contribution');
    expect(found.figure('portfolio.rationalisation.freed.hours').unavailable?.code).toBe('no-such-customers');
    expect(found.results.findings).toEqual([]);
    expect(found.series('portfolio.rationalisation.outcome').rows).toEqual([]);
  });

  it('prints the lines and protections that made a verdict', () => {
    const found = run({ good }, { below: { ratio: 0.1 } });
    const named = found
      .figure('account.good.rationalisation.verdict')
      .assumptions?.map(one => [one.name, one.value]);
    expect(named).toContainEqual(['rationalisation.below.ratio', 0.1]);
    expect(named).toContainEqual(['rationalisation.protect.growth', 0.1]);
    expect(named).not.toContainEqual(expect.arrayContaining(['rationalisation.below.contribution']));
  });

  it('needs the hours of all that go for the value at which it pays', () => {
    const untimed = steady({ revenue: 100, margin: 10, costToServe: 15 });
    const found = run({ good, poor: steady(poor), untimed });
    expect(found.figure('portfolio.rationalisation.freed.hours')).toMatchObject({
      value: 80,
      coverage: { n: 1, of: 2 },
    });
    expect(found.figure('portfolio.rationalisation.freed.break-even').unavailable?.code).toBe(
      'incomplete-hours-freed',
    );
  });
});

describe('properties of rationalisation', () => {
  const quarter = fc.record({
    revenue: fc.integer({ min: 0, max: 1000 }),
    margin: fc.option(fc.integer({ min: -200, max: 800 }), { nil: undefined }),
    costToServe: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
    hours: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
  });
  const defined = (values: object): object =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const portfolio = fc
    .array(fc.tuple(quarter, fc.boolean()), { minLength: 1, maxLength: 12 })
    .map(list =>
      list.map(([values, gone], index): [string, Account] => [
        `account-${index}`,
        steady(defined(values), gone ? { status: 'lost', lost: { date: '2026-09-01' } } : {}),
      ]),
    );

  it('parts the portfolio: those that left, go and remain are those of today', () => {
    fc.assert(
      fc.property(portfolio, entries => {
        const { rows } = run(Object.fromEntries(entries)).series('portfolio.rationalisation.outcome');
        const total = (column: string, ...states: readonly string[]): number =>
          rows
            .filter(({ portfolioState }) => states.includes(String(portfolioState)))
            .reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
        for (const column of ['customers', 'revenue', 'contributionAfterCost', 'hours'])
          expect(total(column, 'left', 'let-go', 'remaining')).toBeCloseTo(total(column, 'current'), 6);
      }),
      { numRuns: 40 },
    );
  });

  it('a stricter line never lets fewer go', () => {
    fc.assert(
      fc.property(portfolio, fc.integer({ min: -500, max: 500 }), fc.nat(500), (entries, line, more) => {
        const gone = (contribution: number): unknown[] =>
          run(Object.fromEntries(entries), { below: { contribution } })
            .series('portfolio.rationalisation')
            .rows.filter(row => row.rationalisation === 'let-go')
            .map(({ account }) => account);
        expect(gone(line + more)).toEqual(expect.arrayContaining(gone(line)));
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order of the accounts, nor the verdicts on the currency', () => {
    fc.assert(
      fc.property(portfolio, entries => {
        const series = (accounts: Accounts, more: WorkspaceInput = {}): readonly Row[] =>
          run(accounts, {}, more).series('portfolio.rationalisation').rows;
        const rows = series(Object.fromEntries(entries));
        expect(series(Object.fromEntries([...entries].reverse()))).toEqual(rows);
        const dollars = Object.fromEntries(
          entries.map(([id, account]) => [id, { ...account, currency: 'USD' }]),
        );
        const rates = { USD: Object.fromEntries([...yearEarlier, ...year].map(period => [period, 0.5])) };
        expect(series(dollars, { settings: { rates } }).map(row => row.rationalisation)).toEqual(
          rows.map(row => row.rationalisation),
        );
      }),
      { numRuns: 40 },
    );
  });
});
