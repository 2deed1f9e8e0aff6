import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapTables } from '../../../src/import/map.ts';
import { imported, table } from './tables.ts';

const acme = table('accounts', { name: 'Acme' });

describe('what is used', () => {
  test('dotted columns become nested fields, text becomes the number that the schema wants, NULL stays missing', () => {
    const { accounts, rejects } = imported(
      table('accounts', { name: 'Ácme S.A.', 'fields.employees': 12, country: '', region: null }),
      table('accounts.history', { account: 'Ácme S.A.', period: '2026-Q1', revenue: '1500.25', orders: '3' }),
    );
    expect(rejects).toEqual([]);
    expect(accounts[0]).toMatchObject({
      id: 'acme-sa',
      fields: { name: 'Ácme S.A.', fields: { employees: 12 } },
    });
    expect(accounts[0]?.fields).not.toHaveProperty('country');
    expect(accounts[0]?.history.get('2026-Q1')).toEqual({ revenue: 1500.25, orders: 3 });
  });

  test('names of accounts, people and products become ids, in whatever order the sections stand', () => {
    const { accounts } = imported(
      table('accounts.opportunities', {
        account: 'Acme',
        id: 'A1',
        stage: 'won',
        seller: 'Ana Díaz',
        product: 'GTX Pro',
      }),
      table('accounts', { name: 'Acme', parent: 'Zeta' }, { name: 'Zeta' }),
      table('people', { name: 'Ana Díaz', role: 'seller' }),
      table('products', { name: 'GTX Pro' }),
    );
    expect(accounts[0]?.fields.parent).toBe('zeta');
    expect(accounts[0]?.lists.get('opportunities')).toEqual([
      { id: 'A1', stage: 'won', seller: 'ana-diaz', product: 'gtx-pro' },
    ]);
  });
});

describe('what is rejected, and why', () => {
  test('an entry without account or for an unknown one; the nearest name is a help', () => {
    const { rejects, counts } = imported(
      acme,
      table(
        'accounts.history',
        { account: 'Acme', period: '2026-Q1', revenue: 1 },
        { account: null, period: '2026-Q1', revenue: 2 },
        { account: 'Acne', period: '2026-Q1', revenue: 3 },
      ),
    );
    expect(rejects.map(({ code, row }) => [code, row])).toEqual([
      ['no-account', 2],
      ['unknown-account', 3],
    ]);
    expect(rejects[1]?.reason).toContain('"Acme"');
    expect(counts[1]).toMatchObject({ into: 'accounts.history', read: 3, used: 1, rejected: 2 });
  });

  test('a name that two accounts share stands for neither; their ids do', () => {
    const { accounts, rejects } = imported(
      table('accounts', { id: 'acme-es', name: 'Acme' }, { id: 'acme-fr', name: 'Acme' }),
      table(
        'accounts.history',
        { account: 'Acme', period: '2026-Q1', revenue: 1 },
        { account: 'acme-fr', period: '2026-Q1', revenue: 2 },
      ),
    );
    expect(rejects).toHaveLength(1);
    expect(rejects[0]).toMatchObject({ code: 'unknown-account', row: 1 });
    expect(rejects[0]?.reason).toContain('acme-es and acme-fr');
    expect(accounts.map(({ history }) => history.size)).toEqual([0, 1]);
  });

  test.each([
    ['31/12/2026', /closed.*31\/12\/2026.*a date is written like/],
    ['2026-02-30', /closed.*2026-02-30.*a date is written like/],
  ])('the date %s, with the words of the schema', (closed, reason) => {
    const { rejects } = imported(
      acme,
      table('accounts.opportunities', { account: 'Acme', stage: 'won', closed }),
    );
    expect(rejects).toHaveLength(1);
    expect(rejects[0]).toMatchObject({ code: 'invalid', reason: expect.stringMatching(reason) });
  });

  test('a text that is no number, and one with more digits than a number holds', () => {
    const { rejects } = imported(
      acme,
      table(
        'accounts.history',
        { account: 'Acme', period: '2026-Q1', revenue: '1.234,50' },
        { account: 'Acme', period: '2026-Q2', revenue: '12345678901234.5678' },
      ),
    );
    expect(rejects.map(({ code }) => code)).toEqual(['invalid', 'invalid']);
  });

  test('a second row for the same id or quarter: the first one stays', () => {
    const { accounts, rejects } = imported(
      table('accounts', { name: 'Acme Inc.' }, { name: 'ACME, Inc' }),
      table(
        'accounts.history',
        { account: 'acme-inc', period: '2026-Q1', revenue: 1 },
        { account: 'Acme Inc.', period: '2026-Q1', revenue: 2 },
      ),
    );
    expect(rejects.map(({ code }) => code)).toEqual(['id-taken', 'quarter-taken']);
    expect(rejects[0]?.reason).toContain('"Acme Inc."');
    expect(accounts[0]?.history.get('2026-Q1')).toEqual({ revenue: 1 });
  });

  test('a subsidiary whose parent was rejected goes with it, down the line, and so do their entries', () => {
    const { accounts, rejects } = imported(
      table(
        'accounts',
        { name: 'Top', currency: 'dollars' },
        { name: 'Middle', parent: 'Top' },
        { name: 'Bottom', parent: 'Middle' },
        { name: 'Apart' },
      ),
      table('accounts.history', { account: 'Bottom', period: '2026-Q1', revenue: 1 }),
    );
    expect(accounts.map(({ id }) => id)).toEqual(['apart']);
    expect(rejects.map(({ code }) => code)).toEqual([
      'invalid',
      'unknown-reference',
      'unknown-reference',
      'unknown-account',
    ]);
  });

  test('what the SQL itself sets aside, with its reason and the place in the source', () => {
    const { rejects } = imported(
      table('rejects', { reason: 'no sector', account: 'X', source_file: 'a.csv', source_row: 7 }),
    );
    expect(rejects).toEqual([
      {
        into: 'rejects',
        row: 1,
        file: 'a.csv',
        fileRow: 7,
        code: 'set-aside',
        reason: 'no sector',
        values: { account: 'X' },
      },
    ]);
  });
});

test('a column that no field takes is a mistake of the SQL: the import is refused, not each row', () => {
  const { value, diagnostics } = mapTables([table('accounts', { name: 'Acme', countri: 'Spain' })]);
  expect(value).toBeUndefined();
  expect(diagnostics[0]).toMatchObject({ code: 'import/unknown-column' });
  expect(diagnostics[0]?.hints[0]).toContain('country');
});

test('whatever the rows, read = used + rejected, and what is used is in the workspace', () => {
  const name = fc.constantFrom('Acme', 'ácme', 'Beta', '石', '', null);
  const account = fc.record({ name, parent: name, currency: fc.constantFrom('EUR', 'euro', null) });
  const quarter = fc.record({
    account: name,
    period: fc.constantFrom('2026-Q1', '2026-Q2', 'Q1', null),
    revenue: fc.constantFrom(1, '2', 'x', null),
  });
  fc.assert(
    fc.property(
      fc.array(account, { minLength: 1 }),
      fc.array(quarter, { minLength: 1 }),
      (accounts, quarters) => {
        const result = imported(table('accounts', ...accounts), table('accounts.history', ...quarters));
        expect(result.counts.map(({ read }) => read)).toEqual([accounts.length, quarters.length]);
        for (const { read, used, rejected } of result.counts) expect(used + rejected).toBe(read);
        const rows = result.accounts.reduce((total, { history }) => total + history.size, 0);
        expect(result.counts.map(({ used }) => used)).toEqual([result.accounts.length, rows]);
      },
    ),
  );
});
