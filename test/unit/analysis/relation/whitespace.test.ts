import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whitespace } from '../../../../src/analysis/methods/whitespace.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type Accounts = NonNullable<WorkspaceInput['accounts']>;

const key = [{ from: '2024-Q1' }];
const products = [
  { id: 'lump', name: 'Lump', line: 'Quicklime' },
  { id: 'milk', name: 'Milk', line: 'Milk of lime' },
  { id: 'audit', name: 'Audit', line: 'Services' },
  { id: 'odd', name: 'Odd' },
];
const units = [
  { id: 'north', name: 'North' },
  { id: 'south', name: 'South' },
];
const run = (accounts: Accounts) => runMethod(whitespace, { accounts, products });
const statesOf = (found: ReturnType<typeof run>, id = 'a'): Record<string, unknown> =>
  Object.fromEntries(
    found
      .series(`account.${id}.whitespace`)
      .rows.map(row => [`${String(row.productLine)} ${String(row.businessUnit)}`, row.state]),
  );

describe('cells of the whitespace matrix', () => {
  const found = run({
    a: {
      key,
      units,
      contracts: [{ id: 'c', product: 'lump', unit: 'north', start: '2026-01-01', end: '2026-12-31' }],
      opportunities: [
        { product: 'lump', unit: ['north', 'south'], stage: 'lost', closed: '2025-05-01' },
        { product: 'milk', unit: 'south', stage: 'lost', closed: '2025-05-01' },
        { product: 'milk', unit: 'south', stage: 'open', opened: '2026-08-01' },
        { product: 'audit', stage: 'open' },
        { product: 'odd', unit: 'north', stage: 'won', closed: '2026-02-01' },
      ],
      whitespace: [
        { line: 'Milk of lime', unit: 'south', potential: 500 },
        { line: 'Services', state: 'not-applicable' },
        { line: 'Quicklime', unit: 'south', potential: 250, state: 'open' },
      ],
    },
  });

  it('are had before open, open before lost, and white where nothing is recorded', () => {
    expect(statesOf(found)).toEqual({
      'Milk of lime North': 'white',
      'Milk of lime South': 'open',
      'Quicklime North': 'have',
      'Quicklime South': 'open',
      'Services North': 'not-applicable',
      'Services South': 'not-applicable',
    });
  });

  it('follow what was declared, and say where the records disagree', () => {
    const row = found
      .series('account.a.whitespace')
      .rows.find(one => one.productLine === 'Quicklime' && one.businessUnit === 'South');
    expect(row).toMatchObject({ state: 'open', origin: 'declared', contradicted: 'lost' });
    expect(found.results.findings.find(({ code }) => code === 'whitespace.account')?.severity).toBe(
      'attention',
    );
  });

  it('count penetration of the applicable ones, and sum the potential with its coverage', () => {
    expect(found.figure('account.a.whitespace.have').value).toBe(1);
    expect(found.figure('account.a.whitespace.penetration').value).toBe(0.25);
    expect(found.figure('account.a.whitespace.penetration').coverage).toEqual({ n: 4, of: 6 });
    expect(found.figure('account.a.whitespace.potential').value).toBe(750);
    expect(found.figure('account.a.whitespace.potential').coverage).toEqual({ n: 2, of: 3 });
  });

  it('do not guess the unit or the line of a record', () => {
    expect(found.figure('account.a.whitespace.unplaced').value).toBe(2);
    expect(found.figure('account.a.whitespace.unplaced').coverage).toEqual({ n: 4, of: 6 });
  });

  it('make a matrix of lines by units, with the names of the units as figures', () => {
    expect(found.series('account.a.whitespace.matrix').rows[1]).toMatchObject({
      productLine: 'Quicklime',
      unit1: 'have',
      unit2: 'open',
      potential: 250,
    });
    expect(found.figure('account.a.whitespace.unit-2').value).toBe('South');
  });
});

describe('units of a customer', () => {
  it('is one where none is declared', () => {
    const found = run({
      a: { key, contracts: [{ id: 'c', product: 'milk', start: '2026-01-01', end: '2026-09-30' }] },
    });
    expect(statesOf(found)).toEqual({
      'Milk of lime a': 'have',
      'Quicklime a': 'white',
      'Services a': 'white',
    });
  });

  it('are the companies of a group that buy, not the holding', () => {
    const history = { '2026-Q3': { revenue: 1 } };
    const found = run({
      a: { key },
      b: {
        parent: 'a',
        history,
        contracts: [{ id: 'c', product: 'milk', start: '2026-01-01', end: '2026-12-31' }],
      },
      c: { parent: 'a', history },
    });
    expect(Object.keys(statesOf(found))).toHaveLength(6);
    expect(statesOf(found)).toMatchObject({ 'Milk of lime b': 'have', 'Milk of lime c': 'white' });
  });

  it('beyond six share a column, so that the page is wide enough', () => {
    const many = Array.from({ length: 8 }, (_, index) => ({ id: `u${index}`, name: `U${index}` }));
    const contracts = [{ id: 'c', product: 'milk', unit: 'u7', start: '2026-01-01', end: '2026-12-31' }];
    const found = run({ a: { key, units: many, contracts } });
    expect(found.series('account.a.whitespace.matrix').rows[0]).toMatchObject({
      unit6: 'white',
      otherUnits: 1,
    });
    expect(found.series('account.a.whitespace.matrix').columns.map(({ id }) => id)).not.toContain('unit7');
  });
});

describe('contracts that ended', () => {
  it.each([
    ['renewed', 'have'],
    ['lost', 'lost'],
    ['pending', 'open'],
    ['not-due', 'white'],
  ] as const)('%s, leave the cell %s', (renewal, state) => {
    const contracts = [{ id: 'c', product: 'milk', start: '2024-01-01', end: '2025-12-31', renewal }];
    expect(statesOf(run({ a: { key, contracts } }))['Milk of lime a']).toBe(state);
  });
});

describe('whitespace with nothing to show', () => {
  it('is silent without product lines or accounts', () => {
    expect(runMethod(whitespace, { accounts: { a: { key } } }).results.figures).toEqual([]);
    expect(run({}).results.figures).toEqual([]);
  });

  it('has no penetration where every line is ruled out, and no potential where nobody estimated one', () => {
    const ruledOut = ['Quicklime', 'Milk of lime', 'Services'].map(line => ({
      line,
      state: 'not-applicable' as const,
    }));
    const found = run({ a: { key, whitespace: ruledOut } });
    expect(found.figure('account.a.whitespace.penetration').unavailable?.code).toBe('no-applicable-cells');
    expect(found.figure('account.a.whitespace.potential').unavailable?.code).toBe('no-potential');
  });
});

it('counts every cell once: by line they add up to the matrices', () => {
  const stage = fc.constantFrom('open' as const, 'prospecting' as const);
  const record = fc.record({ product: fc.constantFrom('lump', 'milk', 'audit'), stage });
  fc.assert(
    fc.property(fc.array(fc.array(record, { maxLength: 4 }), { minLength: 1, maxLength: 4 }), lists => {
      const found = run(
        Object.fromEntries(lists.map((opportunities, index) => [`a${index}`, { key, opportunities }])),
      );
      const { rows } = found.series('portfolio.whitespace');
      const sum = (column: string): number => rows.reduce((total, row) => total + Number(row[column]), 0);
      expect(sum('haveCells') + sum('openCells') + sum('lostCells') + sum('whiteCells')).toBe(
        lists.length * 3,
      );
      expect(sum('openCells')).toBe(found.figure('portfolio.whitespace.open').value);
    }),
    { numRuns: 30 },
  );
});

describe('what is said of the matrix of an account', () => {
  it('names what to offer first, what was lost, and where the records disagree', () => {
    const found = run({
      a: {
        key,
        units,
        contracts: [{ id: 'c', product: 'lump', unit: 'north', start: '2026-01-01', end: '2026-12-31' }],
        opportunities: [{ product: 'milk', unit: 'south', stage: 'lost', closed: '2025-05-01' }],
        whitespace: [
          { line: 'Milk of lime', unit: 'north', potential: 500 },
          { line: 'Services', unit: 'south', potential: 800 },
          { line: 'Quicklime', unit: 'north', state: 'lost' },
        ],
      },
    });
    expect(found.finding('whitespace.account')?.params).toMatchObject({
      hasBest: { text: 'yes' },
      best: { lines: [{ line: 'Services', unit: 'South' }] },
      bestPotential: { value: 800 },
      contradictedCells: { lines: [{ line: 'Quicklime', unit: 'North' }] },
    });
  });

  it('names no unit where there is only one', () => {
    const found = run({ a: { key, whitespace: [{ line: 'Services', potential: 9 }] } });
    expect(found.finding('whitespace.account')?.params.best).toEqual({
      kind: 'lines',
      lines: [{ line: 'Services' }],
    });
  });
});
