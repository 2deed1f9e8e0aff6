import { describe, expect, it } from 'vitest';
import { accountOf, key, others, run } from './panels.ts';

describe('return on programme spend', () => {
  const accounts = {
    ...others,
    k: accountOf({ from: '2026-Q2', effect: 0.5 }),
    l: accountOf({ from: '2026-Q2', effect: 0.5 }),
  };
  const spend = (actual: number) => ({
    resources: {
      spend: {
        '2025-Q4': { people: { actual: 999 } },
        '2026-Q2': { people: { actual } },
        '2026-Q3': { people: { actual } },
      },
    },
  });

  it('is the attributed contribution less the spend since the first designation, over the spend', () => {
    const found = run(accounts, spend(10));
    // The others' season rises from 6.3 ÷ 6 to 1.45; twice 21 a quarter before, two quarters, half of that rise.
    const attributed = 2 * 2 * 0.2 * 100 * (6.3 / 6) * (0.5 * (1.45 / (6.3 / 6)));
    expect(found.figure('programme.return.spend').value).toBe(20);
    expect(found.figure('programme.return.attributed').value).toBeCloseTo(attributed, 9);
    expect(found.figure('programme.return.ratio').value).toBeCloseTo((attributed - 20) / 20, 9);
    expect(found.figure('programme.return.ratio').interval?.low).toBeCloseTo((attributed - 20) / 20, 9);
    expect(found.finding('return.spend')?.params).toMatchObject({
      measured: { value: 2 },
      keyAccounts: { value: 2 },
      whole: { text: 'yes' },
    });
  });

  it('says so where the spend is for more accounts than can be judged', () => {
    const always = { ...accounts, always: accountOf({ from: '2020-Q1' }) };
    expect(run(always, spend(10)).finding('return.spend')?.params).toMatchObject({ whole: { text: 'no' } });
  });

  it('falls as the spend rises, and is not available without spend', () => {
    const ratio = (actual: number): number =>
      Number(run(accounts, spend(actual)).figure('programme.return.ratio').value);
    expect(ratio(100)).toBeLessThan(ratio(50));
    expect(run(accounts).figure('programme.return.ratio').unavailable?.code).toBe('no-programme-spend');
    expect(run(accounts).finding('return.spend')).toBeUndefined();
  });
});

describe('key against other accounts, as they stand', () => {
  it('counts retention among those that were customers a year ago, by what they were then', () => {
    const lost = { status: 'lost', lost: { date: '2026-05-31' } } as const;
    const found = run({
      ...others,
      gone: { ...accountOf({ without: ['2026-Q3'] }), ...lost },
      'key-gone': { ...accountOf({ from: '2024-Q4', without: ['2026-Q3'] }), ...lost },
      'key-stays': accountOf({ from: '2024-Q4' }),
      'key-new': accountOf({ from: '2026-Q3' }),
    });
    expect(found.figure('programme.return.standing.retention.key').value).toBe(0.5);
    expect(found.figure('programme.return.standing.retention.other').value).toBe(0.8);
    expect(found.figure('programme.return.standing.retention.difference').interval?.kind).toBe('wilson');
  });

  it('takes means over accounts, each counting the same', () => {
    const found = run({
      ...others,
      k: accountOf({ from: '2024-Q4', ratio: 0.3 }),
      l: accountOf({ from: '2024-Q4', ratio: 0.5 }),
    });
    expect(found.figure('programme.return.standing.contribution-ratio.key').value).toBeCloseTo(0.4, 9);
    expect(found.figure('programme.return.standing.contribution-ratio.other').value).toBeCloseTo(0.5 / 3, 9);
    expect(found.figure('programme.return.standing.contribution-ratio.difference').value).toBeCloseTo(
      0.4 - 0.5 / 3,
      9,
    );
  });

  it('knows the share of wallet of whom it is recorded for', () => {
    const wallet = {
      since: '2015-01-01',
      history: { '2025-Q4': { revenue: 40, walletSpend: 100 }, '2026-Q3': { revenue: 80, walletSpend: 100 } },
    };
    const found = run({ ...others, k: { ...wallet, ...key('2026-Q1') }, l: wallet });
    expect(found.figure('programme.return.standing.share-of-wallet.key').value).toBeCloseTo(0.6, 9);
    expect(found.figure('programme.return.share-of-wallet.key-after').value).toBeCloseTo(0.8, 9);
    expect(found.figure('programme.return.share-of-wallet.effect')).toMatchObject({
      value: expect.closeTo(0, 9),
    });
  });
});
