import { describe, expect, test } from 'vitest';
import { load, summary } from './memory.ts';

const reports = async (kpis: string, account = ''): Promise<readonly string[]> =>
  summary(
    await load({
      'data/accounts/a.yaml': `name: A\nhistory: { 2026-Q3: { revenue: 1 } }\n${account}`,
      'data/program/kpis.yaml': kpis,
    }),
  ).map(line => line.replace('workspace/', ''));

describe('kpis.yaml', () => {
  test('names areas, activities, levers and people that exist', async () => {
    expect(
      await reports(
        'areas: [{ id: sales, name: S }]\nkpis:\n  - { kpi: nps, areas: [sale], activities: [x], benefit: { rating: 3, by: nobody } }\n',
      ),
    ).toEqual([
      'program/kpis.yaml:3 error unknown-reference',
      'program/kpis.yaml:3 error unknown-reference',
      'program/kpis.yaml:3 error unknown-reference',
    ]);
  });

  test('a cheaper KPI costs less and is followed, and a benefit is an amount or a rating', async () => {
    expect(await reports('kpis:\n  - { kpi: nps, cheaper: csat }\n')).toEqual([
      'program/kpis.yaml:2 warning contradiction',
    ]);
    expect(
      await reports(
        'kpis:\n  - { kpi: nps, cheaper: csat, costToMeasure: 2 }\n  - { kpi: csat, costToMeasure: 2 }\n',
      ),
    ).toEqual(['program/kpis.yaml:2 warning contradiction']);
    expect(await reports('kpis:\n  - { kpi: nps, benefit: { why: W } }\n')).toHaveLength(1);
  });

  test('answers of groups are answers of their survey', async () => {
    const survey = (groups: string) =>
      `employeeSurveys:\n  - period: 2026-Q3\n    date: 2026-09-01\n    satisfaction: [7, 8, 8]\n    groups:\n${groups}`;
    expect(await reports(survey('      - { id: s, name: S, satisfaction: [8, 8] }\n'))).toEqual([]);
    expect(await reports(survey('      - { id: s, name: S, satisfaction: [8, 8, 8] }\n'))).toEqual([
      'program/kpis.yaml:6 error more-than-all',
    ]);
  });

  test('a survey lies in its quarter and has no more answers than people asked', async () => {
    expect(
      await reports(
        'employeeSurveys:\n  - { period: 2026-Q3, date: 2026-03-01, invited: 1, satisfaction: [7, 8] }\n',
      ),
    ).toEqual(['program/kpis.yaml:2 warning contradiction', 'program/kpis.yaml:2 error more-than-all']);
  });
});

describe('service, mentions and reviews of an account', () => {
  test('have no more met than promised, known contacts, nothing twice and nothing from the future', async () => {
    expect(await reports('kpis: []\n', 'service: { 2026-Q3: { promised: 2, met: 3 } }\n')).toEqual([
      'accounts/a.yaml:3 error more-than-all',
    ]);
    expect(await reports('kpis: []\n', 'mentions: [{ date: 2026-01-01, contact: nobody }]\n')).toEqual([
      'accounts/a.yaml:3 error unknown-reference',
    ]);
    expect(await reports('kpis: []\n', 'reviews: [2026-01-01, 2026-01-01]\n')).toEqual([
      'accounts/a.yaml:3 error duplicate-id',
    ]);
    expect(await reports('kpis: []\n', 'reviews: [2027-01-01]\n')).toEqual([
      'accounts/a.yaml:3 warning future-date',
    ]);
  });
});
