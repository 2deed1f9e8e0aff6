import { expect, test } from 'vitest';
import { customers } from '../../../../src/analysis/customers.ts';
import { averageLifetime, lifetimeValue } from '../../../../src/analysis/kpi/lifetime-value.ts';
import type { FigureInput } from '../../../../src/model/figure.ts';
import { evaluate, numberWritten } from '../../../../src/model/formula-value.ts';
import { isSourceRef } from '../../../../src/model/source.ts';
import { scopeOf } from '../portfolio/fixture.ts';

const quarters = (...periods: readonly string[]) =>
  Object.fromEntries(periods.map(period => [period, { revenue: 10 }]));
const year = quarters('2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3');

const scope = scopeOf({
  accounts: {
    declared: { since: '2016-09-30', history: { ...quarters('2024-Q4'), ...year } },
    another: { since: '2022-02-14', history: year },
    left: { since: '2019-09-30', status: 'lost', lost: { date: '2021-09-30' } },
    bought: { history: year },
    'bought-and-left': { history: quarters('2025-Q1'), status: 'lost', lost: { date: '2026-02-11' } },
  },
});

const written = (input: FigureInput): number | undefined => {
  if (!isSourceRef(input)) return undefined;
  const account = scope.workspace.accounts.find(({ source }) => source.file === input.file);
  const value = input.path.reduce<unknown>((found, key) => Reflect.get(Object(found), key), account);
  return numberWritten(String(value));
};

test('the mean lifetime is stated whatever is known of when customers came and left', () => {
  const { value, formula, inputs } = averageLifetime(scope);
  expect(value).toBeGreaterThan(1);
  expect(formula && evaluate(formula, inputs.map(written))).toBeCloseTo(value ?? Number.NaN, 12);
});

test('the value of a lifetime is stated by places alone, for quarters whose figures nobody has', () => {
  const { value, bySources } = lifetimeValue(scope, scope.of(customers));
  const stated = bySources?.();
  expect(stated?.inputs.every(isSourceRef)).toBe(true);
  expect(stated && evaluate(stated.formula, stated.inputs.map(written))).toBeCloseTo(value ?? Number.NaN, 9);
});
