import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Analysis, analyze } from '../../../src/analysis/analyze.ts';
import type { Workspace } from '../../../src/model/workspace.ts';
import { workspace as example } from '../example/example.ts';
import { silent, unprintable, unsure } from './sound.ts';
import { type WorkspaceInput, workspaceOf } from './support.ts';

const period = '2026-Q3';

/** What is computed, id by id. */
const essence = ({ figures, series, findings }: Analysis): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ...[...figures.values()].map(
      ({ id, value, unavailable, interval, coverage }) =>
        [id, { value, unavailable, interval, coverage }] as const,
    ),
    ...[...series.values()].map(({ id, rows }) => [`series ${id}`, rows] as const),
    ['findings', findings.map(({ id, severity, rank }) => ({ id, severity, rank }))],
  ]);

const differing = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter(
    id => JSON.stringify(one.get(id)) !== JSON.stringify(other.get(id)),
  );

const amount = fc.option(
  fc.oneof(
    fc.constant(0),
    fc.integer({ min: -100_00, max: 10_000_00 }).map(cents => cents / 100),
  ),
  { nil: undefined },
);
const quarters = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];

const recorded = <T>(entries: readonly (readonly [string, T | undefined])[]): Record<string, T> =>
  Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));

const quarter = fc.record({ revenue: amount, plan: amount, margin: amount, costToServe: amount });
const accountInput = fc.record({
  history: fc.array(fc.tuple(fc.constantFrom(...quarters), quarter), { maxLength: 5 }),
  key: fc.boolean(),
  status: fc.constantFrom('active' as const, 'prospect' as const),
  points: fc.array(fc.tuple(fc.constantFrom('2026-Q2', '2026-Q3'), fc.integer({ min: 1, max: 10 })), {
    maxLength: 2,
  }),
  nps: fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 3 }),
  industry: fc.option(fc.constantFrom('Agua', 'Acero'), { nil: undefined }),
});

const anyWorkspace: fc.Arbitrary<WorkspaceInput> = fc.array(accountInput, { maxLength: 7 }).map(accounts => ({
  accounts: Object.fromEntries(
    accounts.map(({ history, key, status, points, nps, industry }, index) => [
      `account-${index}`,
      {
        status,
        ...(industry === undefined ? {} : { industry }),
        history: Object.fromEntries(history.map(([id, values]) => [id, recorded(Object.entries(values))])),
        key: key ? [{ from: '2026-Q1' }] : [],
        ratings: Object.fromEntries(points.map(([id, value]) => [id, { worth: value }])),
        surveys: nps.map(answer => ({ period, nps: answer })),
      },
    ]),
  ),
  scoring: {
    keySet: { places: 3 },
    criteria: [
      { id: 'worth', name: 'Worth', weight: 2 },
      { id: 'volume', name: 'Volume', weight: 1, derive: { by: 'percentile', measure: 'revenue' } },
    ],
  },
}));

test('no number that is none reaches a page, whatever is missing, zero or negative', () => {
  fc.assert(
    fc.property(anyWorkspace, input => {
      expect(unprintable(analyze(workspaceOf(input), period))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a number from few cases has an interval, or says why it has none', () => {
  expect(unsure(analyze(example, period))).toEqual([]);
  fc.assert(
    fc.property(anyWorkspace, input => {
      expect(unsure(analyze(workspaceOf(input), period))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

/** Accounts in other orders: backwards, and the even ones before the odd ones. */
const orders: readonly ((accounts: Workspace['accounts']) => Workspace['accounts'])[] = [
  accounts => [...accounts].reverse(),
  accounts => [
    ...accounts.filter((_, index) => index % 2 === 1),
    ...accounts.filter((_, index) => index % 2 === 0),
  ],
];

test('the order of the accounts changes nothing', () => {
  const expected = essence(analyze(example, period));
  for (const order of orders) {
    const turned = essence(analyze({ ...example, accounts: order(example.accounts) }, period));
    expect(differing(expected, turned)).toEqual([]);
  }
});

/** The same accounts under ids that sort the other way round. */
const renamed = (
  workspace: Workspace,
): { readonly workspace: Workspace; readonly names: ReadonlyMap<string, string> } => {
  const names = new Map(workspace.accounts.map(({ id }, index) => [id, `renamed-${999 - index}`]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return {
    names,
    workspace: {
      ...workspace,
      accounts: workspace.accounts.map(({ parent, ...account }) => ({
        ...account,
        id: nameOf(account.id),
        ...(parent === undefined ? {} : { parent: nameOf(parent) }),
      })),
    },
  };
};

test('what an account is called changes nothing but its name', () => {
  const { orders: _, ...plain } = example;
  const { workspace, names } = renamed(plain);
  const expected = analyze(plain, period).figures;
  const found = analyze(workspace, period).figures;
  const changed = [...expected.values()].filter(({ id, value }) => {
    const other = found.get(
      id.replace(/^account\.([^.]+)/, (_whole, account) => `account.${names.get(account)}`),
    );
    if (typeof value !== 'number' || typeof other?.value !== 'number')
      return typeof value !== typeof other?.value;
    return Math.abs(value - other.value) > 1e-6 * Math.max(1, Math.abs(value));
  });
  expect(changed.map(({ id, value }) => [id, value])).toEqual([]);
});

test('analysing twice gives the same', () => {
  expect(differing(essence(analyze(example, period)), essence(analyze(example, period)))).toEqual([]);
});

const one: WorkspaceInput = { accounts: { only: { history: { [period]: { revenue: 100 } } } } };
const cases: readonly (readonly [string, WorkspaceInput, string])[] = [
  ['no accounts', {}, period],
  ['one account with a name alone', { accounts: { only: {} } }, period],
  ['one account with revenue', one, period],
  ['a period without history', one, '2031-Q1'],
  [
    'accounts that are all equal',
    { accounts: Object.fromEntries(['a', 'b', 'c'].map(id => [id, one.accounts?.only ?? {}])) },
    period,
  ],
  ['revenue of zero', { accounts: { only: { history: { [period]: { revenue: 0 } } } } }, period],
  ['a credit note alone', { accounts: { only: { history: { [period]: { revenue: -5 } } } } }, period],
];

test.each(cases)('%s: every figure has a value or says why it has none', (_, input, quarterAsked) => {
  const analysis = analyze(workspaceOf(input), quarterAsked);
  expect(unprintable(analysis)).toEqual([]);
  expect(silent(analysis)).toEqual([]);
});

test('the example of another period, one before its record and one after it, computes as well', () => {
  for (const other of ['2019-Q1', '2024-Q4', '2027-Q4'])
    expect(unprintable(analyze(example, other))).toEqual([]);
});
