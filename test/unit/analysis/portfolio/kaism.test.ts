import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountProfile } from '../../../../src/analysis/methods/account-profile.ts';
import { kaismMethod } from '../../../../src/analysis/methods/kaism.ts';
import { quadrantOf, relativeStrength } from '../../../../src/analysis/portfolio/kaism.ts';
import type { WorkspaceInput } from '../support.ts';
import { runMethod } from './fixture.ts';

const scale = { min: 1, max: 10 };
const criteria = [
  { id: 'fit', name: 'Fit', weight: 1 },
  { id: 'cost', name: 'Cost', weight: 5, attractiveness: false },
];
const assessed = (period: string, us: number, competitor: number, by: 'customer' | 'own' = 'customer') => ({
  period,
  by,
  criteria: [{ name: 'Quality', weight: 1, us, competitor }],
});

describe('relative strength', () => {
  it('is the middle of the scale when we are as good as the best competitor', () => {
    expect(relativeStrength(assessed('2026-Q3', 7, 7), scale)).toBe(5.5);
  });

  it('weighs the criteria of the customer', () => {
    const criteria = [
      { name: 'Price', weight: 3, us: 8, competitor: 6 },
      { name: 'Service', weight: 1, us: 4, competitor: 6 },
    ];
    expect(relativeStrength({ criteria }, scale)).toBe(6);
  });

  it('is unknown where the criteria carry no weight', () => {
    expect(
      relativeStrength({ criteria: [{ name: 'Price', weight: 0, us: 8, competitor: 6 }] }, scale),
    ).toBeUndefined();
  });

  it('never leaves the scale', () => {
    const points = fc.integer({ min: 10, max: 100 }).map(value => value / 10);
    fc.assert(
      fc.property(points, points, (us, competitor) => {
        const strength = relativeStrength(assessed('2026-Q3', us, competitor), scale) ?? Number.NaN;
        expect(strength).toBeGreaterThanOrEqual(1);
        expect(strength).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('KAISM', () => {
  const cuts = { attractiveness: 5.5, strength: 5.5, near: 0.5 };

  it('names the quadrants, a value on the cut being high', () => {
    expect(quadrantOf(5.5, 5.5, cuts)).toBe('key');
    expect(quadrantOf(5.5, 5.4, cuts)).toBe('development');
    expect(quadrantOf(5.4, 5.5, cuts)).toBe('maintenance');
    expect(quadrantOf(5.4, 5.4, cuts)).toBe('opportunistic');
  });

  const cabriel: WorkspaceInput = {
    scoring: { criteria },
    accounts: {
      cabriel: {
        key: [{ from: '2025-Q1' }],
        history: { '2025-Q3': { revenue: 2_410 }, '2026-Q3': { revenue: 2_985 } },
        ratings: { '2026-Q2': { fit: 7.5, cost: 1 }, '2026-Q3': { fit: 8 } },
        strength: [assessed('2026-Q2', 5.8, 7), assessed('2026-Q3', 7.4, 7)],
      },
    },
  };

  it('places an account, measures the way from last quarter and the distance to the cut', () => {
    const run = runMethod(kaismMethod, cabriel);
    expect(run.series('portfolio.kaism').rows).toEqual([
      expect.objectContaining({
        account: 'cabriel',
        attractiveness: 8,
        attractivenessPrior: 7.5,
        strength: 5.7,
        strengthPrior: 4.9,
        quadrant: 'key',
        quadrantPrior: 'development',
        distance: 0.2,
        moved: true,
        near: true,
        scoredBy: 'customer',
      }),
    ]);
    expect(run.figure('account.cabriel.kaism.quadrant').value).toBe('key');
    expect(run.finding('kaism.movements')).toMatchObject({
      severity: 'good',
      params: { enteredAccounts: { kind: 'accounts', ids: ['cabriel'] }, left: { kind: 'count', value: 0 } },
    });
  });

  it('counts those outside the quadrants too, so that they add up to the portfolio', () => {
    const { series } = runMethod(kaismMethod, {
      ...cabriel,
      accounts: {
        ...cabriel.accounts,
        unassessed: { history: { '2026-Q3': { revenue: 10 } }, ratings: { '2026-Q3': { fit: 8 } } },
        gone: { status: 'lost', lost: { date: '2026-08-01' }, history: { '2026-Q3': { revenue: 5 } } },
      },
    });
    const rows = series('portfolio.kaism.quadrants').rows;
    expect(rows.filter(row => row.accounts !== 0).map(row => [row.quadrant, row.revenue])).toEqual([
      ['key', 2_985],
      ['unplaced', 10],
      ['unrated', 5],
    ]);
    expect(rows.reduce((sum, row) => sum + Number(row.share), 0)).toBeCloseTo(1, 12);
  });

  it('heads the account with its growth and its move', () => {
    const headline = runMethod(accountProfile, cabriel).finding('account.headline');
    expect(headline).toMatchObject({
      account: 'cabriel',
      severity: 'good',
      params: { direction: { text: 'grows' }, place: { text: 'enters' }, quadrant: { text: 'key' } },
    });
    expect(headline?.params.change).toMatchObject({ value: expect.closeTo(0.2386, 4) });
  });

  it('uses declared cuts and names their line', () => {
    const run = runMethod(kaismMethod, {
      ...cabriel,
      scoring: { criteria, kaism: { strength: 6 } },
    });
    expect(run.figure('account.cabriel.kaism.quadrant')).toMatchObject({
      value: 'development',
      assumptions: [
        { name: 'scoring.kaism.attractiveness', value: 5.5 },
        {
          name: 'scoring.kaism.strength',
          value: 6,
          source: { file: 'data/program/scoring.yaml', path: ['kaism', 'strength'] },
        },
      ],
    });
  });

  it('keeps accounts with a missing axis out of the matrix and says which and why', () => {
    const run = runMethod(kaismMethod, {
      scoring: { criteria },
      accounts: {
        full: { ratings: { '2026-Q3': { fit: 8 } }, strength: [assessed('2026-Q3', 7, 5)] },
        unrated: { strength: [assessed('2026-Q3', 7, 5)] },
        unasked: { ratings: { '2026-Q3': { fit: 8 } }, strength: [assessed('2026-Q4', 7, 5)] },
        neither: { ratings: { '2026-Q3': { cost: 8 } } },
      },
    });
    expect(run.figure('portfolio.kaism.placed')).toMatchObject({ value: 1, coverage: { n: 1, of: 4 } });
    expect(run.figure('account.unrated.kaism.quadrant').unavailable?.code).toBe('no-points');
    expect(run.figure('account.unasked.kaism.quadrant').unavailable?.code).toBe('no-strength-assessment');
    expect(run.series('portfolio.kaism.missing').rows.map(({ account, axis }) => [account, axis])).toEqual([
      ['neither', 'both'],
      ['unasked', 'strength'],
      ['unrated', 'attractiveness'],
    ]);
    expect(run.finding('kaism.missing')?.params.missing).toEqual({ kind: 'count', value: 3 });
  });

  it('flags strength that we scored ourselves, with the last assessment of the quarter', () => {
    const run = runMethod(kaismMethod, {
      scoring: { criteria },
      accounts: {
        a: {
          ratings: { '2026-Q3': { fit: 8 } },
          strength: [
            {
              ...assessed('2026-Q3', 9, 5, 'own'),
              date: '2026-09-20',
              respondent: 'Eva',
              competitor: 'Sierra',
            },
            { ...assessed('2026-Q3', 6, 5, 'customer'), date: '2026-09-01' },
          ],
        },
      },
    });
    expect(run.series('portfolio.kaism').rows[0]).toMatchObject({
      strength: 7.5,
      scoredBy: 'own',
      scoredIn: '2026-Q3',
      scoredOn: '2026-09-20',
      respondent: 'Eva',
      bestCompetitor: 'Sierra',
      quadrantPrior: null,
      moved: false,
    });
    expect(run.finding('kaism.own-scored')?.severity).toBe('attention');
  });

  it('is unavailable without criteria', () => {
    const run = runMethod(kaismMethod, { accounts: { a: {} } });
    expect(run.figure('portfolio.kaism.placed').unavailable?.code).toBe('no-scoring');
    expect(run.results.findings).toEqual([]);
  });
});
