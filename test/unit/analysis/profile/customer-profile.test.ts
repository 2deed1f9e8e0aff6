import { describe, expect, it } from 'vitest';
import { customerProfile } from '../../../../src/analysis/methods/customer-profile.ts';
import type { Row } from '../../../../src/model/series.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type Accounts = NonNullable<WorkspaceInput['accounts']>;
type Profile = NonNullable<NonNullable<WorkspaceInput['rationalisation']>['profile']>;

const year = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
const customer = (
  industry: string | undefined,
  margin: number,
  more: Accounts[string] = {},
): Accounts[string] => ({
  since: '2015-01-01',
  ...(industry === undefined ? {} : { industry }),
  history: Object.fromEntries(year.map(period => [period, { revenue: 100, margin, costToServe: 10 }])),
  ...more,
});
/** Twenty in water that leave 30 %, twenty in building that leave nothing. */
const separated: Accounts = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [
    `c-${String(index).padStart(2, '0')}`,
    index < 20 ? customer('Agua', 40) : customer('Construcción', 8),
  ]),
);
const prospect = (fields: Accounts[string]): Accounts[string] => ({ status: 'prospect', ...fields });
const prospects: Accounts = {
  'p-water': prospect({ industry: 'Agua' }),
  'p-building': prospect({ industry: 'Construcción' }),
  'p-sugar': prospect({ industry: 'Azúcar' }),
  'p-unknown': prospect({}),
};
const industry = { field: 'industry', name: 'Industry' };
const run = (accounts: Accounts, profile: Partial<Profile> = {}) =>
  runMethod(customerProfile, { accounts, rationalisation: { profile: { fields: [industry], ...profile } } });
const prospectRows = (found: ReturnType<typeof run>): readonly Row[] =>
  found.series('portfolio.profile.prospects').rows;

describe('a perfect separation', () => {
  const found = run({ ...separated, ...prospects });

  it('is found and validated against the base rate', () => {
    expect(found.figure('portfolio.profile.profitable').value).toBe(0.5);
    expect(found.figure('portfolio.profile.base-rate').value).toBe(0.5);
    const accuracy = found.figure('portfolio.profile.accuracy');
    expect(accuracy).toMatchObject({ value: 1, smallSample: false, coverage: { n: 40, of: 40 } });
    // Wilson, 40 of 40.
    expect(accuracy.interval).toMatchObject({
      low: expect.closeTo(0.9124, 4),
      high: 1,
      level: 0.95,
      kind: 'wilson',
    });
    expect(found.figure('portfolio.profile.sensitivity').smallSample).toBe(true);
    expect(found.finding('profile.validated')?.params.followed).toEqual({ kind: 'text', text: 'yes' });
  });

  it('says which prospects to serve, and which to refer elsewhere', () => {
    expect(prospectRows(found).map(row => [row.account, row.profilePoints, row.recommendation])).toEqual([
      // (20 + 1) : (0 + 1) is 4.39 doublings.
      ['p-water', 9, 'serve'],
      ['p-sugar', 0, 'watch'],
      ['p-unknown', 0, 'watch'],
      ['p-building', -9, 'refer'],
    ]);
    expect(prospectRows(found)[1]).toMatchObject({ recommendationReason: 'too-few-fields', n: 0, of: 1 });
    expect(found.finding('profile.prospects')?.params).toMatchObject({
      serveAccounts: { ids: ['p-water'] },
      watchAccounts: { ids: ['p-sugar', 'p-unknown'] },
      referAccounts: { ids: ['p-building'] },
    });
  });

  it('shows the fields that gave the points', () => {
    expect(found.series('portfolio.profile.prospect-points').rows).toContainEqual({
      account: 'p-building',
      profileField: 'Industry',
      fieldValue: 'Construcción',
      customers: 20,
      profilePoints: -9,
    });
    expect(
      found.series('portfolio.profile.points').rows.map(row => [row.fieldValue, row.profilePoints]),
    ).toEqual([
      [null, 0],
      ['Agua', 9],
      ['Construcción', -9],
    ]);
  });
});

describe('what a profile is not made of', () => {
  it('is refused with too few of a class', () => {
    const few = Object.fromEntries(Object.entries(separated).slice(0, 24));
    const found = run({ ...few, ...prospects });
    expect(found.figure('portfolio.profile.accuracy').unavailable).toEqual({
      code: 'too-few-per-class',
      params: { profitable: 20, unprofitable: 4, minimum: 5 },
    });
    expect(prospectRows(found)).toEqual([]);
    expect(found.finding('profile.too-few')?.params.unprofitable).toEqual({ kind: 'count', value: 4 });
    expect(run(few, { minimumPerClass: 4 }).figure('portfolio.profile.accuracy').value).toBe(1);
  });

  it('is refused where none is declared, or nobody is known', () => {
    expect(
      runMethod(customerProfile, { accounts: separated }).figure('portfolio.profile.accuracy').unavailable
        ?.code,
    ).toBe('no-profile');
    expect(run({}).figure('portfolio.profile.profitable').unavailable?.code).toBe('no-contribution');
  });

  it('leaves out customers whose contribution is not known in full, and says how many', () => {
    const gap = customer('Agua', 40);
    const accounts = {
      ...separated,
      gap: { ...gap, history: { ...gap.history, '2026-Q3': { revenue: 100 } } },
    };
    expect(run(accounts).figure('portfolio.profile.customers')).toMatchObject({
      value: 40,
      coverage: { n: 40, of: 41 },
    });
  });

  it('turns nobody away on points that recognise no better than guessing', () => {
    const alternating = Object.fromEntries(
      Object.keys(separated).map((id, index) => [
        id,
        customer(index % 4 < 2 ? 'Agua' : 'Construcción', index % 2 === 0 ? 40 : 8),
      ]),
    );
    const found = run({ ...alternating, ...prospects }, { serve: 0, refer: -1 });
    expect(found.figure('portfolio.profile.balanced-accuracy').value).toBeLessThan(0.6);
    const rows = prospectRows(found).filter(({ n }) => n === 1);
    expect(rows.map(row => [row.recommendation, row.recommendationReason])).toEqual([
      ['watch', 'not-validated'],
      ['watch', 'not-validated'],
    ]);
    expect(found.finding('profile.not-shown')).toBeDefined();
  });
});

describe('declarations of a profile', () => {
  it('take the line of profitability, on which a customer is profitable', () => {
    // 30 of 100 left in water, 10 of 400 lost a year in building.
    expect(run(separated, { profitable: 0.3 }).figure('portfolio.profile.profitable').value).toBe(0.5);
    expect(run(separated, { profitable: 0.31 }).figure('portfolio.profile.accuracy').unavailable?.code).toBe(
      'too-few-per-class',
    );
    expect(run(separated).figure('portfolio.profile.accuracy').assumptions).toContainEqual({
      name: 'rationalisation.profile.profitable',
      value: 0,
    });
  });

  it('put numbers into bands, and fields of the workspace beside the common ones', () => {
    const accounts = Object.fromEntries(
      Object.entries(separated).map(([id, account], index) => [
        id,
        { ...account, fields: { haulKm: index < 20 ? 10 + index : 75 + index } },
      ]),
    );
    const bands = [{ below: 75, name: 'near' }, { name: 'far' }];
    const found = run(
      {
        ...accounts,
        p: prospect({ fields: { haulKm: 75 } }),
        words: prospect({ fields: { haulKm: 'far' } }),
      },
      { fields: [{ field: 'fields.haulKm', name: 'Distance', bands }] },
    );
    expect(prospectRows(found).map(row => [row.account, row.recommendation])).toEqual([
      ['words', 'watch'],
      ['p', 'refer'],
    ]);
  });
});
