import { expect, it } from 'vitest';
import { accountFields } from '../../../src/analysis/coverage/fields.ts';
import { coverage } from '../../../src/analysis/methods/coverage.ts';
import { runMethod } from './portfolio/fixture.ts';

it('counts a group as one customer, which records what any of its companies does', () => {
  const history = { '2026-Q3': { revenue: 1 } };
  const accounts = { parent: {}, south: { history, parent: 'parent' }, other: {} };
  const { rows } = runMethod(coverage, { accounts }).series('portfolio.coverage');
  expect(rows).toMatchObject([{ field: 'revenue', n: 1, of: 2 }]);
});

it('expects of key accounts alone what belongs to their plans', () => {
  const key = [{ from: '2024-Q1' }];
  const history = { '2026-Q3': { revenue: 1 } };
  const risks = [{ title: 'Fall', probability: 0.5 }];
  const accounts = { a: { key, risks, history }, b: { risks, history }, c: { history } };
  const { rows } = runMethod(coverage, { accounts }).series('portfolio.coverage');
  expect(rows.find(({ field }) => field === 'risks')).toMatchObject({ n: 1, of: 1, coverageShare: 1 });
  expect(rows.find(({ field }) => field === 'revenue')).toMatchObject({ n: 3, of: 3 });
});

it('counts no kind of data as recorded that nobody has written', () => {
  const history = { '2026-Q3': { revenue: 1 } };
  const { rows } = runMethod(coverage, { accounts: { a: { history } } }).series('portfolio.coverage');
  const { rows: missing } = runMethod(coverage, { accounts: { a: { history } } }).series('portfolio.unlocks');
  const counted = rows.filter(({ n }) => Number(n) > 0).map(({ field }) => field);
  expect(counted).toEqual(['revenue']);
  expect(missing.length).toBeGreaterThan(accountFields.length - 3);
});
