import { describe, expect, it } from 'vitest';
import { identificationMethod } from '../../../../src/analysis/methods/identification.ts';
import { pointsTable } from '../../../../src/analysis/portfolio/points-table.ts';
import { runMethod, scopeOf } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

const percentile = (measure: 'revenue' | 'orders' | 'margin-ratio', lowerIsBetter = false) =>
  ({ by: 'percentile', measure, lowerIsBetter }) as const;

const ranking = (input: WorkspaceInput, period?: string): string[] =>
  scopeOf(input, period)
    .of(pointsTable)
    ?.rows.map(({ customer }) => customer.id) ?? [];
const admitted = (input: WorkspaceInput, period?: string): string[] =>
  scopeOf(input, period)
    .of(pointsTable)
    ?.rows.flatMap(({ customer, inKeySet }) => (inKeySet === true ? [customer.id] : [])) ?? [];
const answers = (input: WorkspaceInput, account: string, period?: string) =>
  Object.fromEntries(
    runMethod(identificationMethod, input, period)
      .series(`account.${account}.identification`)
      .rows.map(row => [row.criterionId, row.checkAnswer]),
  );

/** The largest buyer leaves, and the smaller one that works with us becomes the key account. */
const collaborative: WorkspaceInput = {
  settings: { basis: 'quarter' },
  scoring: {
    criteria: [
      { id: 'volume', kind: 'revenue-volume', name: 'Volume', weight: 30, derive: percentile('revenue') },
      { id: 'partnership', kind: 'strategic-value', name: 'Partnership', weight: 40 },
      { id: 'future', kind: 'lifetime-value', name: 'Future', weight: 30 },
    ],
    keySet: { threshold: 6, places: 1 },
  },
  accounts: {
    largest: {
      status: 'lost',
      lost: { date: '2026-08-15' },
      key: [{ from: '2025-Q1', to: '2026-Q2' }],
      history: { '2026-Q2': { revenue: 900_000 } },
      ratings: { '2026-Q1': { partnership: 2, future: 3 } },
    },
    collaborator: {
      history: { '2026-Q2': { revenue: 300_000 }, '2026-Q3': { revenue: 340_000 } },
      ratings: {
        '2026-Q1': { partnership: { points: 9, note: 'Opens its plant to our trials.' }, future: 9 },
      },
    },
    small: {
      history: { '2026-Q2': { revenue: 100_000 }, '2026-Q3': { revenue: 90_000 } },
      ratings: { '2026-Q1': { partnership: 4, future: 5 } },
    },
  },
};

describe('the largest buyer that leaves, and the collaborator that becomes the key account', () => {
  it('while volume alone would have kept the one, the whole table already admits the other', () => {
    const byVolume: WorkspaceInput = {
      ...collaborative,
      scoring: {
        criteria: [{ id: 'volume', name: 'Volume', weight: 1, derive: percentile('revenue') }],
        keySet: { places: 1 },
      },
    };
    expect(admitted(byVolume, '2026-Q2')).toEqual(['largest']);
    expect(admitted(collaborative, '2026-Q2')).toEqual(['collaborator']);
    expect(admitted(collaborative, '2026-Q3')).toEqual(['collaborator']);
    expect(ranking(collaborative, '2026-Q3')).not.toContain('largest');
  });

  it('is said the quarter before: who leads on volume, what it misses, and who gets in with less', () => {
    const found = runMethod(identificationMethod, collaborative, '2026-Q2').finding(
      'identification.volume-outside',
    );
    expect(found?.severity).toBe('attention');
    expect(found?.params).toMatchObject({
      account: { id: 'largest' },
      place: { value: 1 },
      rank: { value: 2 },
      missed: { value: 2 },
      criteria: { texts: ['Partnership', 'Future'] },
      smaller: { id: 'collaborator' },
    });
    expect(
      runMethod(identificationMethod, collaborative).finding('identification.volume-outside'),
    ).toBeUndefined();
  });

  it('shows what the answer rests on', () => {
    expect(answers(collaborative, 'collaborator')).toEqual({
      volume: 'met',
      partnership: 'met',
      future: 'met',
    });
    const [, partnership] = runMethod(identificationMethod, collaborative).series(
      'account.collaborator.identification',
    ).rows;
    expect(partnership).toMatchObject({
      points: 9,
      cutPoints: 5.5,
      checkBasis: 'rated',
      checkNote: 'Opens its plant to our trials.',
      ratedIn: '2026-Q1',
    });
  });
});

/** It orders more than anyone, at no margin, and there is nothing to come. */
const heavyOrderer: WorkspaceInput = {
  settings: { basis: 'quarter' },
  scoring: {
    criteria: [
      { id: 'orders', kind: 'revenue-volume', name: 'Orders', weight: 30, derive: percentile('orders') },
      { id: 'margin', kind: 'other', name: 'Margin', weight: 35, derive: percentile('margin-ratio') },
      { id: 'future', kind: 'lifetime-value', name: 'Future', weight: 35 },
    ],
    keySet: { places: 2 },
  },
  accounts: {
    heavy: {
      key: [{ from: '2025-Q1' }],
      history: { '2026-Q3': { revenue: 800_000, margin: 4000, orders: 120 } },
      ratings: { '2026-Q3': { future: 1 } },
    },
    steady: {
      history: { '2026-Q3': { revenue: 300_000, margin: 90_000, orders: 24 } },
      ratings: { '2026-Q3': { future: 9 } },
    },
    modest: {
      history: { '2026-Q3': { revenue: 200_000, margin: 50_000, orders: 12 } },
      ratings: { '2026-Q3': { future: 7 } },
    },
  },
};

describe('the heavy orderer with no margin and no future', () => {
  it('leads on orders and revenue, ranks last, and is named', () => {
    expect(ranking(heavyOrderer)).toEqual(['steady', 'modest', 'heavy']);
    expect(answers(heavyOrderer, 'heavy')).toEqual({ orders: 'met', margin: 'not-met', future: 'not-met' });
    const found = runMethod(identificationMethod, heavyOrderer);
    expect(found.finding('identification.volume-outside')?.params).toMatchObject({
      account: { id: 'heavy' },
      place: { value: 1 },
      rank: { value: 3 },
      criteria: { texts: ['Margin', 'Future'] },
    });
    expect(found.finding('identification.checklist')?.params).toMatchObject({
      weakest: { id: 'heavy' },
      met: { value: 1 },
    });
  });
});
