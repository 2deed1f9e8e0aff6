import { expect, test } from 'vitest';
import { methods } from '../../../src/analysis/methods/index.ts';
import { createScope } from '../../../src/analysis/scope.ts';
import type { FigureInput } from '../../../src/model/figure.ts';
import { workspaceOf } from './support.ts';

const period = '2026-Q3';
const quarters = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];

const accountOf = (index: number) => ({
  since: '2023-05-02',
  manager: 'ines',
  industry: index % 2 === 0 ? 'Agua' : 'Acero',
  ...(index < 2 ? { key: [{ from: '2026-Q1' }] } : {}),
  ...(index % 10 === 9 ? { status: 'lost' as const, lost: { date: '2026-05-20' } } : {}),
  history: Object.fromEntries(
    quarters.map(quarter => [
      quarter,
      {
        revenue: 900 + index,
        margin: 300,
        costToServe: 50,
        orders: 3,
        hours: 5,
        newBusiness: 10,
        surveyed: 2,
      },
    ]),
  ),
  surveys: [{ period, csat: 1 + (index % 5), nps: index % 11 }],
  interactions: [
    { date: '2026-07-10', direction: 'outbound' as const, kind: 'call' as const },
    { date: '2026-08-21', direction: 'inbound' as const, kind: 'request' as const, resolved: '2026-08-25' },
  ],
  contracts: [{ id: `C-${index}`, start: '2024-01-01', end: '2026-06-30', renewal: 'renewed' as const }],
  opportunities: [
    {
      stage: 'won' as const,
      opened: '2026-01-10',
      closed: '2026-05-05',
      value: 1000,
      contacts: 5,
      source: 'referral' as const,
      kind: 'new' as const,
    },
    { stage: 'open' as const, opened: '2026-06-10', value: 2500, probability: 0.4, kind: 'up-sell' as const },
  ],
  contacts: [{ id: 'buyer', name: 'Ana', lastContact: '2026-07-10' }],
});

const scopeOf = (accounts: number) =>
  createScope(
    workspaceOf({
      people: { ines: { name: 'Inés', role: 'kam' } },
      accounts: Object.fromEntries(
        Array.from({ length: accounts }, (_, index) => [`account-${index}`, accountOf(index)]),
      ),
    }),
    period,
  );

/** How many inputs the results of a method hold as lists, not as properties that list them when they are read. */
const listed = (id: string, accounts: number): number => {
  const method = methods.find(one => one.id === id);
  if (method === undefined) throw new Error(`No method ${id}`);
  const { figures, series } = method.run(scopeOf(accounts));
  const held = (
    result: object,
    key: 'inputs' | 'rowInputs',
  ): readonly (FigureInput | readonly FigureInput[])[] =>
    Object.getOwnPropertyDescriptor(result, key)?.value ?? [];
  return [...figures, ...series].flatMap(result => [
    ...held(result, 'inputs'),
    ...held(result, 'rowInputs').flat(),
  ]).length;
};

test.each([
  'adoption',
  'churn-warnings',
  'commitment',
  'coverage',
  'customer-profile',
  'identification',
  'incentives',
  'kam-review',
  ...methods.flatMap(({ id }) => (id.startsWith('kpi-') ? [id] : [])),
  'phase',
  'pipeline',
  'programme-return',
  'rationalisation',
  'revenue',
  'segmentation',
  'value-chain',
])('%s holds no list of inputs that grows with the portfolio', id => {
  expect(listed(id, 60)).toBe(listed(id, 30));
});

test('what is listed when it is read names every account', () => {
  const scope = scopeOf(30);
  const nps = methods
    .find(({ id }) => id === 'kpi-nps')
    ?.run(scope)
    .figures.find(({ id }) => id === 'kpi.nps.value');
  expect(nps?.inputs).toHaveLength(30);
  expect(nps?.inputs).toEqual(nps?.inputs);
});
