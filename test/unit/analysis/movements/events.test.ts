import { expect, test } from 'vitest';
import { movements } from '../../../../src/analysis/methods/movements.ts';
import { eventsBetween } from '../../../../src/analysis/movements/events.ts';
import { runMethod, scopeOf } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

const events = (input: WorkspaceInput, before = '2026-Q2', after = '2026-Q3') =>
  eventsBetween(scopeOf(input, before), scopeOf(input, after)).map(
    ({ kind, customer, period, date }) => [kind, customer.id, date ?? period] as const,
  );

const input: WorkspaceInput = {
  accounts: {
    came: { since: '2026-07-01' },
    earlier: { since: '2026-06-30' },
    gone: { status: 'lost', lost: { date: '2026-09-30' } },
    named: { key: [{ from: '2026-Q3' }] },
    freed: { key: [{ from: '2025-Q1', to: '2026-Q2' }] },
    rated: { ratings: { '2026-Q3': { a: 5 }, '2026-Q2': { a: 4 } } },
  },
  scoring: { criteria: [{ id: 'a', name: 'A', weight: 1 }] },
};

test('what happened after the earlier quarter and up to the later one', () => {
  expect(events(input)).toEqual([
    ['new', 'came', '2026-07-01'],
    ['lost', 'gone', '2026-09-30'],
    ['designated', 'named', '2026-Q3'],
    ['released', 'freed', '2026-Q3'],
    ['re-rated', 'rated', '2026-Q3'],
  ]);
});

test('nothing happens between a quarter and itself', () => {
  expect(events(input, '2026-Q3', '2026-Q3')).toEqual([]);
});

test('the sentence of who came and went rests on figures that count them', () => {
  const found = runMethod(movements, input);
  const ids = ['new', 'lost', 'designated', 'released'].map(kind => `portfolio.movements.${kind}`);
  expect(ids.map(id => found.figure(id).value)).toEqual([1, 1, 1, 1]);
  expect(found.figure('portfolio.movements.lost').inputs[0]).toMatchObject({
    file: 'data/accounts/gone.yaml',
  });
  expect(found.finding('movements.roster')?.figures).toEqual(ids);
});
