import { describe, expect, it } from 'vitest';
import { identificationMethod } from '../../../../src/analysis/methods/identification.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type Account = NonNullable<WorkspaceInput['accounts']>[string];
const workspace = (accounts: Record<string, Account>, identification: object = {}): WorkspaceInput => ({
  settings: { basis: 'quarter' },
  scoring: {
    criteria: [
      { id: 'potential', kind: 'revenue-potential', name: 'Potential', weight: 1 },
      { id: 'fit', kind: 'ideal-profile-fit', name: 'Fit', weight: 1, met: 8 },
    ],
    identification: {
      checks: [
        { id: 'means', kind: 'ability-to-pay', name: 'Means' },
        { id: 'leader', kind: 'industry-leadership', name: 'Leader' },
      ],
      ...identification,
    },
  },
  accounts,
});
const prospect = (more: Account): Account => ({ status: 'prospect', ...more });
const revenue = (amount: number): Account => ({ history: { '2026-Q3': { revenue: amount } } });

describe('the checklist', () => {
  it('is met from the cut on: the middle of the scale, or that of the criterion', () => {
    const ratings = { '2026-Q3': { potential: 5.5, fit: 7.9 } };
    const found = runMethod(
      identificationMethod,
      workspace({ a: prospect({ ratings, checks: { means: true } }) }),
    );
    expect(
      found.series('account.a.identification').rows.map(row => [row.criterion, row.checkAnswer]),
    ).toEqual([
      ['Potential', 'met'],
      ['Fit', 'not-met'],
      ['Means', 'met'],
      ['Leader', 'unknown'],
    ]);
    expect(found.figure('account.a.identification.met').value).toBe(2);
    expect(found.figure('account.a.identification.met').coverage).toEqual({ n: 3, of: 4 });
    expect(found.figure('account.a.identification.met').assumptions).toContainEqual(
      expect.objectContaining({ name: 'scoring.criteria.fit.met', value: 8 }),
    );
  });

  it('calls an amount of four quarters so, where the rest of a document stands on another span', () => {
    const measureOn = (basis: 'quarter' | 'year-to-date') =>
      runMethod(identificationMethod, {
        settings: { basis },
        scoring: {
          criteria: [
            {
              id: 'volume',
              kind: 'revenue-volume',
              name: 'Volume',
              weight: 1,
              derive: { by: 'percentile', measure: 'revenue' },
            },
          ],
        },
        accounts: { a: prospect(revenue(100)) },
      }).series('account.a.identification').rows[0]?.checkMeasure;
    expect(measureOn('quarter')).toBe('revenue');
    expect(measureOn('year-to-date')).toBe('year-revenue');
  });

  it('takes the cut of the checklist where a criterion has none', () => {
    const ratings = { '2026-Q3': { potential: 5.5, fit: 8 } };
    const found = runMethod(
      identificationMethod,
      workspace({ a: prospect({ ratings }) }, { met: 7, checks: [] }),
    );
    expect(found.series('account.a.identification').rows.map(row => row.checkAnswer)).toEqual([
      'not-met',
      'met',
    ]);
  });

  it('says what each answer rests on, and which rests on nothing', () => {
    const ratings = { '2026-Q3': { potential: 5, fit: { points: 8, note: 'Three plants' } } };
    const checks = { means: true, leader: { met: true, note: 'Chairs the association' } };
    const found = runMethod(identificationMethod, workspace({ a: prospect({ ratings, checks }) }));
    expect(found.series('account.a.identification').rows.map(row => row.checkEvidence)).toEqual([
      'rated',
      'noted',
      'none',
      'noted',
    ]);
  });

  it('says nothing where nothing is answered, and takes no answer from the future', () => {
    const checks = { means: { met: true, date: '2026-10-01' } };
    const found = runMethod(identificationMethod, workspace({ a: prospect({ checks }) }));
    expect(found.figure('account.a.identification.met').unavailable?.code).toBe('no-criteria-answered');
    expect(found.series('portfolio.identification').rows).toMatchObject([
      { account: 'a', criteriaMet: null, criteriaUnknown: 4, typeBasis: 'open' },
    ]);
  });
});

describe('the type of an account', () => {
  const types = (accounts: Record<string, Account>, identification: object = {}) => {
    const found = runMethod(identificationMethod, workspace(accounts, identification));
    const rows = new Map(found.series('portfolio.identification').rows.map(row => [row.account, row]));
    return (id: string) => [found.figure(`account.${id}.identification.type`).value, rows.get(id)?.typeBasis];
  };
  const key = [{ from: '2026-Q1' }];

  it('is suggested by share of revenue, means or leadership', () => {
    const typeOf = types({
      big: { ...revenue(80), key },
      small: { ...revenue(15), key, checks: { leader: true } },
      tiny: { ...revenue(5), key },
      able: prospect({ checks: { means: true, leader: true } }),
      unable: prospect({ checks: { means: false } }),
    });
    expect(typeOf('big')).toEqual(['revenue-share', 'suggested']);
    expect(typeOf('small')).toEqual(['revenue-share', 'suggested']);
    expect(typeOf('tiny')).toEqual([undefined, 'open']);
    expect(typeOf('able')).toEqual(['able-prospect', 'suggested']);
    expect(typeOf('unable')).toEqual([undefined, 'open']);
  });

  it('as declared comes first, and is held against the data', () => {
    const typeOf = types(
      {
        big: { ...revenue(80), key, type: 'revenue-share' },
        small: { ...revenue(20), key, type: 'revenue-share' },
        leader: { ...revenue(1), key, type: 'industry-leader' },
        unable: prospect({ type: 'able-prospect', checks: { means: false } }),
      },
      { highShare: 0.5 },
    );
    expect(typeOf('big')).toEqual(['revenue-share', 'borne-out']);
    expect(typeOf('small')).toEqual(['revenue-share', 'contradicted']);
    expect(typeOf('leader')).toEqual(['industry-leader', 'declared']);
    expect(typeOf('unable')).toEqual(['able-prospect', 'contradicted']);
  });

  it('names those that the data contradict', () => {
    const found = runMethod(
      identificationMethod,
      workspace({ a: { ...revenue(100), type: 'able-prospect' }, b: prospect({ type: 'revenue-share' }) }),
    );
    expect(found.finding('identification.type-contradicted')?.params).toMatchObject({
      count: { value: 2 },
      accounts: { ids: ['a', 'b'] },
    });
  });
});

describe('all checklists', () => {
  it('stand one below the other, each answer with its points or with who answered and why', () => {
    const found = runMethod(
      identificationMethod,
      workspace({
        a: prospect({
          ratings: { '2026-Q3': { potential: { points: 7, by: 'ana', date: '2026-09-01', note: 'A mill' } } },
        }),
        b: prospect({ checks: { means: { met: true, by: 'ana', note: 'Its accounts' } } }),
        c: revenue(1),
      }),
    );
    const rows = found.series('portfolio.identification.checklists').rows;
    expect(rows.map(({ account }) => account)).toEqual(['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b']);
    expect(rows[0]).toMatchObject({
      points: 7,
      checkNote: 'A mill',
      checkedBy: 'ana',
      checkedOn: '2026-09-01',
      ratedIn: '2026-Q3',
    });
    expect(rows[6]).toMatchObject({ criterion: 'Means', checkAnswer: 'met', checkNote: 'Its accounts' });
  });
});

describe('the catalogue', () => {
  it('says which criteria were chosen, and counts answers', () => {
    const found = runMethod(
      identificationMethod,
      workspace({ a: prospect({ checks: { means: true } }), b: prospect({}) }),
    );
    const rows = new Map(
      found.series('portfolio.identification.catalogue').rows.map(row => [row.criterionKind, row]),
    );
    expect(rows.size).toBe(10);
    expect(rows.get('ability-to-pay')).toMatchObject({
      criterion: 'Means',
      criteriaMet: 1,
      criteriaUnknown: 1,
    });
    expect(rows.get('order-stability')).toMatchObject({ criterion: null, criteriaMet: null });
  });

  it('is silent without a points table', () => {
    const found = runMethod(identificationMethod, { accounts: { a: revenue(1) } });
    expect(found.results.figures).toEqual([]);
    expect(found.results.findings).toEqual([]);
  });
});
