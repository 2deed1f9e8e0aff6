import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filesOf } from '../../../src/import/write.ts';
import { loadWorkspace } from '../../../src/workspace/load.ts';
import { imported, table } from './tables.ts';

const accounts = [
  { country: 'Spain', name: 'Ácme: cal & yeso', 'fields.employees': 12 },
  { country: null, name: 'Zeta', 'fields.employees': null },
];
const history = [
  { orders: 3, account: 'Zeta', period: '2026-Q2', revenue: 10.125 },
  { orders: null, account: 'Zeta', period: '2026-Q1', revenue: 1 },
];
const deals = [
  { account: 'Zeta', stage: 'won', id: '1E5', opened: '2026-02-01', closed: '2026-03-01', value: 7 },
  { account: 'Zeta', stage: 'lost', id: 'B', opened: '2026-01-01', closed: '2026-03-02', value: null },
];

const files = (rows: { a: typeof accounts; h: typeof history; d: typeof deals }) =>
  filesOf(
    imported(
      table('accounts', ...rows.a),
      table('accounts.history', ...rows.h),
      table('accounts.opportunities', ...rows.d),
      table('people', { name: 'Ana Díaz', role: 'kam' }),
      table('products', { name: 'Cal viva', line: 'Cal' }),
    ),
  );

test('block style, one line a quarter and an opportunity, keys in the order of the schema', () => {
  const written = files({ a: accounts, h: history, d: deals });
  expect(written.map(({ path }) => path)).toEqual([
    'data/accounts/acme-cal-yeso.yaml',
    'data/accounts/zeta.yaml',
    'data/people/ana-diaz.yaml',
    'data/products.yaml',
  ]);
  expect(written[1]?.text).toBe(`# yaml-language-server: $schema=../schema/account.json
name: Zeta
history:
  2026-Q1: { revenue: 1 }
  2026-Q2: { revenue: 10.1250, orders: 3 }
opportunities:
  - { id: B, stage: lost, opened: 2026-01-01, closed: 2026-03-02 }
  - { id: "1E5", stage: won, opened: 2026-02-01, closed: 2026-03-01, value: 7 }
`);
});

test('the same rows give the same bytes in whatever order they come', () => {
  const expected = files({ a: accounts, h: history, d: deals });
  const shuffled = <T>(rows: T[]): fc.Arbitrary<T[]> =>
    fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length });
  fc.assert(
    fc.property(fc.record({ a: shuffled(accounts), h: shuffled(history), d: shuffled(deals) }), rows => {
      expect(files(rows)).toEqual(expected);
    }),
  );
});

test('the workspace loader reads what was written without a word', async () => {
  const texts = new Map(files({ a: accounts, h: history, d: deals }).map(({ path, text }) => [path, text]));
  texts.set('data/workspace.yaml', 'company: { name: Cal }\ncurrency: EUR\nperiod: 2026-Q2\n');
  const loaded = await loadWorkspace({
    read: async path => texts.get(path),
    list: async () => [...texts.keys()],
  });
  expect(loaded.diagnostics).toEqual([]);
  expect(loaded.value?.accounts.map(({ id, name }) => [id, name])).toEqual([
    ['acme-cal-yeso', 'Ácme: cal & yeso'],
    ['zeta', 'Zeta'],
  ]);
  expect(loaded.value?.accounts[1]?.opportunities.map(({ id }) => id)).toEqual(['B', '1E5']);
});
