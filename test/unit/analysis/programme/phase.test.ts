import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phase } from '../../../../src/analysis/methods/phase.ts';
import { levelBetween, phaseHistory, phaseReading } from '../../../../src/analysis/programme/phase.ts';
import { createScope } from '../../../../src/analysis/scope.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';
import { threeAccounts } from './phase-fixture.ts';

const scopeOf = (input: WorkspaceInput, period = '2026-Q3') => createScope(workspaceOf(input), period);
type Signal = NonNullable<NonNullable<WorkspaceInput['phase']>['signals']>[number];
type Sides = Partial<Pick<Signal, 'for' | 'against' | 'weight'>>;

const rated = (id: string, levels: Readonly<Record<string, number>>, sides: Sides): Signal => ({
  kind: 'rated',
  id,
  text: { es: `Señal ${id}`, en: `Signal ${id}` },
  ratings: Object.fromEntries(
    Object.entries(levels).map(([period, level]) => [period, { level, date: '2026-09-01' }]),
  ),
  ...sides,
});

const fitsOf = (signals: Signal[], period?: string) =>
  Object.fromEntries(
    scopeOf({ phase: { signals } }, period)
      .of(phaseReading)
      .fits.map(({ phase: name, fit }) => [name, fit]),
  );

describe('fit of a phase', () => {
  it('is the weighted mean of levels for it and of missing levels against it', () => {
    const fits = fitsOf([
      rated('a', { '2026-Q3': 0.8 }, { for: ['momentum'], weight: 2 }),
      rated('b', { '2026-Q3': 0.3 }, { against: ['momentum'], for: ['uncertainty'] }),
    ]);
    expect(fits.momentum).toBeCloseTo((2 * 0.8 + 0.7) / 3, 12);
    expect(fits.uncertainty).toBe(0.3);
    expect(fits.success).toBeUndefined();
  });

  it('carries ratings forward and lowers the coverage for signals without one', () => {
    const signals = [
      rated('a', { '2026-Q1': 0.8 }, { for: ['momentum'] }),
      rated('b', { '2026-Q4': 0.1 }, { for: ['momentum'] }),
    ];
    const reading = scopeOf({ phase: { signals } }).of(phaseReading);
    expect(reading.fits.find(one => one.phase === 'momentum')).toEqual({
      phase: 'momentum',
      fit: 0.8,
      coverage: { n: 1, of: 2 },
    });
  });

  it('stays within 0–1 and does not depend on the order of the signals', () => {
    const levels = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(levels, rows => {
        const signals = rows.map(([level, isFor], index) =>
          rated(`s${index}`, { '2026-Q3': level }, isFor ? { for: ['success'] } : { against: ['success'] }),
        );
        const fit = fitsOf(signals).success ?? Number.NaN;
        expect(fit).toBeGreaterThanOrEqual(0);
        expect(fit).toBeLessThanOrEqual(1);
        expect(fitsOf([...signals].reverse()).success).toBeCloseTo(fit, 12);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the phase of the programme', () => {
  const two = (momentum: number, cost: number) => [
    rated('a', { '2026-Q3': momentum }, { for: ['momentum'] }),
    rated('b', { '2026-Q3': cost }, { for: ['cost-of-doing-business'] }),
  ];
  const currentOf = (signals: Signal[]) => scopeOf({ phase: { signals } }).of(phaseReading).current;

  it('is the best fit from the declared lead on, and indeterminate below it', () => {
    expect(currentOf(two(0.7, 0.55))).toBe('momentum');
    expect(currentOf(two(0.7, 0.56))).toBe('indeterminate');
  });

  it('is indeterminate where only one phase has signals, and not available where none has', () => {
    expect(currentOf(two(0.7, 0.5).slice(0, 1))).toBe('indeterminate');
    expect(currentOf([])).toBeUndefined();
    const figure = phase.run(scopeOf({})).figures.find(({ id }) => id === 'programme.phase.current');
    expect(figure?.unavailable).toEqual({ code: 'no-signals' });
  });

  it('has a history in which phases may recur', () => {
    const signals = [
      rated('a', { '2026-Q1': 0.9, '2026-Q2': 0.1, '2026-Q3': 0.9 }, { for: ['momentum'] }),
      rated('b', { '2026-Q1': 0.1, '2026-Q2': 0.9, '2026-Q3': 0.1 }, { for: ['uncertainty'] }),
    ];
    expect(
      scopeOf({ phase: { signals } })
        .of(phaseHistory)
        .map(one => one.current),
    ).toEqual(['momentum', 'uncertainty', 'momentum']);
    expect(phase.run(scopeOf({ phase: { signals } })).findings[0]).toMatchObject({
      code: 'phase.changed',
      params: { from: { code: 'uncertainty' }, phase: { code: 'momentum' } },
    });
  });

  it('names the strongest signals for and against each phase', () => {
    const signals = [
      rated('weak', { '2026-Q3': 0.6 }, { for: ['momentum'] }),
      rated('strong', { '2026-Q3': 0.9 }, { for: ['momentum'] }),
      rated('off', { '2026-Q3': 0.2 }, { for: ['momentum'], against: ['success'] }),
    ];
    const series = phase.run(scopeOf({ phase: { signals } })).series;
    const row = series.find(({ id }) => id === 'programme.phase.fits')?.rows[2];
    expect(row).toMatchObject({
      phase: 'momentum',
      for: { es: 'Señal strong Señal weak', en: 'Signal strong Signal weak' },
      against: null,
    });
  });
});

describe('signals that hold', () => {
  const holding = (holdsFrom?: number) => {
    const signals = [
      rated('a', { '2026-Q3': 0.6 }, { for: ['momentum'] }),
      rated('b', { '2026-Q3': 0.4 }, { for: ['momentum'] }),
      rated('c', {}, { for: ['momentum'] }),
    ];
    const { figures, series } = phase.run(
      scopeOf({ phase: { ...(holdsFrom === undefined ? {} : { holdsFrom }), signals } }),
    );
    return {
      figure: figures.find(({ id }) => id === 'programme.phase.signals.holding'),
      row: series.find(({ id }) => id === 'programme.phase.fits')?.rows[2],
    };
  };

  it('do so from the declared level on, half by default; only these are quoted', () => {
    const { figure, row } = holding();
    expect(figure).toMatchObject({
      value: 1,
      coverage: { n: 2, of: 3 },
      assumptions: [{ name: 'phase.holdsFrom', value: 0.5 }],
    });
    expect(row?.for).toEqual({ es: 'Señal a', en: 'Signal a' });
    expect(holding(0.4).figure?.value).toBe(2);
    expect(holding(0.4).row?.for).toEqual({ es: 'Señal a Señal b', en: 'Signal a Signal b' });
  });
});

describe('level of a computed signal', () => {
  it('is linear between its ends, flat outside, and may fall', () => {
    expect(levelBetween(0.05, 0, 0.1)).toBeCloseTo(0.5, 12);
    expect(levelBetween(-1, 0, 0.1)).toBe(0);
    expect(levelBetween(1, 0, 0.1)).toBe(1);
    expect(levelBetween(-0.006, 0, -0.012)).toBeCloseTo(0.5, 12);
  });

  it('is a step where both ends are the same', () => {
    expect(levelBetween(4, 5, 5)).toBe(0);
    expect(levelBetween(5, 5, 5)).toBe(1);
  });
});

describe('what follows from the accounts', () => {
  it('lead to the accounts that would not be admitted today', () => {
    const { series, findings } = phase.run(scopeOf(threeAccounts));
    expect(series.find(({ id }) => id === 'programme.phase.re-evaluation')?.rows).toMatchObject([
      {
        account: 'new',
        score: 5.9,
        threshold: 6,
        pointsToThreshold: -0.1,
        admitted: false,
        fails: 'threshold',
      },
      { account: 'old', score: 7, threshold: 6, pointsToThreshold: 1, admitted: true, fails: null },
    ]);
    expect(findings.find(({ code }) => code === 'phase.re-evaluation')?.params).toMatchObject({
      below: { value: 1 },
      key: { value: 2 },
      accounts: { ids: ['new'] },
    });
  });

  it('names the criteria that keep an account under the threshold, the weakest first', () => {
    const { series } = phase.run(
      scopeOf({
        scoring: {
          criteria: [
            { id: 'fit', name: 'Fit', weight: 1 },
            { id: 'potential', name: 'Potential', weight: 2 },
            { id: 'value', name: 'Value', weight: 1 },
            { id: 'need', name: 'Need', weight: 1 },
          ],
          keySet: { threshold: 6 },
        },
        accounts: {
          lax: { key: [{ from: '2026-Q1' }], ratings: { '2026-Q3': { fit: 4, potential: 2, value: 9 } } },
        },
      }),
    );
    expect(series.find(({ id }) => id === 'programme.phase.re-evaluation')?.rows[0]).toMatchObject({
      score: 4.25,
      fails: 'threshold',
      weakCriteria: 'Potential; Fit',
      unratedCriteria: 1,
    });
  });

  it('lets an account fail for want of places, where only these are declared', () => {
    const { series, figures, findings } = phase.run(
      scopeOf({
        ...threeAccounts,
        scoring: { criteria: [{ id: 'fit', name: 'Fit', weight: 1 }], keySet: { places: 1 } },
      }),
    );
    expect(series.find(({ id }) => id === 'programme.phase.re-evaluation')?.rows).toMatchObject([
      { account: 'new', fails: 'places', admitted: false, threshold: null, pointsToThreshold: null },
      { account: 'old', fails: null, admitted: true },
    ]);
    expect(figures.find(({ id }) => id === 'programme.phase.re-evaluation.below')?.assumptions).toEqual([
      expect.objectContaining({ name: 'scoring.keySet.places', value: 1 }),
    ]);
    expect(findings.find(({ code }) => code === 'phase.re-evaluation')?.params.rules).toMatchObject({
      text: 'places',
    });
  });

  it('point out that the cost of doing business rises from the declared rise on', () => {
    const rising = (notableRise?: number): WorkspaceInput => ({
      ...threeAccounts,
      phase: {
        ...(notableRise === undefined ? {} : { notableRise }),
        signals: [
          rated('cost', { '2026-Q2': 0.1, '2026-Q3': 0.15 }, { for: ['cost-of-doing-business'] }),
          rated('go', { '2026-Q2': 0.9 }, { for: ['momentum'] }),
        ],
      },
    });
    const rises = (input: WorkspaceInput) =>
      phase.run(scopeOf(input)).findings.some(({ code }) => code === 'phase.cost-rises');
    expect(rises(rising())).toBe(true);
    expect(rises(rising(0.06))).toBe(false);
  });

  it('ask for a new process of entry in the cost of doing business, and only there', () => {
    const cost = (level: number): WorkspaceInput => ({
      ...threeAccounts,
      phase: {
        signals: [
          rated('cost', { '2026-Q3': level }, { for: ['cost-of-doing-business'] }),
          rated('go', { '2026-Q3': 0.5 }, { for: ['momentum'] }),
        ],
      },
    });
    const redesign = (level: number) =>
      phase.run(scopeOf(cost(level))).findings.find(({ code }) => code === 'phase.redesign');
    expect(redesign(0.9)?.params).toMatchObject({ below: { value: 1 }, key: { value: 2 } });
    expect(redesign(0.1)).toBeUndefined();
  });
});
