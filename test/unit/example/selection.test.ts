import { describe, expect, it } from 'vitest';
import { rounded, rowsOf, workspace } from './example.ts';

const position = (id: string) => rowsOf('portfolio.kaism').find(row => row.account === id);

describe('the selection of key accounts in the example', () => {
  it('places sixteen customers, and moves four of them', () => {
    expect(rowsOf('portfolio.kaism')).toHaveLength(16);
    const moved = rowsOf('portfolio.kaism')
      .filter(row => row.moved)
      .map(row => [row.account, row.quadrantPrior, row.quadrant]);
    expect(moved.sort()).toEqual([
      ['fundiciones-irati', 'development', 'opportunistic'],
      ['hidrogestion-cabriel', 'development', 'key'],
      ['papelera-clariano', 'key', 'maintenance'],
      ['prefabricados-jucar-sur', 'development', 'key'],
    ]);
  });

  it.each([
    ['siderurgica-palancia', 8.1, 7.6],
    ['morteros-maestrat', 5.9, 7.7],
    ['aceros-montgo', 9, 6.6],
    ['hidrogestion-cabriel', 8, 5.7],
    ['papelera-clariano', 5.2, 6.1],
    ['alto-magro', 4.7, 7.6],
    ['fundiciones-irati', 4.9, 3.8],
  ])('puts %s where the review draws it', (id, attractiveness, strength) => {
    expect(Number(position(id)?.attractiveness)).toBeCloseTo(attractiveness, 1);
    expect(Number(position(id)?.strength)).toBeCloseTo(strength, 1);
  });

  it('would not admit two of the eight key accounts today', () => {
    const below = rowsOf('portfolio.ranking').filter(row => row.key && !row.inKeySet);
    expect(below.map(row => row.account)).toEqual(['papelera-clariano', 'alto-magro']);
    expect(rounded('programme.phase.re-evaluation.below', 0)).toBe(2);
  });

  it('ranks Cabriel fourth with 7.80 points, in a near-tie with Celulosas Bajo Cinca', () => {
    const [newcomer, cabriel] = rowsOf('portfolio.ranking').slice(2, 4);
    expect([newcomer?.account, cabriel?.account]).toEqual(['celulosas-bajo-cinca', 'hidrogestion-cabriel']);
    expect(rounded('account.hidrogestion-cabriel.score.total', 1)).toBe(7.8);
    const difference = Number(newcomer?.score) - Number(cabriel?.score);
    expect(difference).toBeLessThan(workspace.program.scoring?.nearTie ?? 0);
  });

  it('gives an account with a missing rating a range of scores', () => {
    const row = rowsOf('portfolio.ranking').find(one => one.account === 'laminados-turolenses');
    expect(Number(row?.high)).toBeGreaterThan(Number(row?.low));
  });

  it('spends hours as the first decision says', () => {
    const year = ['2026-Q1', '2026-Q2', '2026-Q3'];
    const hours = (ids?: readonly string[]): number =>
      workspace.accounts
        .filter(({ id }) => ids === undefined || ids.includes(id))
        .flatMap(({ history }) => year.map(period => history[period]?.hours ?? 0))
        .reduce((total, one) => total + one, 0);
    expect(hours(['papelera-clariano', 'alto-magro']) / hours()).toBeCloseTo(0.239, 3);
    expect(hours(['hidrogestion-cabriel']) / hours()).toBeCloseTo(0.023, 3);
  });
});
