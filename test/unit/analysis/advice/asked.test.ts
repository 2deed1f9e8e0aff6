import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../../src/analysis/analyze.ts';
import { recommendations } from '../../../../src/model/recommendations.ts';
import type { Workspace } from '../../../../src/model/workspace.ts';
import { workspace as example } from '../../example/example.ts';
import { saidOf } from '../said.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';

/** Findings that somebody has to attend to and that ask for nothing, in one language or both. */
const unasked = (workspace: Workspace, period: string): readonly string[] =>
  saidOf(analyze(workspace, period), workspace)
    .filter(
      ({ finding: { severity }, decisions }) =>
        (severity === 'attention' || severity === 'critical') && decisions.some(text => text.trim() === ''),
    )
    .map(({ finding: { id } }) => id);

const key = [{ from: '2024-Q1' }];
const quarter = (revenue: number, prior: number, more: object = {}) => ({
  history: { '2025-Q3': { revenue: prior }, '2026-Q3': { revenue, ...more } },
});

/** Workspaces in which something is wrong that is not in the example. */
const troubled: Readonly<Record<string, WorkspaceInput>> = {
  'costs that the margin does not pay': {
    settings: { basis: 'quarter', fixedCosts: { '2026-Q3': 1000 } },
    accounts: { a: { key, ...quarter(100, 120, { margin: 40, costToServe: 10 }) } },
  },
  'many named, nothing changed': {
    settings: { basis: 'quarter' },
    accounts: { a: { key, ...quarter(100, 120) }, b: { key, ...quarter(50, 60) } },
    commitment: {
      evidence: [
        {
          id: 'e',
          dimension: 'people',
          statement: 'Seen',
          ratings: { '2026-Q2': { level: 0.1, date: '2026-06-01' } },
        },
      ],
    },
  },
  'little effort': {
    settings: { basis: 'quarter' },
    accounts: Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [
        `c${index}`,
        { ...(index === 0 ? { key } : {}), ...quarter(10, 10) },
      ]),
    ),
    commitment: {
      evidence: [
        {
          id: 'e',
          dimension: 'people',
          statement: 'Seen',
          ratings: { '2026-Q2': { level: 0.1, date: '2026-06-01' } },
        },
      ],
    },
  },
};

describe('what needs attention asks for something (domain 6: the recommended decision)', () => {
  const periods = [...new Set(example.accounts.flatMap(({ history }) => Object.keys(history)))]
    .filter(period => period <= example.settings.period)
    .sort()
    .slice(-6);

  it.each(periods)('in the example of %s', period => {
    expect(unasked(example, period)).toEqual([]);
  });

  it.each(Object.entries(troubled))('with %s', (_, input) => {
    expect(unasked(workspaceOf(input), '2026-Q3')).toEqual([]);
  });

  it('whatever revenue does', () => {
    const amount = fc.integer({ min: 0, max: 500 });
    const accounts = fc.array(fc.tuple(amount, amount, fc.boolean()), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(accounts, rows => {
        const input = {
          accounts: Object.fromEntries(
            rows.map(([now, then, isKey], index) => [
              `a${index}`,
              { ...quarter(now, then), ...(isKey ? { key } : {}) },
            ]),
          ),
        };
        expect(unasked(workspaceOf(input), '2026-Q3')).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('names every code that can need it', () => {
    const severe = [
      'account.headline',
      'actions.portfolio',
      'commitment.stays-in-cell',
      'congruence.falls',
      'data.coverage',
      'dependence.cover-short',
      'growth.revenue',
      'kaism.movements',
      'kpi.nps-changed',
      'lifetime.moved',
      'movements.roster',
      'phase.changed',
      'phase.current',
      'portfolio.attention-clients',
      'portfolio.lost-customers',
      'portfolio.revenue-gaps',
      'ranking.boundary-tie',
      'return.spend',
      'return.trend',
      'risks.control',
      'risks.exposure',
      'robustness.weight-decides',
      'segments.unmatched',
    ];
    expect(severe.filter(code => !recommendations.some(one => one === code))).toEqual([]);
  });
});
