import { describe, expect, it } from 'vitest';
import { analyze } from '../../../../src/analysis/analyze.ts';
import { saidOf } from '../said.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';

const topics = ['commitment', 'phase', 'vision', 'kpi'];

/** Every finding of a workspace in every language, by code. */
const saidIn = (input: WorkspaceInput): Map<string, readonly string[]> => {
  const workspace = workspaceOf(input);
  return new Map(
    saidOf(analyze(workspace, '2026-Q3'), workspace)
      .filter(({ finding }) => topics.includes(finding.topic))
      .map(({ finding, messages, others }) => [
        finding.code,
        [...messages, ...others].filter(text => text !== ''),
      ]),
  );
};

const rated = (levels: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(levels).map(([period, level]) => [period, { level, date: '2026-01-15' }]),
  );
const evidence = (levels: Readonly<Record<string, number>>) => ({
  evidence: [{ id: 'e', dimension: 'systems' as const, statement: 'E', ratings: rated(levels) }],
});
const signal = (
  id: string,
  phase: 'momentum' | 'cost-of-doing-business',
  levels: Readonly<Record<string, number>>,
) => ({
  kind: 'rated' as const,
  id,
  text: id,
  for: [phase],
  ratings: rated(levels),
});
const quarters = (lastYear: number, before: number, now: number) => ({
  '2025-Q2': { revenue: lastYear },
  '2025-Q3': { revenue: lastYear },
  '2026-Q2': { revenue: before },
  '2026-Q3': { revenue: now },
});
const answers = (period: string, nps: number, times: number) => Array(times).fill({ period, nps, csat: 5 });

const workspaces: readonly WorkspaceInput[] = [
  {
    accounts: {
      a: { key: [{ from: '2026-Q1' }], history: quarters(10, 10, 12), ratings: { '2026-Q3': { fit: 3 } } },
    },
    scoring: { criteria: [{ id: 'fit', name: 'Fit', weight: 1 }], keySet: { threshold: 6 } },
    commitment: evidence({ '2025-Q1': 0.2 }),
    phase: {
      signals: [
        signal('a', 'momentum', { '2026-Q2': 0.9, '2026-Q3': 0.9 }),
        signal('b', 'cost-of-doing-business', { '2026-Q2': 0.2, '2026-Q3': 0.5 }),
        signal('c', 'momentum', {}),
      ],
    },
    statements: {
      vision: { text: { es: 'Solo 3 clientes', en: 'Only 3 customers' } },
      strategy: [{ id: 'line', text: 'Line' }],
    },
    kpis: { kpis: [{ kpi: 'customer-outcomes' }, { kpi: 'net-revenue-retention', target: 2 }] },
  },
  {
    accounts: { a: { key: [{ from: '2026-Q1' }], history: quarters(10, 10, 8), vision: { text: 'x' } } },
    settings: { basis: 'quarter' },
    commitment: evidence({ '2026-Q2': 0.3, '2026-Q3': 0.7 }),
    phase: {
      signals: [
        signal('a', 'momentum', { '2026-Q2': 0.9, '2026-Q3': 0.2 }),
        signal('b', 'cost-of-doing-business', { '2026-Q2': 0.2, '2026-Q3': 0.9 }),
      ],
    },
    kpis: {
      kpis: [
        { kpi: 'net-revenue-retention', target: 0.9 },
        { kpi: 'gross-revenue-retention', target: 1 },
        { kpi: 'churn', target: 0 },
      ],
    },
  },
  {
    accounts: {
      a: {
        history: quarters(10, 10, 10),
        surveys: [...answers('2025-Q3', 10, 5), ...answers('2026-Q3', 9, 4), ...answers('2026-Q3', 2, 1)],
      },
    },
    phase: {
      signals: [
        signal('a', 'momentum', { '2026-Q3': 0.5 }),
        signal('b', 'cost-of-doing-business', { '2026-Q3': 0.5 }),
      ],
    },
    statements: {
      mission: {
        text: 'Equipos para clientes clave, como socios',
        spans: [
          { aspect: 'customer-type', quote: 'clientes clave' },
          { aspect: 'relationship-type', quote: 'socios' },
          { aspect: 'organisational-approach', quote: 'Equipos' },
        ],
      },
    },
    kpis: { kpis: [{ kpi: 'csat', target: 0.9 }] },
  },
  {
    accounts: { a: { surveys: [...answers('2025-Q3', 10, 60), ...answers('2026-Q3', 1, 60)] } },
    kpis: {
      kpis: [
        { kpi: 'csat', target: 2 },
        { kpi: 'nps', target: 50 },
      ],
    },
  },
  {
    accounts: {
      a: { key: [{ from: '2026-Q1' }], history: quarters(10, 10, 10), surveys: answers('2026-Q3', 1, 3) },
    },
    commitment: evidence({ '2026-Q3': 0.6, '2026-Q2': 0.6 }),
    kpis: { kpis: [{ kpi: 'nps', target: 50 }] },
  },
];

describe('findings of programme and KPIs', () => {
  const said = workspaces.flatMap(input => [...saidIn(input)]);

  it.each([
    'commitment.enters-cell',
    'commitment.stays-in-cell',
    'commitment.named-without-depth',
    'commitment.jump',
    'commitment.weak-dimension',
    'commitment.unrated-dimension',
    'commitment.stale-evidence',
    'phase.current',
    'phase.changed',
    'phase.indeterminate',
    'phase.cost-rises',
    'phase.re-evaluation',
    'phase.signals-missing',
    'vision.passed',
    'vision.test-missing',
    'vision.restricts',
    'vision.orphans',
    'vision.accounts-incomplete',
    'kpi.all-met',
    'kpi.met',
    'kpi.targets',
    'kpi.targets-two',
    'kpi.base-grows',
    'kpi.base-shrinks',
    'kpi.nps-changed',
    'kpi.nps-within-margin',
    'kpi.not-available',
    'kpi.small-samples',
  ])('%s is said in Spanish and English', code => {
    const sentences = said.filter(([other]) => other === code).flatMap(([, texts]) => texts);
    expect(sentences.length).toBeGreaterThanOrEqual(4);
    expect(sentences.filter(text => /undefined|NaN|[{}]/.test(text))).toEqual([]);
  });
});
