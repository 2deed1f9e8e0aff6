import { describe, expect, test } from 'vitest';
import { load, minimalSettings, summary } from './memory.ts';

const current = '2026-Q3: { revenue: 100000 }';

const reports = async (
  account: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> =>
  summary(await load({ 'data/accounts/a.yaml': `name: A\n${account}\n`, ...extra })).map(line =>
    line.replace('workspace/', ''),
  );

const settings = (text: string) => ({ 'data/workspace.yaml': `${minimalSettings}${text}\n` });

describe('dates of what has happened', () => {
  test.each([
    'surveys: [{ period: 2026-Q3, nps: 9, date: 2026-10-01 }]',
    'interactions: [{ date: 2027-03-01, direction: inbound }]',
    'actions: [{ title: T, owner: ana, due: 2026-09-01, state: done, completed: 2026-10-02 }]',
    'strength: [{ period: 2026-Q3, date: 2026-10-01, by: own, criteria: [{ name: N, us: 5, competitor: 5 }] }]',
  ])('lie not after the date of the data: %s', async entry => {
    const people = { 'data/people/ana.yaml': 'name: Ana\nrole: kam\n' };
    expect(await reports(`history: { ${current} }\n${entry}`, people)).toEqual([
      'accounts/a.yaml:3 warning future-date',
    ]);
  });

  test('nobody of ours begins after it either', async () => {
    const people = { 'data/people/ana.yaml': 'name: Ana\nrole: kam\nsince: 2099-01-01\n' };
    expect(await reports(`history: { ${current} }`, people)).toEqual([
      'people/ana.yaml:3 warning future-date',
    ]);
  });

  test('a judgement may be of the day on which the documents were prepared', async () => {
    const prepared = settings('document: { dataAsOf: 2026-09-30, preparedOn: 2026-10-14 }');
    const swot = (date: string) =>
      reports(
        `history: { ${current} }\nswot: { items: [{ kind: threat, title: T, date: ${date} }] }`,
        prepared,
      );
    expect(await swot('2026-10-14')).toEqual([]);
    expect(await swot('2026-10-15')).toEqual(['accounts/a.yaml:3 warning future-date']);
  });

  test('a wrong date of the data is one report, at that date', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [
        `data/accounts/b${index}.yaml`,
        `name: B${index}\ninteractions: [{ date: 2026-08-01, direction: inbound }]\n`,
      ]),
    );
    const wrong = settings('document: { dataAsOf: 2026-07-05 }');
    expect(await reports(`history: { ${current} }`, { ...many, ...wrong })).toEqual([
      'workspace.yaml:4 warning future-date',
    ]);
  });

  test.each(['2025-02-29', '2026-06-31', '31/12/2026'])('%s is no day', async date => {
    expect(await reports(`history: { ${current} }\nsince: ${date}`)).toEqual([
      'accounts/a.yaml:3 error bad-format',
    ]);
  });

  test('29 February exists in a leap year', async () => {
    expect(await reports(`history: { ${current} }\nsince: 2024-02-29`)).toEqual([]);
  });
});

describe('quarters and dates that belong together', () => {
  test.each([
    ['key: [{ from: 2025-Q1 }, { from: 2026-Q1 }]', 'contradiction'],
    ['surveys: [{ period: 2026-Q3, date: 2026-01-15, nps: 9 }]', 'contradiction'],
    ['surveys: [{ period: 2027-Q1, nps: 9 }]', 'future-actual'],
    [
      'strength: [{ period: 2026-Q4, by: own, criteria: [{ name: N, us: 5, competitor: 5 }] }]',
      'future-actual',
    ],
    ['actions: [{ title: T, owner: ana, since: 2026-Q3, due: 2026-05-01 }]', 'contradiction'],
  ])('%s', async (entry, code) => {
    const people = { 'data/people/ana.yaml': 'name: Ana\nrole: kam\n' };
    expect(await reports(`history: { ${current} }\n${entry}`, people)).toEqual([
      `accounts/a.yaml:3 warning ${code}`,
    ]);
  });

  test('spans of key status that follow each other do not overlap', async () => {
    const key = 'key: [{ from: 2024-Q1, to: 2025-Q4 }, { from: 2026-Q1 }]';
    expect(await reports(`history: { ${current} }\n${key}`)).toEqual([]);
  });

  test.each([
    ['document: { dataAsOf: 2026-09-30, preparedOn: 2026-09-29 }', 'error wrong-order'],
    ['document: { dataAsOf: 2026-06-30 }', 'warning contradiction'],
    ['locales: [es, en, es]', 'error duplicate-id'],
  ])('settings: %s', async (text, code) => {
    expect(await reports(`history: { ${current} }`, settings(text))).toEqual([`workspace.yaml:4 ${code}`]);
  });

  test('a decision is not due before the review that seeks it', async () => {
    const decisions = (due: string) => ({
      'data/program/decisions.yaml': `decisions:\n  - { id: d, period: 2026-Q3, title: T, reason: R, owner: O, due: ${due} }\n`,
    });
    expect(await reports(`history: { ${current} }`, decisions('2026-Q2'))).toEqual([
      'program/decisions.yaml:2 warning contradiction',
    ]);
    expect(await reports(`history: { ${current} }`, decisions('2026-Q3'))).toEqual([]);
  });

  test.each(['2026Q3', '2026-3', '3T2026', '2026-Q5'])('%s is no quarter', async quarter => {
    expect(await reports(`history: { ${current}, '${quarter}': { revenue: 1 } }`)).toEqual([
      'accounts/a.yaml:2 error bad-format',
    ]);
  });
});
