import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitment } from '../../../../src/analysis/methods/commitment.ts';
import { breadth } from '../../../../src/analysis/programme/breadth.ts';
import { commitmentState, commitmentTrail } from '../../../../src/analysis/programme/commitment.ts';
import { depth } from '../../../../src/analysis/programme/depth.ts';
import { createScope } from '../../../../src/analysis/scope.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';

const scopeOf = (input: WorkspaceInput, period = '2026-Q3') => createScope(workspaceOf(input), period);

const rated = (level: number) => ({ level, date: '2026-01-15' });
type Evidence = NonNullable<NonNullable<WorkspaceInput['commitment']>['evidence']>[number];
const evidence = (
  id: string,
  dimension: Evidence['dimension'],
  levels: Readonly<Record<string, number>>,
): Evidence => ({
  id,
  dimension,
  statement: { es: `Hecho ${id}`, en: `Fact ${id}` },
  ratings: Object.fromEntries(Object.entries(levels).map(([period, level]) => [period, rated(level)])),
});

const buying = (revenue: number, key: string[] = []) => ({
  history: { '2026-Q2': { revenue }, '2026-Q3': { revenue } },
  key: key.map(from => ({ from })),
});

/** Ten customers, of which two are key until the second quarter and four from the third. */
const accounts = Object.fromEntries(
  Array.from({ length: 10 }, (_, index) => [
    `c${index}`,
    buying(100, index < 2 ? ['2026-Q1'] : index < 4 ? ['2026-Q3'] : []),
  ]),
);

describe('breadth', () => {
  it('is key customers of customers, with their share of revenue', () => {
    const result = scopeOf({ accounts: { ...accounts, c0: buying(1100, ['2026-Q1']) } }).of(breadth);
    expect(result).toMatchObject({ key: 4, customers: 10, value: 0.4 });
    expect(result.revenueShare).toBeCloseTo(1400 / 2000, 12);
  });

  it('counts a group once', () => {
    const group = { ...accounts, daughter: { ...buying(50), parent: 'c0' } };
    expect(scopeOf({ accounts: group }).of(breadth).customers).toBe(10);
  });

  it('does not exist without revenue', () => {
    expect(scopeOf({}).of(breadth).value).toBeUndefined();
    const figures = commitment.run(scopeOf({})).figures;
    expect(figures.find(({ id }) => id === 'programme.commitment.breadth')?.unavailable?.code).toBe(
      'no-revenue',
    );
  });
});

describe('depth', () => {
  it('is the mean of the dimensions, each the mean of its evidence', () => {
    const result = scopeOf({
      commitment: {
        evidence: [
          evidence('a', 'structures', { '2026-Q3': 0.8 }),
          evidence('b', 'structures', { '2026-Q3': 0.6 }),
          evidence('c', 'systems', { '2026-Q3': 0.4 }),
          evidence('d', 'people', { '2026-Q3': 0.55 }),
          evidence('e', 'finance', { '2026-Q3': 0.67 }),
        ],
      },
    }).of(depth);
    expect(result.value).toBeCloseTo((0.7 + 0.4 + 0.55 + 0.67) / 4, 12);
    expect(result).toMatchObject({ rated: 4, variety: 3 });
  });

  it('leaves a dimension without evidence out and says so', () => {
    const scope = scopeOf({
      commitment: {
        evidence: [
          evidence('a', 'structures', { '2026-Q3': 0.9 }),
          evidence('b', 'people', { '2026-Q3': 0.5 }),
          evidence('c', 'finance', { '2026-Q4': 1 }),
        ],
      },
    });
    const { figures } = commitment.run(scope);
    const figure = figures.find(({ id }) => id === 'programme.commitment.depth');
    expect(figure?.value).toBeCloseTo(0.7, 12);
    expect(figure?.coverage).toEqual({ n: 2, of: 4 });
    expect(figures.find(({ id }) => id === 'programme.commitment.dimension.finance')?.unavailable).toEqual({
      code: 'no-evidence',
    });
    expect(commitment.run(scope).findings.map(({ code }) => code)).toContain('commitment.unrated-dimension');
  });

  it('carries the last rating forward, never back', () => {
    const input = {
      commitment: { evidence: [evidence('a', 'systems', { '2025-Q4': 0.3, '2026-Q3': 0.6 })] },
    };
    expect(scopeOf(input, '2025-Q3').of(depth).value).toBeUndefined();
    expect(scopeOf(input, '2026-Q2').of(depth).value).toBe(0.3);
    expect(scopeOf(input, '2026-Q3').of(depth).value).toBe(0.6);
  });

  it('stays within 0–1 whatever the ratings, and does not depend on their order', () => {
    const dimensions = fc.constantFrom<Evidence['dimension']>('structures', 'systems', 'people', 'finance');
    const many = fc.array(fc.tuple(dimensions, fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 12,
    });
    const depthOf = (rows: [Evidence['dimension'], number][]) =>
      scopeOf({
        commitment: {
          evidence: rows.map(([dimension, level], i) => evidence(`e${i}`, dimension, { '2026-Q3': level })),
        },
      }).of(depth).value ?? Number.NaN;
    fc.assert(
      fc.property(many, rows => {
        expect(depthOf(rows)).toBeGreaterThanOrEqual(0);
        expect(depthOf(rows)).toBeLessThanOrEqual(1);
        expect(depthOf([...rows].reverse())).toBeCloseTo(depthOf(rows), 12);
      }),
      { numRuns: 40 },
    );
  });
});

describe('archetype', () => {
  const place = (breadthCut: number, level: number) =>
    scopeOf({
      accounts,
      commitment: { breadthCut, evidence: [evidence('a', 'systems', { '2026-Q3': level })] },
    }).of(commitmentState).archetype;

  it('follows the cuts, and a value on a cut is high', () => {
    expect(place(0.4, 0.5)).toBe('A');
    expect(place(0.41, 0.5)).toBe('B');
    expect(place(0.4, 0.49)).toBe('C');
    expect(place(0.41, 0.49)).toBe('D');
  });

  it('is not available without evidence of depth', () => {
    expect(scopeOf({ accounts }).of(commitmentState).archetype).toBeUndefined();
  });

  it('flags a jump from D to A, and not the path by B', () => {
    const jump = scopeOf({
      accounts,
      commitment: { evidence: [evidence('a', 'systems', { '2026-Q1': 0.2, '2026-Q3': 0.7 })] },
    });
    expect(jump.of(commitmentTrail).map(({ archetype }) => archetype)).toEqual([undefined, 'D', 'A']);
    expect(commitment.run(jump).findings.map(({ code }) => code)).toContain('commitment.jump');
    const path = scopeOf({
      accounts,
      commitment: { evidence: [evidence('a', 'systems', { '2026-Q1': 0.6, '2026-Q3': 0.7 })] },
    });
    expect(path.of(commitmentTrail).map(({ archetype }) => archetype)).toEqual([undefined, 'B', 'A']);
    expect(commitment.run(path).findings.map(({ code }) => code)).not.toContain('commitment.jump');
  });

  it('heads the page with the cell entered, the accounts and the falling depth', () => {
    const scope = scopeOf({
      accounts,
      commitment: { evidence: [evidence('a', 'systems', { '2026-Q1': 0.61, '2026-Q3': 0.58 })] },
    });
    const [first] = commitment.run(scope).findings;
    expect(first).toMatchObject({
      code: 'commitment.enters-cell',
      severity: 'attention',
      params: {
        cell: { text: 'A' },
        movement: { text: 'falls' },
        accounts: { value: 4 },
        depth: { value: 0.58 },
      },
    });
  });
});

describe('old ratings of evidence', () => {
  const found = (staleAfter?: number) =>
    commitment.run(
      scopeOf({
        accounts,
        commitment: {
          ...(staleAfter === undefined ? {} : { staleAfter }),
          evidence: [
            evidence('a', 'people', { '2025-Q3': 0.5 }),
            evidence('b', 'people', { '2025-Q4': 0.5 }),
            evidence('c', 'finance', { '2026-Q4': 0.5 }),
          ],
        },
      }),
    );
  const figure = (staleAfter?: number) =>
    found(staleAfter).figures.find(({ id }) => id === 'programme.commitment.stale');

  it('are those of four quarters ago or more, or as declared', () => {
    expect(figure()).toMatchObject({
      value: 1,
      coverage: { n: 2, of: 3 },
      assumptions: [{ name: 'commitment.staleAfter', value: 4 }],
    });
    expect(figure(3)?.value).toBe(2);
    const finding = found().findings.find(({ code }) => code === 'commitment.stale-evidence');
    expect(finding).toMatchObject({
      figures: ['programme.commitment.stale'],
      params: { quarters: { value: 4 } },
    });
    expect(found(5).findings.some(({ code }) => code === 'commitment.stale-evidence')).toBe(false);
  });
});
