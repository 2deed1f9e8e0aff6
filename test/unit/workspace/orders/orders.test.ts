import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDay, dayOf } from '../../../../src/model/days.ts';
import { load, summary } from '../memory.ts';

const account = 'name: A\nhistory: { 2026-Q3: { revenue: 1 } }\n';
const accounts = {
  'data/accounts/a.yaml': account,
  'data/accounts/b.yaml': account.replace('name: A', 'name: B'),
};
const withOrders = (...lines: readonly string[]) =>
  load({ ...accounts, 'data/orders.csv': `${lines.join('\n')}\n` });

describe('the order file', () => {
  test('gives the lines of each account by day, whatever their order in the file', async () => {
    const { value, diagnostics } = await withOrders(
      'account,date,amount,order',
      'b,2026-03-02,10.5,7',
      'a,2026-05-01,,2',
      'a,2026-04-01,20,1',
      'a,2026-05-01,5,2',
      'a,2026-05-01,6,3',
    );
    expect(diagnostics).toEqual([]);
    const a = value?.orders?.accounts.get('a');
    expect([...(a?.days ?? [])].map(dateOfDay)).toEqual([
      '2026-04-01',
      '2026-05-01',
      '2026-05-01',
      '2026-05-01',
    ]);
    expect([...(a?.rows ?? [])]).toEqual([2, 1, 3, 4]);
    expect([...(a?.begins ?? [])]).toEqual([1, 1, 0, 1]);
    expect([...(a?.amounts ?? [])]).toEqual([20, Number.NaN, 5, 6]);
  });

  test('takes columns in any order, semicolons, quotes, blank lines and the line ends of Windows', async () => {
    const text = '\uFEFFDate;Account\r\n\r\n"2026-03-02";"a"\r\n2026-03-03;b';
    const { value, diagnostics, locate } = await load({ ...accounts, 'data/orders.csv': text });
    expect(diagnostics).toEqual([]);
    expect([...(value?.orders?.accounts.keys() ?? [])]).toEqual(['a', 'b']);
    expect(locate({ file: 'data/orders.csv', path: [1, 'account'] })).toEqual({
      file: 'data/orders.csv',
      line: 4,
      column: 12,
      length: 1,
    });
    expect(locate({ file: 'data/orders.csv', path: [0] })).toMatchObject({ line: 3, column: 1, length: 16 });
  });

  test('is optional', async () => {
    const { value } = await load(accounts);
    expect(value?.orders).toBeUndefined();
  });

  test('counts lines of half a megabyte without delay and resolves each to its line', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `a,${dateOfDay(10_000 + (index % 9000))}`);
    const { value, locate } = await withOrders('account,date', ...lines);
    expect(value?.orders?.accounts.get('a')?.days).toHaveLength(20_000);
    expect(locate({ file: 'data/orders.csv', path: [19_999, 'date'] })?.line).toBe(20_001);
  });
});

describe('what is wrong in the order file', () => {
  const first = 'account,date,amount,order';

  test('is told all at once, at line and column', async () => {
    const { diagnostics, value } = await withOrders(
      first,
      'c,2026-01-05,1,1',
      'a,2026-02-30,1,1',
      'a,05/03/2026,1,1',
      'a,2026-03-05,"1.234,50",1',
      'a,2026-03-05',
      'a,2026-03-05,"1,1',
      ',2026-03-05,1,1',
      'a,2026-03-06,1234567890123456,1',
    );
    expect(value).toBeUndefined();
    const told = diagnostics.map(({ span, code }) => `${span?.line}:${span?.column} ${code}`);
    expect(told).toEqual([
      '2:1 workspace/unknown-reference',
      '3:3 workspace/bad-format',
      '4:3 workspace/bad-format',
      '5:14 workspace/wrong-type',
      '6:1 workspace/bad-format',
      '7:1 workspace/bad-format',
      '8:1 workspace/missing-key',
      '9:14 workspace/wrong-type',
    ]);
    expect(diagnostics[1]?.hints).toEqual(['2026-02 has the days 01 to 28.']);
    expect(diagnostics[2]?.hints).toEqual(['Write 2026-03-05.']);
    expect(diagnostics[3]?.hints[0]).toContain('1234.5');
  });

  test.each([
    ['account,day', ['1:9 workspace/unknown-key', '1:1 workspace/missing-key']],
    ['acount,date', ['1:1 workspace/unknown-key']],
    ['account,date,date', ['1:14 workspace/duplicate-key']],
    ['account,date,price', ['1:14 workspace/unknown-key']],
  ])('columns: %s', async (header, expected) => {
    const { diagnostics } = await withOrders(header, 'a,2026-01-01');
    const told = diagnostics.map(({ span, code }) => `${span?.line}:${span?.column} ${code}`);
    expect([...told].sort()).toEqual([...expected].sort());
  });

  test('is capped: one fault of an export repeats on every line', async () => {
    const { diagnostics } = await withOrders(
      'account,date',
      ...Array.from({ length: 1000 }, () => 'a,never'),
    );
    expect(diagnostics).toHaveLength(26);
    expect(diagnostics.some(({ message }) => message.startsWith('975 more lines'))).toBe(true);
  });

  test('names an unknown account once, with the number of its lines', async () => {
    const { diagnostics } = await withOrders('account,date', 'a,2026-01-01', 'z,2026-01-02', 'z,2026-01-01');
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      code: 'workspace/unknown-reference',
      span: { line: 3, column: 1 },
      message: 'There is no account "z" in this workspace; 2 lines name it.',
    });
  });

  test('an empty file, and a form that nothing reads', async () => {
    expect(summary(await load({ ...accounts, 'data/orders.csv': '' }))).toEqual([
      'orders.csv:1 error workspace/empty-file',
    ]);
    expect(summary(await load({ ...accounts, 'data/orders.xlsx': 'PAR1' }))).toEqual([
      'orders.xlsx:1 error workspace/unknown-file',
    ]);
  });
});

describe('orders against the rest of the workspace', () => {
  test('after the date of the data they are left out, which is said once', async () => {
    const { diagnostics, value } = await withOrders(
      'account,date',
      'a,2026-09-30',
      'a,2026-10-02',
      'b,2026-10-01',
    );
    expect(summary({ diagnostics })).toEqual(['orders.csv:3 warning workspace/future-actual']);
    expect(diagnostics[0]?.message).toContain('2 order lines lie after 2026-09-30');
    expect(value).toBeDefined();
  });

  test('an order before the customer came', async () => {
    const loaded = await load({
      'data/accounts/a.yaml': `${account}since: 2026-02-01\n`,
      'data/orders.csv': 'account,date\na,2026-03-01\na,2026-01-15\n',
    });
    expect(summary(loaded)).toEqual(['orders.csv:3 warning workspace/wrong-order']);
  });

  test('an amount that may be meant in thousands is asked about once', async () => {
    const { diagnostics } = await withOrders(
      'account,date,amount',
      'a,2026-03-01,1.2340',
      'a,2026-03-02,1.234',
    );
    expect(summary({ diagnostics })).toEqual(['orders.csv:3 warning workspace/thousands-separator']);
  });

  test('counts in the history that the file contradicts, in one report an account', async () => {
    const history = (orders: readonly number[]): string =>
      `name: A\nhistory:\n${orders
        .map((count, index) => `  2026-Q${index + 1}: { revenue: 1, orders: ${count} }`)
        .join('\n')}\n`;
    const orders = [
      'account,date,order',
      'a,2026-01-10,1',
      'a,2026-04-10,2',
      'a,2026-04-10,2',
      'a,2026-05-10,3',
      'a,2026-08-10,4',
    ].join('\n');
    const check = async (counts: readonly number[]) =>
      load({ 'data/accounts/a.yaml': history(counts), 'data/orders.csv': orders });
    expect((await check([1, 2, 1])).diagnostics).toEqual([]);
    // The file may begin in the middle of the first quarter, so that quarter proves nothing.
    expect((await check([9, 2, 1])).diagnostics).toEqual([]);
    const { diagnostics } = await check([1, 3, 4]);
    expect(summary({ diagnostics })).toEqual(['accounts/a.yaml:4 warning workspace/orders-disagree']);
    expect(diagnostics[0]?.message).toContain('2026-Q2 3 and 2, 2026-Q3 4 and 1');
  });
});

test('days are counted from 1970-01-01 and back again', () => {
  expect(dayOf('1970-01-01')).toBe(0);
  expect(dateOfDay(11_016)).toBe('2000-02-29');
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 400_000 }), day => {
      expect(dayOf(dateOfDay(day))).toBe(day);
    }),
  );
});
