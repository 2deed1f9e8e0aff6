import { expect, it } from 'vitest';
import type { Table } from '../../../src/document/model.ts';
import { buildTable } from '../../../src/document/table.ts';
import type { Column, Row } from '../../../src/model/series.ts';
import { column, columns, context, rowsOf, tableOf, texts } from './table-fixture.ts';

it('counts the rows that the limit cuts off, and sums them', () => {
  const table = tableOf(rowsOf([50, 40, 30, 20, 10, 5, 3, 2]), { limit: 3 });
  expect(texts(table)).toEqual([
    ['c0', '50', '1', '12,5'],
    ['c1', '40', '1', '12,5'],
    ['c2', '30', '1', '12,5'],
    ['y 5 cuentas más', '40', '5', '62,5'],
    ['Total', '160', '8', '100,0'],
  ]);
});

it('prints parts that add up to the printed total, the rest among them', () => {
  const table = tableOf(rowsOf([1400, 1400, 1400, 1400, 1400, 1400, 1400]), { limit: 2, scale: 1000 });
  const [first, second, rest, total] = column(table, 1);
  expect(Number(first) + Number(second) + Number(rest)).toBe(total);
  expect(total).toBe(10);
});

it('leaves nothing out where that would be fewer than five rows', () => {
  const names = texts(tableOf(rowsOf([6, 5, 4, 3, 2, 1]), { limit: 2 })).map(([name]) => name);
  expect(names).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'Total']);
});

it.each([
  [
    'keeps the rows that the findings of its section name',
    false,
    ['c0', 'c1', 'c6', 'y 5 cuentas más', 'Total'],
  ],
  ['shows no smaller row after a ranking, whoever is named', true, ['c0', 'c1', 'y 6 cuentas más', 'Total']],
])('%s', (_, ranked, expected) => {
  context.collected.named.add('c6');
  const table = tableOf(rowsOf([8, 7, 6, 5, 4, 3, 2, 1]), { limit: 2, ranked });
  context.collected.named.clear();
  expect(texts(table).map(([name]) => name)).toEqual(expected);
});

it('keeps one row of who is named and has several', () => {
  const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((revenue, index) => ({
    account: index < 3 ? 'c0' : 'c1',
    revenue,
    prior: 1,
    share: 0.1,
  }));
  context.collected.named.add('c0').add('c1');
  const names = texts(tableOf(rows, { limit: 2 })).map(([name]) => name);
  context.collected.named.clear();
  expect(names).toEqual(['c0', 'c0', 'c1', 'y 6 más', 'Total']);
});

it('counts what it cuts where nothing is summed too', () => {
  const table = buildTable(
    { id: 'portfolio.customers', columns, rows: rowsOf([7, 6, 5, 4, 3, 2, 1]), inputs: [] },
    { scale: 1, footnotes: [], wide: false, limit: 2 },
    context,
  );
  expect(texts(table).map(([name]) => name)).toEqual(['c0', 'c1', 'y 5 cuentas más']);
});

it('does not count rows as customers where one customer has several', () => {
  const rows = [7, 6, 5, 4, 3, 2, 1].map(revenue => ({ account: 'c0', revenue, prior: 1, share: 1 / 7 }));
  expect(texts(tableOf(rows, { limit: 2 })).at(2)?.[0]).toBe('y 5 más');
});

it('says that a column is not on record instead of showing it, and adds up no zero from nothing', () => {
  const table = tableOf(rowsOf([2, 1], null), {});
  expect(table.columns.map(({ id }) => id)).toEqual(['account', 'revenue', 'share']);
  expect(table.footnotes).toEqual(['Dato aún sin anotar: año anterior.']);
  const cut = tableOf([...rowsOf([2, null, null, null, null, null])], { limit: 1 });
  expect(
    texts(cut)
      .slice(1)
      .map(([, revenue]) => revenue),
  ).toEqual(['–', '2']);
});

it('gives the room of columns left out to the names of the rows', () => {
  const widths = (rows: readonly Row[]): unknown[] =>
    tableOf(rows, {
      columns: [
        { id: 'account', as: 'text', width: 40 },
        { id: 'revenue', as: 'text', width: 20 },
        { id: 'prior', as: 'text', width: 20 },
      ],
    }).columns.map(({ width }) => width);
  expect(widths(rowsOf([1, 2]))).toEqual([40, 20, 20]);
  expect(widths(rowsOf([1, 2], null))).toEqual([undefined, 20]);
});

it('says below a cell why the figure of its row has no value', () => {
  const series = {
    id: 'kpi.scorecard',
    columns: [
      { id: 'kpi', kind: 'term', vocabulary: 'kpi' },
      { id: 'value', kind: 'measure', unit: 'index', precision: 1 },
    ] satisfies Column[],
    rows: [{ kpi: 'nps', value: 1 }],
    inputs: [],
  };
  const { rows } = buildTable(
    series,
    { scale: 1, footnotes: [], wide: false, columns: [{ id: 'kpi', as: 'text', figure: 'kpi.*.value' }] },
    context,
  );
  expect(rows[0]?.cells[0]?.detail).toBe(
    context.locale.reason(context.analysis.figures.get('kpi.nps.value')?.unavailable ?? { code: '' }),
  );
});

it('prints nothing below a cell for which nothing is recorded', () => {
  const detailed = (detail: string | null): Table =>
    buildTable(
      {
        id: 'portfolio.customers',
        columns: [columns[0] as Column, { id: 'note', kind: 'text' }],
        rows: [{ account: 'c0', note: detail }],
        inputs: [],
      },
      { scale: 1, footnotes: [], wide: false, columns: [{ id: 'account', as: 'text', detail: 'note' }] },
      context,
    );
  expect(detailed(null).rows[0]?.cells[0]?.detail).toBeUndefined();
  expect(detailed('Steel').rows[0]?.cells[0]?.detail).toBe('Steel');
});

it('names in the head what stands below the texts of a column, where anything does', () => {
  const headOf = (owner: string | null): string | undefined =>
    buildTable(
      {
        id: 'portfolio.customers',
        columns: [columns[0] as Column, { id: 'owner', kind: 'text' }],
        rows: [{ account: 'c0', owner }],
        inputs: [],
      },
      { scale: 1, footnotes: [], wide: false, columns: [{ id: 'account', as: 'text', detail: 'owner' }] },
      context,
    ).columns[0]?.title;
  expect(headOf('Inés')).toBe(`${headOf(null)} · Responsable`);
});

it('groups four digits where the table has longer numbers, and only there', () => {
  const textsOf = (revenues: readonly number[]) =>
    texts(tableOf(rowsOf(revenues), {}))
      .slice(0, -1)
      .map(([, revenue]) => revenue);
  expect(textsOf([1234, 99])).toEqual(['1234', '99']);
  expect(textsOf([1234, 12_345])).toEqual(['1.234', '12.345']);
});

it('says below a table with pins what their heads mean, and their limits where there are any', () => {
  const keyOf = (limit: number | null): string | undefined =>
    buildTable(
      {
        id: 'kpi.scorecard',
        columns: [
          { id: 'kpi', kind: 'term', vocabulary: 'kpi' },
          { id: 'deviation', kind: 'measure', unit: 'share', precision: 1 },
          { id: 'deviationLimit', kind: 'measure', unit: 'share', precision: 1 },
        ],
        rows: [{ kpi: 'churn', deviation: 0.02, deviationLimit: limit, polarity: 'lower', status: 'near' }],
        inputs: [],
      },
      { scale: 1, footnotes: [], wide: false, columns: ['kpi', { id: 'deviation', as: 'pin' }] },
      context,
    ).footnotes[0];
  expect(keyOf(0.05)).toContain('límite de tolerancia');
  expect(keyOf(0.05)).not.toContain('desfavorable');
  expect(keyOf(null)).toContain('desfavorable');
  expect(keyOf(null)).not.toContain('tolerancia');
});

it('orders rows by columns, those without a value last, and cuts off only then', () => {
  const names = (table: Table): (string | undefined)[] =>
    texts(table).flatMap(([name]) => (name === 'Total' ? [] : name));
  const rows = rowsOf([3, null, 9, 9, 1]).map((row, index) => ({ ...row, prior: index }));
  expect(names(tableOf(rows, { order: ['-revenue', '-prior'], total: [] }))).toEqual([
    'c3',
    'c2',
    'c0',
    'c4',
    'c1',
  ]);
  expect(names(tableOf(rows, { order: ['revenue'], total: [] }))).toEqual(['c4', 'c0', 'c2', 'c3', 'c1']);
  const cut = tableOf(rowsOf([1, 2, 3, 4, 5, 6, 7, 8]), { order: ['-revenue'], limit: 2, total: [] });
  expect(names(cut).slice(0, 2)).toEqual(['c7', 'c6']);
});

it('says below the table, once for those that share it, why a figure of their rows has no value', () => {
  const of = (reason?: 'cell' | 'note'): Table =>
    tableOf(rowsOf([1, 2]), {
      total: [],
      columns: [{ id: 'account', as: 'text', figure: 'account.*.revenue-change', ...(reason && { reason }) }],
    });
  const details = ({ rows }: Table) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ detail }) => detail ?? []));
  const [why] = details(of());
  expect(details(of())).toHaveLength(2);
  expect(details(of('note'))).toEqual([]);
  expect(of('note').footnotes).toEqual([`c0 y c1: ${why?.replace('<', '&lt;').replace('>', '&gt;')}.`]);
});

it('leaves out rows without a value in the column that asks for one, and names them', () => {
  const table = tableOf(rowsOf([3, null, 2]), { recorded: 'revenue' });
  expect(texts(table).map(([name]) => name)).toEqual(['c0', 'c2', 'Total']);
  expect(table.footnotes[0]).toContain('c1');
  expect(texts(tableOf(rowsOf([null, null]), { recorded: 'revenue' }))).toEqual([]);
});

it('says of each row that has nothing in several columns what another column says', () => {
  const rows = rowsOf([3, null, 2], null);
  const table = tableOf(rows, { recorded: ['revenue', 'prior'], leftOut: 'share', total: ['revenue'] });
  expect(texts(table).map(([name]) => name)).toEqual(['c0', 'c2', 'Total']);
  expect(table.footnotes[0]).toBe('Sin fundamento anotado: c1 (33,3).');
});

it('says, once in a section, that it rounded a value another way so that columns add up, and only then', () => {
  const noteOf = (revenues: readonly number[], section: number) => {
    context.collected.section = section;
    return tableOf(rowsOf(revenues), { total: ['revenue'] }).footnotes;
  };
  expect(noteOf([1.5, 2, 3], 100)).toEqual([]);
  expect(noteOf([1.4, 1.4, 1.4], 100)).toHaveLength(1);
  expect(noteOf([1.4, 1.4, 1.4], 100)).toEqual([]);
  expect(noteOf([1.4, 1.4, 1.4], 101)).toHaveLength(1);
});

it('divides amounts of rows with a unit of their own, too', () => {
  const measures: readonly Column[] = [
    { id: 'balanceMeasure', kind: 'text' },
    { id: 'value', kind: 'measure', unit: 'index', precision: 1 },
  ];
  const rows = [
    { balanceMeasure: 'Ingresos', value: 7_854_953, unit: 'money:EUR', precision: 0 },
    { balanceMeasure: 'Horas', value: 1960, unit: 'hours', precision: 0 },
  ];
  const table = buildTable(
    { id: 'kam.ines.balance', columns: measures, rows, inputs: [] },
    { scale: 1000, footnotes: [], wide: false },
    context,
  );
  expect(texts(table)).toEqual([
    ['Ingresos', '7855'],
    ['Horas', '1960'],
  ]);
});

it('takes an effect that is printed as zero neither for good nor for bad', () => {
  const effects: readonly Column[] = [
    { id: 'criterion', kind: 'text' },
    { id: 'inputsEffect', kind: 'measure', unit: 'score', precision: 2, signed: true },
  ];
  const rows = [-0.0015, -0.2, 0.2].map(inputsEffect => ({ criterion: 'Coste', inputsEffect }));
  const table = buildTable(
    { id: 'account.c0.score-movement', columns: effects, rows, inputs: [] },
    {
      scale: 1,
      footnotes: [],
      wide: false,
      columns: ['criterion', { id: 'inputsEffect', as: 'text', tone: 'effect' }],
    },
    context,
  );
  expect(table.rows.map(({ cells }) => cells[1]?.tone)).toEqual([undefined, 'bad', 'good']);
});

it('draws a graphic in a column that is too narrow for it, and an empty bar where no value is above zero', () => {
  const table = buildTable(
    { id: 'portfolio.customers', columns, rows: rowsOf([0, -3]), inputs: [] },
    {
      scale: 1,
      footnotes: [],
      wide: false,
      columns: ['account', { id: 'revenue', as: 'share-bar', width: 2 }],
    },
    context,
  );
  const graphics = JSON.stringify(table).match(/<svg[^>]* width=\\"[^"]*"/g) ?? [];
  expect(graphics).toHaveLength(2);
  for (const graphic of graphics) expect(Number(/width=\\"([^\\]*)/.exec(graphic)?.[1])).toBeGreaterThan(10);
  expect(JSON.stringify(table)).not.toContain('NaN');
});
