import { describe, expect, it } from 'vitest';
import { robustnessMethod } from '../../../../src/analysis/methods/robustness.ts';
import { samplesFor } from '../../../../src/analysis/robustness/robustness.ts';
import { rounded, rowsOf } from '../../example/example.ts';
import { runMethod } from '../portfolio/fixture.ts';
import { type Points, ratedWorkspace } from './fixture.ts';

const points: Points = { a: [10, 0], b: [0, 10], c: [6, 6] };
const run = (table: Points, scoring: object, keys: readonly string[] = []) => {
  const input = ratedWorkspace(table, [1, 1], scoring);
  const key = [{ from: '2026-Q1' }];
  const accounts = Object.fromEntries(
    Object.entries(input.accounts ?? {}).map(([id, account]) => [
      id,
      keys.includes(id) ? { ...account, key } : account,
    ]),
  );
  return runMethod(robustnessMethod, { ...input, accounts });
};

describe('what the robustness says', () => {
  const found = run(points, { keySet: { places: 1 }, robustness: { within: 0.4, insecure: 0.4 } }, [
    'a',
    'c',
  ]);

  it('prints probabilities with their error, and the samples that they rest on', () => {
    expect(found.figure('portfolio.robustness.samples').value).toBe(10_000);
    expect(found.figure('portfolio.robustness.error').value).toBe(0.005);
    const figure = found.figure('account.c.robustness.key-set');
    expect(figure.interval?.low).toBeLessThan(Number(figure.value));
    expect(figure.interval?.high).toBeGreaterThan(Number(figure.value));
    expect(figure.assumptions).toContainEqual(
      expect.objectContaining({ name: 'scoring.robustness.within', value: 0.4 }),
    );
    const row = found
      .series('portfolio.robustness.acceptability')
      .rows.find(({ account }) => account === 'c');
    expect(row?.standardError).toBeCloseTo(0.005, 3);
    expect(row).toMatchObject({ rank: 1, rankBest: 1, rankWorst: 2, inKeySet: true });
  });

  it('lists whom enough weightings admit, and gives central weights to who comes first often enough', () => {
    const table: Points = { a: [10, 0], b: [0, 10], c: [6, 6] };
    const rowsOf = (robustness: object) => {
      const { series } = run(table, { keySet: { places: 1 }, robustness });
      const accountsOf = (id: string) => [
        ...new Set(series(`portfolio.robustness.${id}`).rows.map(({ account }) => account)),
      ];
      return { ranks: accountsOf('ranks').sort(), central: accountsOf('central').sort() };
    };
    expect(rowsOf({})).toEqual({ ranks: ['a', 'b', 'c'], central: ['a', 'b', 'c'] });
    // The three come first with about 40, 40 and 20 % of all weightings.
    expect(rowsOf({ worthARow: 0.9, fewestFirsts: 0.3 })).toEqual({ ranks: ['c'], central: ['a', 'b'] });
  });

  it('lists the neighbours that the points hardly tell apart, not those on either side of the line', () => {
    const table: Points = { a: [9, 9], b: [8.96, 8.96], c: [6, 6], d: [2, 2] };
    const { series } = run(table, { keySet: { places: 3 }, nearTie: 0.1 });
    expect(series('portfolio.robustness.ties').rows.map(({ account, behind }) => [account, behind])).toEqual([
      ['a', 'b'],
    ]);
  });

  it('names the key account that hardly any near weighting admits', () => {
    const finding = found.finding('robustness.insecure-key');
    expect(finding?.params).toMatchObject({
      insecure: { value: 1 },
      accounts: { ids: ['a'] },
      keys: { value: 2 },
    });
    expect(found.figure('portfolio.robustness.insecure').value).toBe(1);
  });

  it('says which weight moves the line first, and who comes and goes', () => {
    expect(found.figure('portfolio.robustness.weight.c0.low').value).toBeCloseTo(0.4, 12);
    expect(found.finding('robustness.weight-decides')?.params).toMatchObject({
      moves: { text: 'both' },
      leaves: { id: 'c' },
    });
    const narrow = run(points, { keySet: { places: 1 }, robustness: { within: 0.1 } });
    expect(narrow.finding('robustness.weight-decides')).toBeUndefined();
    expect(narrow.finding('robustness.key-set-holds')?.severity).toBe('good');
  });

  it('says between whom weights decide', () => {
    const near = run({ a: [6.1, 6], b: [6, 6.05] }, { nearTie: 0.1 });
    expect(near.series('portfolio.robustness.ties').rows).toMatchObject([{ account: 'a', behind: 'b' }]);
    const share = Number(near.series('portfolio.robustness.ties').rows[0]?.aheadAny);
    // a is ahead while .1·x > .05·(1 − x), which is from a third of the weight on.
    expect(share).toBeCloseTo(2 / 3, 1);
    expect(near.finding('robustness.tie')?.params).toMatchObject({ ahead: { id: 'a' }, behind: { id: 'b' } });
  });
});

describe('where there is nothing to test', () => {
  it('says why: no criteria, no account, no key set', () => {
    const nothing = runMethod(robustnessMethod, {});
    expect(nothing.figure('portfolio.robustness.samples').unavailable?.code).toBe('no-scoring');
    expect(nothing.results.findings).toEqual([]);
    const nobody = run({}, {});
    expect(nobody.series('portfolio.robustness.acceptability').rows).toEqual([]);
    const open = run(points, {});
    expect(open.figure('account.a.robustness.key-set').unavailable?.code).toBe('no-key-set');
    expect(open.figure('portfolio.robustness.insecure').unavailable).toBeUndefined();
    expect(open.series('portfolio.robustness.weights').rows).toEqual([]);
    expect(open.series('portfolio.robustness.acceptability').rows).toHaveLength(3);
  });

  it('copes with one account', () => {
    const alone = run({ a: [5, 5] }, { keySet: { threshold: 5 } });
    expect(alone.figure('account.a.robustness.key-set-any').value).toBe(1);
    expect(alone.figure('account.a.robustness.rank-worst-any').value).toBe(1);
  });
});

describe('the cost of it', () => {
  it('draws fewer weightings for many accounts, and never fewer than a thousand', () => {
    expect(samplesFor(10_000, 27)).toBe(10_000);
    expect(samplesFor(10_000, 2000)).toBe(5000);
    expect(samplesFor(10_000, 10_000)).toBe(1000);
    expect(samplesFor(10_000, 100_000)).toBe(1000);
    expect(samplesFor(500, 100_000)).toBe(500);
  });
});

describe('the robustness of the example', () => {
  it('leaves two key accounts out with any near weights, and Maestrat to the weights', () => {
    const rows = new Map(rowsOf('portfolio.robustness.acceptability').map(row => [row.account, row]));
    expect(rows.get('papelera-clariano')).toMatchObject({ key: true, keySetNear: 0 });
    expect(rows.get('alto-magro')).toMatchObject({ key: true, keySetNear: 0 });
    expect(Number(rows.get('morteros-maestrat')?.keySetNear)).toBeGreaterThan(0.9);
    expect(Number(rows.get('morteros-maestrat')?.keySetAny)).toBeLessThan(0.6);
  });

  it('lets Safor in once volume weighs less than a sixth', () => {
    expect(rounded('portfolio.robustness.weight.volume.low', 3)).toBe(0.167);
    const [volume] = rowsOf('portfolio.robustness.weights');
    expect(volume).toMatchObject({ lowEnters: 'depuradora-safor', lowLeaves: null });
  });
});
