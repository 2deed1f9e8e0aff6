import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentrationMethod } from '../../../../src/analysis/methods/concentration.ts';
import { money } from '../../../../src/analysis/money.ts';
import { type Concentration, concentrationOf } from '../../../../src/analysis/portfolio/concentration.ts';
import { thresholdsSchema } from '../../../../src/model/workspace-settings.ts';
import { accountsWith, runMethod, specimenAccounts } from './fixture.ts';

const cuts = thresholdsSchema.parse({});
const of = (amounts: readonly number[]): Concentration | undefined =>
  concentrationOf(
    amounts.map((amount, index) => ({
      customer: `c${String(index).padStart(3, '0')}`,
      amount: money(amount),
    })),
    cuts,
  );

describe('concentration of known portfolios', () => {
  it('gives HHI 3000 for shares of 40, 30, 20 and 10 %', () => {
    const found = of([40, 30, 20, 10]);
    expect(found?.hhi).toBe(3000);
    expect(found?.gini).toBeCloseTo(0.25, 12);
    expect(found?.countToPareto).toBe(3);
    expect(found?.top(3)).toBe(0.9);
    expect(found?.attention).toHaveLength(4);
  });

  it('gives the measures of the specimen report, both years', () => {
    const run = runMethod(concentrationMethod, { accounts: specimenAccounts() });
    const value = (name: string): unknown => run.figure(`portfolio.concentration.${name}`).value;
    const percent = (name: string): string => (Number(value(name)) * 100).toFixed(1);
    expect(['top1', 'top3', 'top5', 'top10', 'top-share'].map(percent)).toEqual([
      '20.7',
      '44.2',
      '59.1',
      '81.4',
      '59.1',
    ]);
    expect(['top1.prior', 'top3.prior', 'top5.prior', 'top10.prior'].map(percent)).toEqual([
      '19.5',
      '43.4',
      '58.2',
      '80.5',
    ]);
    expect(value('count-to-80')).toBe(10);
    expect(value('attention-count')).toBe(3);
    expect(value('attention-count.prior')).toBe(2);
    expect(Number(value('hhi')).toFixed(0)).toBe('957');
    expect(Number(value('hhi.prior')).toFixed(0)).toBe('925');
    expect(Number(value('gini')).toFixed(2)).toBe('0.54');
    expect(Number(value('gini.prior')).toFixed(2)).toBe('0.51');
    expect(value('largest')).toBe('palancia');
  });

  it('takes exactly half for no single-client dependence, and one cent more for one', () => {
    expect(of([50, 30, 20])?.singleClient).toBeUndefined();
    expect(of([50.01, 29.99, 20])?.singleClient).toBe('c000');
  });

  it('counts a client of exactly 10 % as worth attention', () => {
    expect(of([10, 45, 45])?.attention).toContain('c000');
    expect(of([9.99, 45.01, 45])?.attention).not.toContain('c000');
  });

  it('counts the customer that reaches exactly 80 %', () => {
    expect(of([0.5, 0.3, 0.2].map(part => part * 100))?.countToPareto).toBe(2);
  });
});

describe('edge cases of concentration', () => {
  it('is unavailable with a reason where nobody has positive revenue', () => {
    for (const accounts of [{}, accountsWith({ a: [0], b: [-5] })]) {
      const run = runMethod(concentrationMethod, { accounts });
      expect(run.figure('portfolio.concentration.hhi').unavailable?.code).toBe('no-positive-revenue');
      expect(run.series('portfolio.curve').rows).toEqual([]);
      expect(run.results.findings).toEqual([]);
    }
  });

  it('leaves out customers at or below zero and says how many', () => {
    const run = runMethod(concentrationMethod, {
      accounts: accountsWith({ a: [60], b: [40], c: [0], d: [-10] }),
    });
    expect(run.figure('portfolio.concentration.hhi').value).toBe(5200);
    expect(run.figure('portfolio.concentration.excluded').value).toBe(2);
    expect(run.figure('portfolio.concentration.hhi').coverage).toEqual({ n: 2, of: 4 });
    expect(run.finding('portfolio.no-positive-revenue')?.params.accounts).toEqual({
      kind: 'accounts',
      ids: ['c', 'd'],
    });
  });

  it('raises the alarm for the only customer', () => {
    const run = runMethod(concentrationMethod, { accounts: accountsWith({ a: [60] }) });
    expect(run.figure('portfolio.concentration.hhi').value).toBe(10_000);
    expect(run.figure('portfolio.concentration.gini').value).toBe(0);
    expect(run.finding('portfolio.single-client')?.severity).toBe('critical');
    expect(run.figure('portfolio.concentration.hhi.prior').unavailable?.code).toBe('no-positive-revenue');
  });

  it('counts a group under common control as one customer', () => {
    const accounts = accountsWith({ holding: [20], plant: [35], other: [45] });
    const run = runMethod(concentrationMethod, {
      accounts: { ...accounts, plant: { ...accounts.plant, parent: 'holding' } },
    });
    expect(run.finding('portfolio.single-client')?.params.account).toEqual({
      kind: 'account',
      id: 'holding',
    });
  });

  it('names the source of a cut-off that the workspace declares, and none for a default', () => {
    const cut = (settings: object): unknown =>
      runMethod(concentrationMethod, { settings, accounts: accountsWith({ a: [60] }) })
        .figure('portfolio.concentration.attention-count')
        .assumptions?.find(({ name }) => name === 'workspace.thresholds.attention');
    expect(cut({})).toEqual({ name: 'workspace.thresholds.attention', value: 0.1 });
    expect(cut({ thresholds: { attention: 0.15 } })).toEqual({
      name: 'workspace.thresholds.attention',
      value: 0.15,
      source: { file: 'data/workspace.yaml', path: ['thresholds', 'attention'] },
    });
  });
});

describe('properties of concentration', () => {
  const cents = fc.array(fc.integer({ min: 1, max: 1_000_000_00 }), { minLength: 1, maxLength: 30 });

  it('keeps every measure within its bounds and ends the curve at one', () => {
    fc.assert(
      fc.property(cents, amounts => {
        const found = of(amounts);
        const n = amounts.length;
        expect(found?.hhi).toBeGreaterThanOrEqual(10_000 / n - 1e-6);
        expect(found?.hhi).toBeLessThanOrEqual(10_000 + 1e-6);
        expect(found?.gini).toBeGreaterThanOrEqual(-1e-12);
        expect(found?.gini).toBeLessThanOrEqual(1 - 1 / n + 1e-12);
        expect(found?.curve.at(-1)?.cumulative).toBe(1);
        expect(found?.countToPareto).toBeLessThanOrEqual(n);
      }),
    );
  });

  it('does not depend on the order of customers nor on the currency unit', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 2, max: 1000 }), (amounts, factor) => {
        const measures = (found: Concentration | undefined): unknown[] => [
          found?.hhi.toFixed(6),
          found?.gini.toFixed(9),
          found?.topShare.toFixed(9),
          found?.countToPareto,
          found?.attention.length,
        ];
        expect(measures(of([...amounts].reverse()))).toEqual(measures(of(amounts)));
        expect(measures(of(amounts.map(amount => amount * factor)))).toEqual(measures(of(amounts)));
      }),
    );
  });

  it('has no inequality among equals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 1e6 }), (n, amount) => {
        const found = of(Array.from({ length: n }, () => amount));
        expect(found?.gini).toBeCloseTo(0, 12);
        expect(found?.hhi).toBeCloseTo(10_000 / n, 8);
      }),
    );
  });
});
