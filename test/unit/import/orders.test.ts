import { expect, test } from 'vitest';
import { filesOf } from '../../../src/import/write.ts';
import { imported, table } from './tables.ts';

const accounts = table('accounts', { name: 'Aguas, S.A.' }, { name: 'Calera' });
const orderFile = (...rows: Parameters<typeof table>[1][]): string | undefined =>
  filesOf(imported(accounts, table('orders', ...rows))).find(({ path }) => path === 'data/orders.csv')?.text;

test('order lines become the order file: by day, accounts by id, amounts that nobody takes for thousands', () => {
  expect(
    orderFile(
      { account: 'Calera', date: '2026-02-03', amount: '932.375', order: 'B;1' },
      { account: 'aguas-sa', date: '2026-01-05', amount: 10, order: 7 },
      { account: 'Aguas, S.A.', date: '2026-02-03', amount: null, order: 8 },
    ),
  ).toBe(
    'account,date,amount,order\naguas-sa,2026-01-05,10,7\naguas-sa,2026-02-03,,8\ncalera,2026-02-03,932.3750,"B;1"\n',
  );
});

test('columns that say nothing are left out, and so is a file without lines', () => {
  expect(orderFile({ account: 'Calera', date: '2026-02-03' })).toBe('account,date\ncalera,2026-02-03\n');
  expect(filesOf(imported(accounts)).map(({ path }) => path)).not.toContain('data/orders.csv');
});

test('an import of orders alone takes the ids as they are', () => {
  const { orders, rejects } = imported(table('orders', { account: 'calera', date: '2026-02-03' }));
  expect(orders).toHaveLength(1);
  expect(rejects).toEqual([]);
});

test('rows that can’t be used say why', () => {
  const { rejects, orders } = imported(
    accounts,
    table(
      'orders',
      { account: 'Caleras', date: '2026-02-03' },
      { account: null, date: '2026-02-03' },
      { account: 'Calera', date: '2026-02-30' },
      { account: 'Calera', date: '2026-02-03', amount: 'much' },
    ),
  );
  expect(orders).toEqual([]);
  expect(rejects.map(({ code }) => code)).toEqual(['unknown-account', 'no-account', 'invalid', 'invalid']);
  expect(rejects[0]?.reason).toContain('the nearest name is "Calera"');
});
