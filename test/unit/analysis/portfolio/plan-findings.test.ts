import { expect, it } from 'vitest';
import { revenue } from '../../../../src/analysis/methods/revenue.ts';
import { runMethod } from './fixture.ts';

const history = {
  '2026-Q1': { revenue: 110, plan: 100 },
  '2026-Q2': { revenue: 100, plan: 100 },
  '2026-Q3': { revenue: 80, plan: 100 },
};
const plan = (last: Readonly<Record<string, number>>) =>
  runMethod(revenue, { accounts: { a: { history: { ...history, '2026-Q4': last } } } }).finding(
    'quarter.plan',
  );

it('says how the quarter ended against its plan, and where the year would with what is forecast', () => {
  expect(plan({ plan: 100, forecast: 105 })).toMatchObject({
    severity: 'notable',
    params: {
      side: { text: 'below' },
      gap: { value: 20 },
      actual: { value: 80 },
      yearSide: { text: 'below' },
      year: { value: 395 },
      yearGap: { value: 5 },
    },
  });
});

it('says nothing of a year of which a quarter has no forecast', () => {
  expect(plan({ plan: 100 })?.params.yearSide).toMatchObject({ text: 'unknown' });
});
