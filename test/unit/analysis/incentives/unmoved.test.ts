import { expect, it } from 'vitest';
import { incentives } from '../../../../src/analysis/methods/incentives.ts';
import { accountsWith, runMethod } from '../portfolio/fixture.ts';

const people = { ana: { name: 'Ana', role: 'kam' } } as const;
const accounts = Object.fromEntries(
  Object.entries(accountsWith({ a: [200, 100] })).map(([id, one]) => [id, { ...one, manager: 'ana' }]),
);
const found = (measure: 'churn' | 'revenue-growth', by: number) =>
  runMethod(incentives, {
    settings: { basis: 'quarter' },
    people,
    accounts,
    incentives: {
      schemes: [
        {
          id: 'plan',
          name: 'Plan',
          inForce: true,
          rules: [{ id: 'growth', name: 'Growth', measure: 'revenue-growth', threshold: 0.5, amount: 100 }],
        },
      ],
      scenarios: [{ id: 'worse', name: 'Worse', changes: [{ measure, by }] }],
    },
  }).finding('incentive.unmoved');

it('finds that the scheme in force pays the same where something only gets worse', () => {
  expect(found('churn', 0.05)?.params.case).toEqual({ kind: 'text', text: 'Worse' });
  // Growth of 100 % falls short of the threshold, or churn gets better: neither says anything against the scheme.
  expect(found('revenue-growth', -0.9)).toBeUndefined();
  expect(found('churn', -0.05)).toBeUndefined();
});
