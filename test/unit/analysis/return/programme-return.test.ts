import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../../src/model/figure.ts';
import { type Account, type Accounts, accountOf, key, others, quarters, run } from './panels.ts';

const values = (figure: Figure): unknown => [figure.interval?.low, figure.value, figure.interval?.high];

describe('an effect that is known', () => {
  const found = run({
    ...others,
    'key-a': accountOf({ from: '2025-Q2', effect: 0.2 }),
    'key-b': accountOf({ from: '2025-Q2', effect: 0.2, base: 900 }),
  });

  it('is found exactly where accounts differ in nothing else, whatever their size and the season', () => {
    // Before 1 and 0.8, after 1.1, 1.3, 1.2, 0.9, 1.4 and 1.5: the others rise to 1.2333 ÷ 0.9.
    const rise = 7.4 / 6 / 0.9;
    expect(found.figure('programme.return.revenue.other-after').value).toBeCloseTo(rise, 9);
    expect(found.figure('programme.return.revenue.key-after').value).toBeCloseTo(rise * 1.2, 9);
    const sure = expect.closeTo(rise * 0.2, 9);
    expect(values(found.figure('programme.return.revenue.effect'))).toEqual([sure, sure, sure]);
    expect(values(found.figure('programme.return.contribution-ratio.effect'))).toEqual(
      Array.from({ length: 3 }, () => expect.closeTo(0, 9)),
    );
  });

  it('is made of what each account came to, and the others over its quarters', () => {
    const change = found.figure('account.key-a.return.revenue.change');
    const levels = ['after', 'before'].map(when => found.figure(`account.key-a.return.revenue.${when}`));
    expect(change.inputs).toEqual(levels.map(({ id }) => id));
    const [after, before] = levels.map(({ value }) => Number(value));
    expect(change.value).toBeCloseTo((after ?? 0) / (before ?? 0), 12);
    expect(found.figure('programme.return.revenue.key-after').inputs).toEqual(
      ['key-a', 'key-b'].map(id => `account.${id}.return.revenue.change`),
    );
    expect(found.figure('account.key-b.return.revenue.others-after').value).toBeCloseTo(7.4 / 6 / 0.9, 9);
  });

  it('comes with nothing that was there before, and so no finding about it', () => {
    expect(found.figure('programme.return.revenue.trend').value).toBeCloseTo(0, 9);
    expect(found.finding('return.trend')).toBeUndefined();
    expect(found.finding('return.effect')?.params.side).toEqual({ kind: 'text', text: 'above' });
  });

  it('marks so few accounts as a small sample, and says how many entered', () => {
    expect(found.figure('programme.return.revenue.effect')).toMatchObject({
      smallSample: true,
      coverage: { n: 2, of: 2 },
    });
    expect(found.series('programme.return.outcomes').rows[0]).toMatchObject({
      outcome: 'revenue',
      n: 2,
      otherCount: 3,
    });
  });

  it('is the same where accounts are designated one after the other', () => {
    const staggered = run({
      ...others,
      'key-a': accountOf({ from: '2025-Q2', effect: 0.2 }),
      'key-b': accountOf({ from: '2026-Q1', effect: 0.2 }),
    });
    // Rises of the season from their own dates: 7.4 ÷ 6 over 0.9, and 3.8 ÷ 3 over 5.4 ÷ 5.
    const effects = [(7.4 / 6 / 0.9) * 0.2, (3.8 / 3 / (5.4 / 5)) * 0.2] as const;
    expect(staggered.figure('programme.return.revenue.effect').value).toBeCloseTo(
      (effects[0] + effects[1]) / 2,
      9,
    );
    expect(staggered.series('programme.return.accounts').rows.map(row => row.revenueEffect)).toEqual([
      expect.closeTo(effects[0], 9),
      expect.closeTo(effects[1], 9),
    ]);
  });
});

describe('no effect', () => {
  it('is none with placebo designations', () => {
    const found = run({
      ...others,
      'key-a': accountOf({ from: '2025-Q3' }),
      'key-b': accountOf({ from: '2026-Q2' }),
    });
    for (const outcome of ['revenue', 'contribution', 'contribution-ratio'])
      expect(found.figure(`programme.return.${outcome}.effect`).value).toBeCloseTo(0, 9);
    expect(found.figure('programme.return.share-of-wallet.effect').unavailable?.code).toBe(
      'no-share-of-wallet',
    );
  });

  it('shows a lead that was there before as such', () => {
    const rising = (from?: string): Account => ({
      since: '2015-01-01',
      ...(from === undefined ? {} : key(from)),
      history: Object.fromEntries(
        quarters.map((quarter, index) => [quarter, { revenue: from === undefined ? 100 : 100 + 10 * index }]),
      ),
    });
    const found = run({ a: rising(), b: rising(), k: rising('2025-Q4'), l: rising('2025-Q4') });
    // 115 ÷ 105… within the four quarters before: (120 + 130) over (100 + 110).
    expect(found.figure('programme.return.revenue.trend').value).toBeCloseTo(250 / 210 - 1, 9);
    expect(found.finding('return.trend')?.params.side).toEqual({ kind: 'text', text: 'above' });
  });
});

describe('quarters that are missing, and customers that come and go', () => {
  const level = (revenue: number, more: Account = {}): Account => ({
    since: '2015-01-01',
    history: Object.fromEntries(quarters.map(quarter => [quarter, { revenue }])),
    ...more,
  });
  const effectOf = (accounts: Accounts): number | string | undefined =>
    run(accounts).figure('programme.return.revenue.effect').value;
  const two = { k: level(100, key('2025-Q4')), l: level(100, key('2025-Q4')) };

  it('a gap is no fall, and the series says how many quarters there are', () => {
    const history = { ...level(100).history };
    delete history['2026-Q1'];
    const accounts = { ...two, k: { ...two.k, history }, other: level(50) };
    expect(effectOf(accounts)).toBeCloseTo(0, 9);
    expect(run(accounts).series('programme.return.accounts').rows[0]).toMatchObject({
      account: 'k',
      n: 7,
      of: 8,
    });
  });

  it('a quarter of a group that lacks one of its accounts does not count', () => {
    const history = { ...level(100).history };
    delete history['2026-Q1'];
    const plant = { ...level(100), history, parent: 'k' };
    expect(effectOf({ ...two, plant, other: level(50) })).toBeCloseTo(0, 9);
  });

  it('a loss is a fall to nothing, unless it happened before there was anything to compare', () => {
    const lost = (date: string): Account => ({
      ...level(50),
      status: 'lost',
      lost: { date },
      history: Object.fromEntries(
        quarters.filter(quarter => quarter < '2025-Q3').map(id => [id, { revenue: 50 }]),
      ),
    });
    // One of two others falls to nothing from 2026-Q1 on: three of four quarters.
    const late = {
      ...lost('2025-12-31'),
      history: { ...lost('2025-12-31').history, '2025-Q3': { revenue: 50 }, '2025-Q4': { revenue: 50 } },
    };
    expect(effectOf({ ...two, stays: level(50), late })).toBeCloseTo(0.75 / 2, 9);
    expect(effectOf({ ...two, stays: level(50), early: lost('2025-06-30') })).toBeCloseTo(0, 9);
  });

  it('who came later, or was key from the start, is in no comparison', () => {
    const history = { '2026-Q2': { revenue: 10 }, '2026-Q3': { revenue: 90 } };
    const found = run({
      ...two,
      stays: level(50),
      late: { since: '2026-04-01', history },
      old: level(70, key('2020-Q1')),
    });
    expect(found.figure('programme.return.revenue.effect').value).toBeCloseTo(0, 9);
    expect(found.series('programme.return.outcomes').rows[0]).toMatchObject({ n: 2, otherCount: 1 });
    expect(found.finding('return.effect')?.params.always).toEqual({ kind: 'count', value: 1 });
  });

  it('compares until key status ends, and knows no designation after the period', () => {
    const history = { ...level(100).history, '2026-Q3': { revenue: 900 } };
    const accounts = {
      k: { ...level(100), ...key('2025-Q4', '2026-Q2'), history },
      l: level(100, key('2026-Q4')),
      other: level(50),
    };
    const found = run(accounts);
    expect(found.figure('programme.return.revenue.effect').value).toBeCloseTo(0, 9);
    expect(found.series('programme.return.accounts').rows).toEqual([
      expect.objectContaining({ account: 'k', quartersBefore: 4, quartersAfter: 3 }),
    ]);
  });
});

describe('limits of the comparison', () => {
  it.each<[string, Accounts, string]>([
    ['nobody', {}, 'no-designation-on-record'],
    ['no key account', others, 'no-designation-on-record'],
    ['key accounts only', { k: accountOf({ from: '2025-Q4' }) }, 'no-other-accounts'],
    [
      'no quarter before',
      { ...others, k: { key: [{ from: '2025-Q4' }], history: { '2026-Q3': { revenue: 1 } } } },
      'no-quarters-to-compare',
    ],
  ])('with %s it says why there is none', (_, accounts, code) => {
    const found = run(accounts);
    expect(found.figure('programme.return.revenue.effect').unavailable?.code).toBe(code);
    expect(found.finding('return.effect')).toBeUndefined();
  });

  it('does not depend on the order of the accounts', () => {
    const plan = fc.record({
      from: fc.constantFrom(undefined, '2025-Q1', '2025-Q4', '2026-Q2'),
      effect: fc.integer({ min: -5, max: 9 }).map(value => value / 10),
      base: fc.integer({ min: 1, max: 900 }),
    });
    fc.assert(
      fc.property(fc.array(plan, { minLength: 1, maxLength: 8 }), plans => {
        const entries = plans.map(({ from, ...rest }, index): [string, Account] => [
          `account-${index}`,
          accountOf({ ...rest, ...(from === undefined ? {} : { from }) }),
        ]);
        const results = (some: readonly [string, Account][]): unknown =>
          run(Object.fromEntries(some)).results;
        expect(results([...entries].reverse())).toEqual(results(entries));
      }),
      { numRuns: 20 },
    );
  });
});
