import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { congruenceMethod } from '../../../../src/analysis/methods/congruence.ts';
import { type CongruenceElement, congruenceElements } from '../../../../src/model/congruence.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type Levels = Partial<Record<CongruenceElement, number | Readonly<Record<string, number>>>>;
type CongruenceInput = NonNullable<WorkspaceInput['congruence']>;

/** Maturities of the quarter under review, or of the quarters given. */
const rated = (levels: Levels, more: CongruenceInput = {}): WorkspaceInput => ({
  congruence: {
    ...more,
    maturities: Object.entries(levels).map(([element, level]) => ({
      element: element as CongruenceElement,
      ratings: Object.fromEntries(
        Object.entries(typeof level === 'number' ? { '2026-Q3': level } : level).map(([period, one]) => [
          period,
          { level: one, date: '2026-09-01', evidence: 'Seen' },
        ]),
      ),
    })),
  },
});
const run = (levels: Levels, more?: CongruenceInput, period?: string) =>
  runMethod(congruenceMethod, rated(levels, more), period);
const all = { strategy: 4, organisation: 3, 'human-resources': 3, 'systems-processes': 2 } as const;

describe('congruence worked by hand', () => {
  const found = run(all);

  it('reports the minimum, the spread and the weakest link, and no mean', () => {
    expect(found.figure('programme.congruence.minimum').value).toBe(2);
    expect(found.figure('programme.congruence.spread').value).toBe(2);
    expect(found.figure('programme.congruence.weakest').value).toBe('systems-processes');
    expect(found.results.figures.filter(({ value }) => value === 3).map(({ id }) => id)).toEqual([
      'programme.congruence.level.human-resources',
      'programme.congruence.level.organisation',
    ]);
  });

  it('has all six pairs', () => {
    expect(
      found.series('programme.congruence.pairs').rows.map(row => [row.elementA, row.elementB, row.pairGap]),
    ).toEqual([
      ['strategy', 'organisation', 1],
      ['strategy', 'human-resources', 1],
      ['strategy', 'systems-processes', 2],
      ['organisation', 'human-resources', 0],
      ['organisation', 'systems-processes', 1],
      ['human-resources', 'systems-processes', 1],
    ]);
  });

  it('holds each element against what the target cell needs: 4 for A, 3 for B', () => {
    const gaps = (target: 'A' | 'B') =>
      congruenceElements.map(
        element => run(all, { target }).figure(`programme.congruence.gap.${element}`).value,
      );
    expect(gaps('A')).toEqual([0, 1, 1, 2]);
    expect(gaps('B')).toEqual([0, 0, 0, 1]);
    expect(found.figure('programme.congruence.gap').value).toBe(2);
  });

  it('says which need was declared and which is the default', () => {
    const declared = run(all, { needed: { A: { strategy: 5 } } });
    expect(declared.figure('programme.congruence.gap.strategy').value).toBe(1);
    expect(declared.figure('programme.congruence.needed.strategy').assumptions).toEqual([
      expect.objectContaining({ name: 'congruence.needed.A.strategy', value: 5, source: expect.anything() }),
    ]);
    expect(declared.figure('programme.congruence.needed.organisation').assumptions).toEqual([
      { name: 'congruence.needed.A.organisation', value: 4 },
    ]);
  });

  it('names those that tie at the minimum', () => {
    const tie = run({ ...all, organisation: 2 });
    expect(tie.figure('programme.congruence.weakest').value).toBe('several');
    expect(
      tie
        .series('programme.congruence.elements')
        .rows.filter(({ weakest }) => weakest)
        .map(({ element }) => element),
    ).toEqual(['organisation', 'systems-processes']);
    expect(tie.finding('congruence.weakest-several')?.params).toMatchObject({
      elements: { value: 2 },
      element: { code: 'organisation' },
      second: { code: 'systems-processes' },
      others: { value: 0 },
    });
  });
});

describe('the target cell', () => {
  const stage = (id: string, from: 'D' | 'B', to: 'B' | 'A', start?: string) => ({
    id,
    name: id,
    from,
    to,
    planned: { start: '2026-Q1', end: '2026-Q4' },
    ...(start === undefined ? {} : { actual: { start } }),
  });
  const targetOf = (stages: ReturnType<typeof stage>[]) =>
    runMethod(congruenceMethod, { ...rated(all), adoption: { stages } }).figure('programme.congruence.target')
      .value;

  it('is that of the last stage that has begun, and A without a path', () => {
    expect(targetOf([stage('pilot', 'D', 'B', '2026-Q1'), stage('more', 'B', 'A')])).toBe('B');
    expect(targetOf([stage('pilot', 'D', 'B', '2026-Q1'), stage('more', 'B', 'A', '2026-Q3')])).toBe('A');
    expect(targetOf([])).toBe('A');
  });
});

describe('ratings that are missing', () => {
  it('leave a range for minimum and spread, and are no level 1', () => {
    const found = run({ strategy: 4, organisation: 3 });
    expect(found.figure('programme.congruence.minimum')).toMatchObject({
      value: 3,
      interval: { low: 1, high: 3, kind: 'possible' },
      coverage: { n: 2, of: 4 },
    });
    expect(found.figure('programme.congruence.spread').interval).toEqual({
      low: 1,
      high: 4,
      kind: 'possible',
    });
    expect(found.figure('programme.congruence.level.systems-processes').unavailable?.code).toBe(
      'element-not-rated',
    );
    expect(found.figure('programme.congruence.pair.strategy.systems-processes').unavailable?.code).toBe(
      'pair-not-rated',
    );
    expect(found.finding('congruence.unrated')?.params).toMatchObject({ rated: { value: 2 } });
    expect(found.finding('congruence.agrees')).toBeUndefined();
  });

  it('leave nothing to say where there is none, and no spread where there is one', () => {
    const none = run({});
    expect(none.figure('programme.congruence.minimum').unavailable?.code).toBe('no-maturities');
    expect(none.series('programme.congruence.elements').rows).toEqual([]);
    expect(none.results.findings).toEqual([]);
    const one = run({ strategy: 2 });
    expect(one.figure('programme.congruence.minimum').value).toBe(2);
    expect(one.figure('programme.congruence.spread').unavailable?.code).toBe('too-few-maturities');
  });

  it('are carried forward, never back', () => {
    const levels = { ...all, strategy: { '2026-Q1': 2, '2026-Q3': 4 } };
    const strategyIn = (period: string) =>
      run(levels, {}, period).figure('programme.congruence.level.strategy').value;
    expect(['2025-Q4', '2026-Q2', '2026-Q3'].map(strategyIn)).toEqual([undefined, 2, 4]);
    expect(
      run(levels)
        .series('programme.congruence.trail')
        .rows.map(row => [row.period, row.strategy]),
    ).toEqual([
      ['2026-Q1', 2],
      ['2026-Q2', 2],
      ['2026-Q3', 4],
    ]);
  });
});

describe('what congruence says', () => {
  it('agrees only where all are rated, near each other and at the level needed', () => {
    const level = (value: number) =>
      run(Object.fromEntries(congruenceElements.map(element => [element, value])) as Levels);
    expect(level(4).finding('congruence.agrees')).toBeDefined();
    expect(level(3).finding('congruence.agrees')).toBeUndefined();
    expect(level(3).finding('congruence.weakest-several')?.params.elements).toMatchObject({ value: 4 });
  });

  it('warns from the declared spread on, and of a maturity that falls', () => {
    expect(run(all).finding('congruence.spread')?.params).toMatchObject({
      ahead: { code: 'strategy' },
      behind: { code: 'systems-processes' },
    });
    expect(run(all, { spreadLine: 3 }).finding('congruence.spread')).toBeUndefined();
    const falls = run({ ...all, strategy: { '2026-Q2': 5, '2026-Q3': 4 } });
    expect(falls.finding('congruence.falls')?.params).toMatchObject({
      element: { code: 'strategy' },
      before: { value: 5 },
      now: { value: 4 },
    });
    expect(run(all).finding('congruence.falls')).toBeUndefined();
  });
});

describe('properties of congruence', () => {
  const level = fc.integer({ min: 1, max: 5 });
  const four = fc.tuple(level, level, level, level);

  it('has a spread that is the widest pair, and a minimum under which nothing lies', () => {
    fc.assert(
      fc.property(four, levels => {
        const found = run(
          Object.fromEntries(congruenceElements.map((element, index) => [element, levels[index]])) as Levels,
        );
        const pairs = found.series('programme.congruence.pairs').rows.map(({ pairGap }) => Number(pairGap));
        expect(pairs).toHaveLength(6);
        expect(found.figure('programme.congruence.spread').value).toBe(Math.max(...pairs));
        expect(found.figure('programme.congruence.minimum').value).toBe(Math.min(...levels));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps the truth within the possible range, whichever ratings are missing', () => {
    fc.assert(
      fc.property(four, fc.subarray([...congruenceElements], { minLength: 2 }), (levels, known) => {
        const truth = congruenceElements.map((element, index) => [element, levels[index]] as const);
        const whole = run(Object.fromEntries(truth) as Levels);
        const part = run(Object.fromEntries(truth.filter(([element]) => known.includes(element))) as Levels);
        for (const name of ['minimum', 'spread']) {
          const value = Number(whole.figure(`programme.congruence.${name}`).value);
          const figure = part.figure(`programme.congruence.${name}`);
          const { low, high } = figure.interval ?? { low: Number(figure.value), high: Number(figure.value) };
          expect(value).toBeGreaterThanOrEqual(low);
          expect(value).toBeLessThanOrEqual(high);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('old ratings', () => {
  const levels = { strategy: { '2025-Q3': 3 }, organisation: { '2025-Q4': 3 } };

  it('are those of four quarters ago or more, or as declared', () => {
    const found = run(levels);
    expect(found.figure('programme.congruence.stale')).toMatchObject({
      value: 1,
      coverage: { n: 2, of: 4 },
      assumptions: [{ name: 'congruence.staleAfter', value: 4 }],
    });
    expect(found.finding('congruence.stale')).toMatchObject({
      figures: ['programme.congruence.stale'],
      params: { stale: { value: 1 }, quarters: { value: 4 } },
    });
    expect(run(levels, { staleAfter: 3 }).figure('programme.congruence.stale').value).toBe(2);
    expect(run(levels, { staleAfter: 5 }).finding('congruence.stale')).toBeUndefined();
  });
});
