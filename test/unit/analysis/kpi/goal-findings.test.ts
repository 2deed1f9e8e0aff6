import { expect, it } from 'vitest';
import { kpiCustomerOutcomes } from '../../../../src/analysis/methods/kpi-customer-outcomes.ts';
import { runMethod } from '../portfolio/fixture.ts';

const goal = (text: string, state: 'met' | 'missed' | 'open' | 'dropped', due = '2026-06-30') => ({
  text,
  state,
  due,
});
const found = (...goals: ReturnType<typeof goal>[]) =>
  runMethod(kpiCustomerOutcomes, { accounts: { a: { key: [{ from: '2024-Q1' }], goals } } }).finding(
    'account.goals',
  );

it('names the goals of a key account that fell due and were not met, apart from those without a result', () => {
  const params = found(
    goal('met', 'met'),
    goal('missed', 'missed'),
    goal('no result', 'open'),
    goal('dropped', 'dropped'),
    goal('still to come', 'open', '2026-12-31'),
  )?.params;
  expect(params).toMatchObject({
    due: { value: 3 },
    unmet: { value: 1 },
    goals: { texts: ['missed'] },
    unknown: { value: 1 },
    unknownGoals: { texts: ['no result'] },
  });
});

it('says nothing where all of them were', () => {
  expect(found(goal('met', 'met'))).toBeUndefined();
});
