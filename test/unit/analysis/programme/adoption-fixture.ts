import { adoption } from '../../../../src/analysis/methods/adoption.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

export type Stage = NonNullable<NonNullable<WorkspaceInput['adoption']>['stages']>[number];

export const pilot: Stage = {
  id: 'pilot',
  name: 'Pilot',
  from: 'D',
  to: 'B',
  planned: { start: '2025-Q4', end: '2026-Q1' },
  actual: { start: '2025-Q4', end: '2026-Q1' },
};
export const extension: Stage = {
  id: 'extension',
  name: 'Extension',
  from: 'B',
  to: 'A',
  planned: { start: '2026-Q2', end: '2026-Q4' },
  actual: { start: '2026-Q2' },
};
export const judged = (id: string, states: Readonly<Record<string, 'met' | 'not-met' | 'open'>> = {}) => ({
  kind: 'judged' as const,
  id,
  text: id,
  judgements: Object.fromEntries(
    Object.entries(states).map(([period, state]) => [period, { state, date: '2026-01-15' }]),
  ),
});
export const hypothesis = (
  id: string,
  states: Readonly<Record<string, 'supported' | 'rejected' | 'open'>> = {},
) => ({
  id,
  text: id,
  verdicts: Object.fromEntries(
    Object.entries(states).map(([period, state]) => [period, { state, date: '2026-01-15' }]),
  ),
});
/** Customers that buy, the first so many of them key from the quarter on. */
export const accounts = (keys: Readonly<Record<string, number>>): NonNullable<WorkspaceInput['accounts']> =>
  Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => {
      const from = Object.entries(keys).find(([, number]) => index < number)?.[0];
      return [
        `c${String(index).padStart(2, '0')}`,
        {
          history: Object.fromEntries(
            ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'].map(period => [period, { revenue: 10 }]),
          ),
          ...(from === undefined ? {} : { key: [{ from }] }),
        },
      ];
    }),
  );
export const depth = (
  levels: Readonly<Record<string, number>>,
): NonNullable<WorkspaceInput['commitment']> => ({
  evidence: [
    {
      id: 'planning',
      dimension: 'systems',
      statement: 'Planning',
      ratings: Object.fromEntries(
        Object.entries(levels).map(([period, level]) => [period, { level, date: '2026-01-15' }]),
      ),
    },
  ],
});
export const run = (stages: Stage[], more: WorkspaceInput = {}, period?: string) =>
  runMethod(adoption, { ...more, adoption: { stages } }, period);
export const codes = (found: ReturnType<typeof run>) => found.results.findings.map(({ code }) => code);
