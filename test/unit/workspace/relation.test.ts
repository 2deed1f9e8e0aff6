import { describe, expect, test } from 'vitest';
import { load, summary } from './memory.ts';

const account = (extra: string): string => `name: A\nhistory: { 2026-Q3: { revenue: 1 } }\n${extra}`;
const products = 'products: [{ id: x, name: X, line: Lime }]\n';
const reports = async (
  extra: string,
  more: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> =>
  summary(
    await load({ 'data/accounts/a.yaml': account(extra), 'data/products.yaml': products, ...more }),
  ).map(line => line.replace('workspace/', ''));

describe('business units and whitespace', () => {
  test('a unit that is named is declared', async () => {
    expect(
      await reports(
        'units: [{ id: n, name: N }]\ncontracts:\n  - { id: c, start: 2026-01-01, end: 2026-12-31, unit: m }\nopportunities:\n  - { stage: open, unit: [n, o] }',
      ),
    ).toEqual(['accounts/a.yaml:5 error unknown-reference', 'accounts/a.yaml:7 error unknown-reference']);
  });

  test('a product line is one of the price list', async () => {
    expect(await reports('whitespace: [{ line: Lyme }]')).toEqual([
      'accounts/a.yaml:3 error unknown-reference',
    ]);
  });

  test('a cell is declared once, for all units or for one', async () => {
    expect(
      await reports(
        'units: [{ id: n, name: N }, { id: m, name: M }]\nwhitespace:\n  - { line: Lime, unit: n, potential: 1 }\n  - { line: Lime, unit: m, potential: 1 }\n  - { line: Lime, state: lost }',
      ),
    ).toEqual(['accounts/a.yaml:7 error duplicate-cell']);
  });

  test('a potential is that of one unit, and none where the line is ruled out', async () => {
    expect(
      await reports(
        'units: [{ id: n, name: N }, { id: m, name: M }]\nwhitespace: [{ line: Lime, potential: 5 }]',
      ),
    ).toEqual(['accounts/a.yaml:4 error shared-potential']);
    expect(await reports('whitespace: [{ line: Lime, potential: 5, state: not-applicable }]')).toEqual([
      'accounts/a.yaml:3 warning contradiction',
    ]);
  });
});

describe('offers, goals, contacts and actions', () => {
  test('nobody uses more than was offered, and an estimate is made by somebody who exists', async () => {
    expect(
      await reports(
        'offers:\n  - { title: T, offered: 3, used: 4 }\n  - { title: T, from: 2026-05-01, to: 2026-04-01 }\n  - { title: T, effect: { margin: 1, baseline: 0, by: nobody } }',
      ),
    ).toEqual([
      'accounts/a.yaml:4 error more-than-all',
      'accounts/a.yaml:5 error wrong-order',
      'accounts/a.yaml:6 error unknown-reference',
    ]);
  });

  test('a goal is what its values say, agreed with a contact of the account', async () => {
    expect(
      await reports(
        [
          'goals:',
          '  - { text: T, due: 2026-06-30, state: met, target: 2, actual: 1 }',
          '  - { text: T, due: 2026-06-30, state: missed, target: 2, actual: 1, better: lower }',
          '  - { text: T, due: 2026-06-30, state: met, target: 2, actual: 1, better: lower }',
          '  - { text: T, due: 2026-06-30, settled: 2026-06-30 }',
          '  - { text: T, due: 2026-06-30, agreedWith: eva }',
        ].join('\n'),
      ),
    ).toEqual([
      'accounts/a.yaml:4 warning contradiction',
      'accounts/a.yaml:5 warning contradiction',
      'accounts/a.yaml:7 warning status-conflict',
      'accounts/a.yaml:8 error unknown-reference',
    ]);
  });

  test('nobody is spoken to after leaving, and only what is done has a day on which it was done', async () => {
    expect(
      await reports(
        'contacts: [{ id: e, name: E, left: 2026-05-01, lastContact: 2026-06-01 }]\nactions: [{ title: T, owner: ana, due: 2026-10-01, completed: 2026-09-01 }]',
        { 'data/people/ana.yaml': 'name: Ana\nrole: kam\n' },
      ),
    ).toEqual(['accounts/a.yaml:3 warning contradiction', 'accounts/a.yaml:4 warning status-conflict']);
  });

  test('a need is answered by a product that exists, an account kept by a person who does', async () => {
    expect(await reports('needs: [{ text: T, product: y }]\nretention: { cause: C, owner: nobody }')).toEqual(
      ['accounts/a.yaml:3 error unknown-reference', 'accounts/a.yaml:4 error unknown-reference'],
    );
  });
});

test('high does not begin below medium', async () => {
  const file = { 'data/program/relationship.yaml': 'riskProbability: [0.5, 0.2]\n' };
  expect(await reports('', file)).toEqual(['program/relationship.yaml:1 error wrong-order']);
});

test('what lies out of range is refused', async () => {
  const file = { 'data/program/relationship.yaml': 'cadence: [1, 2, 3]\ninfluential: 7\n' };
  const found = await reports('', file);
  expect(found).toHaveLength(2);
  expect(found.every(line => line.startsWith('program/relationship.yaml'))).toBe(true);
});
