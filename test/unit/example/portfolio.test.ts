import { describe, expect, it } from 'vitest';
import { diagnostics, rounded, rowsOf, workspace } from './example.ts';

/** January to September in thousands of euros, 2026 and 2025: table 2 of the design. */
const revenue: Readonly<Record<string, readonly [number, number | null]>> = {
  'siderurgica-palancia': [12480, 11310],
  'morteros-maestrat': [7960, 8415],
  'aceros-montgo': [6215, 5480],
  'aguas-del-serpis': [4870, 4325],
  'papelera-clariano': [4105, 4260],
  'prefabricados-jucar-sur': [3515, 3015],
  'hidrogestion-cabriel': [2985, 2410],
  'alto-magro': [2640, 2495],
  'fundiciones-irati': [2310, 2890],
  'firmes-requena': [1985, 2120],
  'cartones-delta-ebro': [1745, 1385],
  'potabilizadora-mijares': [1465, 1390],
  'agroenmiendas-mancha-este': [1240, 1095],
  'constructora-penagolosa': [1120, 1460],
  'aglomerados-vinalopo': [965, 910],
  'depuradora-safor': [880, 845],
  'citricola-albaida': [745, 690],
  'celulosas-bajo-cinca': [690, null],
  'laminados-turolenses': [610, 1240],
  'estabilizados-utiel': [540, 495],
  'fertilizantes-rambla-honda': [455, 470],
  'aguas-calderona': [390, 365],
  'enmiendas-turia-alto': [280, 305],
  'papeles-alcalaten': [85, 640],
};

const thousands = (amount: unknown): number | null =>
  typeof amount === 'number' ? Math.round(amount / 1000) : null;
const account = (id: string) => workspace.accounts.find(one => one.id === id);

describe('the portfolio of the example', () => {
  it('loads without a remark', () => {
    expect(diagnostics).toEqual([]);
  });

  it('has the revenue by customer that the review speaks of, in its order', () => {
    const rows = rowsOf('portfolio.customers').map(row => [
      row.account,
      [thousands(row.revenue), thousands(row.prior)],
    ]);
    expect(rows).toEqual(Object.entries(revenue));
  });

  it('adds up to 60.3 million, 3.9 % more, thanks to the key accounts alone', () => {
    expect(rounded('portfolio.revenue.total', 0) / 1e6).toBeCloseTo(60.275, 3);
    expect(rounded('portfolio.revenue.change', 3)).toBe(0.039);
    expect(rounded('portfolio.key.growth', 3)).toBe(0.073);
    expect(rounded('portfolio.other.growth', 3)).toBe(-0.049);
  });

  it('runs through the quarters as in the first figure, in millions', () => {
    const millions = (column: string) =>
      rowsOf('portfolio.quarters')
        .filter(row => String(row.period).startsWith('2026'))
        .map(row => Number((Number(row[column]) / 1e6).toFixed(1)));
    expect(millions('actual').slice(0, 3)).toEqual([19.3, 20.5, 20.5]);
    expect(millions('prior')).toEqual([18.9, 19.6, 19.5, 19.1]);
    expect(millions('plan')).toEqual([19, 20.2, 20.9, 20.1]);
    expect(millions('forecast').at(-1)).toBe(20.3);
  });

  it('holds the awkward cases', () => {
    const children = workspace.accounts.filter(one => one.parent === 'morteros-maestrat');
    expect(children).toHaveLength(3);
    expect(account('morteros-maestrat')?.history).toEqual({});
    expect(account('papeles-alcalaten')).toMatchObject({ status: 'lost', lost: { date: '2026-03-31' } });
    expect(account('celulosas-bajo-cinca')?.since).toBe('2026-02-02');
    expect(account('cartones-delta-ebro')?.currency).toBe('USD');
    expect(account('laminados-turolenses')?.strength).toEqual([]);
    expect(workspace.accounts.filter(one => one.status === 'prospect')).toHaveLength(4);
    expect(account('enmiendas-turia-alto')?.ratings).toEqual({});
  });

  it('counts the group as one customer', () => {
    expect(rounded('portfolio.customers.active', 0)).toBe(24);
    expect(rounded('portfolio.concentration.hhi', 0)).toBe(957);
    expect(rounded('portfolio.concentration.attention-count', 0)).toBe(3);
  });
});
