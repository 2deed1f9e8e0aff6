import { describe, expect, test } from 'vitest';
import { load, summary } from './memory.ts';

const history = 'name: A\nhistory: { 2026-Q3: { revenue: 1 } }\n';
const reports = async (text: string, more: Readonly<Record<string, string>> = {}) =>
  summary(await load({ 'data/accounts/a.yaml': history + text, ...more }));

describe('what expected lifetimes rest on', () => {
  test('an estimate is years, or years with who, when and why', async () => {
    expect(await reports('expectedYears: 6\n')).toEqual([]);
    const full = 'expectedYears: { years: 6, by: ana, date: 2026-03-31, note: { es: "Sí", en: "Yes" } }\n';
    expect(await reports(full, { 'data/people/ana.yaml': 'name: Ana\nrole: kam\n' })).toEqual([]);
  });

  test.each([
    ['expectedYears: -1', 'accounts/a.yaml:3 error workspace/out-of-range'],
    ['expectedYears: 400', 'accounts/a.yaml:3 error workspace/out-of-range'],
    ['expectedYears: { years: 6, by: nobody }', 'accounts/a.yaml:3 error workspace/unknown-reference'],
    ['expectedYears: { years: 6, date: 2026-12-01 }', 'accounts/a.yaml:3 warning workspace/future-actual'],
  ])('%s', async (text, expected) => {
    expect(await reports(`${text}\n`)).toEqual([expected]);
  });

  test('a contract that has ended says what became of it', async () => {
    const contract = (end: string, renewal: string): string =>
      `contracts:\n  - { id: C1, start: 2024-01-01, end: ${end}${renewal} }\n`;
    expect(await reports(contract('2025-12-31', ''))).toEqual([
      'accounts/a.yaml:4 warning workspace/status-conflict',
    ]);
    expect(await reports(contract('2025-12-31', ', renewal: pending'))).toEqual([]);
    expect(await reports(contract('2026-12-31', ''))).toEqual([]);
  });

  test('a number of renewals is not smaller than those on record', async () => {
    const second = (renewals: number): string => `contracts:
  - { id: C1, start: 2024-01-01, end: 2024-12-31, renewal: renewed }
  - { id: C2, start: 2025-01-01, end: 2026-12-31, renewals: ${renewals} }
`;
    expect(await reports(second(0))).toEqual(['accounts/a.yaml:5 warning workspace/status-conflict']);
    expect(await reports(second(4))).toEqual([]);
  });

  test.each([
    ['cuts: { profit: mean }', 'error'],
    ['cuts: { years: break-even }', 'error'],
    ['horizon: 0', 'error'],
    ['precedence: []', 'error'],
    ['silent: 1.5', 'error'],
  ])('lifetime.yaml refuses %s', async (text, severity) => {
    const found = await reports('', { 'data/program/lifetime.yaml': `${text}\n` });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`program/lifetime.yaml:1 ${severity}`);
  });
});
