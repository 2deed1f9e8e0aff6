import { describe, expect, it } from 'vitest';
import { rationalisation } from '../../../../src/analysis/methods/rationalisation.ts';
import { runMethod } from '../portfolio/fixture.ts';
import { firmAfter, firmBefore } from './seed.ts';

describe('the research firm of seed 000, before', () => {
  const found = runMethod(
    rationalisation,
    { accounts: firmBefore(), rationalisation: { below: { contribution: 1 }, hourValue: 0.05 } },
    '2023-Q4',
  );
  const rows = found.series('portfolio.rationalisation').rows;

  it('picks exactly the hundred and two that contribute little, each with its reason', () => {
    expect(rows).toHaveLength(157);
    const gone = rows.filter(({ rationalisation: verdict }) => verdict === 'let-go');
    expect(gone.map(({ account }) => account)).toEqual(
      Array.from({ length: 102 }, (_, index) => `little-${String(index + 1).padStart(3, '0')}`),
    );
    expect(new Set(gone.map(row => row.rationalisationReasons))).toEqual(new Set(['below-line']));
  });

  it('puts the ten large ones first, with most of the contribution', () => {
    expect(rows.slice(0, 10).every(({ account }) => String(account).startsWith('large'))).toBe(true);
    // 10 · 26.25 of 10 · 26.25 + 45 · 1.5 + 102 · 0.05 a quarter.
    expect(rows[9]?.cumulative).toBeCloseTo(262.5 / 335.1, 12);
  });

  it('says what would remain and what the freed hours are worth', () => {
    expect(found.figure('portfolio.rationalisation.remaining.customers').value).toBe(55);
    expect(found.figure('portfolio.rationalisation.remaining.contribution').value).toBe(1320);
    expect(found.figure('portfolio.rationalisation.let-go.contribution').value).toBeCloseTo(20.4, 12);
    expect(found.figure('portfolio.rationalisation.freed.hours').value).toBe(6120);
    expect(found.figure('portfolio.rationalisation.freed.value-declared').value).toBe(306);
    // 1320 over 10 · 160 + 45 · 80 hours = 0.2538… an hour.
    expect(found.figure('portfolio.rationalisation.freed.value-average').value).toBeCloseTo(
      (6120 * 1320) / 5200,
      9,
    );
    expect(found.figure('portfolio.rationalisation.freed.break-even').value).toBeCloseTo(20.4 / 6120, 12);
    expect(found.figure('portfolio.rationalisation.freed.capacity').value).toBeCloseTo(6120 / (5200 / 55), 9);
  });
});

describe('the research firm of seed 000, after', () => {
  const found = runMethod(rationalisation, {
    accounts: firmAfter(),
    rationalisation: { below: { contribution: 1 }, earlier: '2023-Q4' },
  });

  it('ends with eighty customers, triple revenue and double margin', () => {
    expect(found.figure('portfolio.rationalisation.earlier.customers').value).toBe(157);
    expect(found.figure('portfolio.rationalisation.current.customers').value).toBe(80);
    expect(found.figure('portfolio.rationalisation.multiple.revenue').value).toBeCloseTo(3, 12);
    expect(found.figure('portfolio.rationalisation.multiple.margin').value).toBeCloseTo(2, 12);
    expect(found.series('portfolio.rationalisation.outcome').rows).toEqual([
      expect.objectContaining({ portfolioState: 'earlier', customers: 157, revenue: 4000, margin: 2000 }),
      expect.objectContaining({ portfolioState: 'current', customers: 80, revenue: 12_000, margin: 4000 }),
      expect.objectContaining({ portfolioState: 'remaining', customers: 80, revenue: 12_000 }),
    ]);
  });

  it('proposes to let nobody else go', () => {
    expect(found.finding('rationalisation.let-go')).toBeUndefined();
    expect(found.finding('rationalisation.none')?.params.judged).toEqual({ kind: 'count', value: 80 });
  });
});
