import { expect, it } from 'vitest';
import { buildTable } from '../../../src/document/table.ts';
import type { Column, Row } from '../../../src/model/series.ts';
import { context, texts } from './table-fixture.ts';

it('lays a column across: rows with the same head become one, and a row without a value there stays empty', () => {
  const long: readonly Column[] = [
    { id: 'account', kind: 'account' },
    { id: 'criterion', kind: 'text' },
    { id: 'points', kind: 'measure', unit: 'score', precision: 1 },
  ];
  const rows: Row[] = [
    { account: 'c0', criterion: { es: 'Coste {{x}}', en: 'Cost' }, points: 3 },
    { account: 'c0', criterion: { es: 'Pago', en: 'Payment' }, points: null },
    { account: 'c1', criterion: { es: 'Coste {{x}}', en: 'Cost' }, points: 4 },
  ];
  const table = buildTable(
    { id: 'portfolio.contributions', columns: long, rows, inputs: [] },
    {
      scale: 1,
      footnotes: [],
      wide: false,
      columns: ['account'],
      across: { column: 'criterion', cell: 'points', as: 'text', total: true },
    },
    context,
  );
  expect(table.columns.map(({ title }) => title)).toEqual(['Cliente', 'Coste {{x}}', 'Pago']);
  expect(texts(table)).toEqual([
    ['c0', '3,0', '–'],
    ['c1', '4,0', ''],
    ['Total', '7,0', '–'],
  ]);
});

it('explains a cell that was laid across by its own figure, and the row by all that it was made from', () => {
  const long: readonly Column[] = [
    { id: 'account', kind: 'account' },
    { id: 'kind', kind: 'text' },
    { id: 'share', kind: 'measure', unit: 'share', precision: 1, figure: 'account.{account}.{kind}' },
    { id: 'prior', kind: 'measure', unit: 'share', precision: 1 },
  ];
  const rows: Row[] = ['share', 'revenue'].map(kind => ({ account: 'c0', kind, share: 0.5, prior: 0.5 }));
  const { cells } =
    buildTable(
      { id: 'x', columns: long, rows, inputs: [], rowInputs: [['account.c0.share'], ['account.c0.revenue']] },
      {
        scale: 1,
        footnotes: [],
        wide: false,
        columns: ['account', 'prior'],
        across: { column: 'kind', cell: 'share', as: 'text' },
      },
      context,
    ).rows[0] ?? {};
  expect(cells?.map(({ figure }) => figure)).toEqual([
    undefined,
    undefined,
    'account.c0.share',
    'account.c0.revenue',
  ]);
  expect(context.collected.rows.get('x#1')?.inputs).toEqual(['account.c0.share', 'account.c0.revenue']);
});

it('prints the points between two percentages to the decimal of the column', () => {
  const share = (id: string): Column => ({ id, kind: 'measure', unit: 'share', precision: 1 });
  const table = buildTable(
    {
      id: 'kpi.segments',
      columns: [
        { id: 'account', kind: 'account' },
        share('prior'),
        share('value'),
        { id: 'change', kind: 'measure', unit: 'index', precision: 1, signed: true },
      ],
      rows: [{ account: 'c0', prior: 0.6923, value: 0.6617, change: -0.0306, changeUnit: 'points' }],
      inputs: [],
    },
    {
      scale: 1,
      footnotes: [],
      wide: false,
      differences: { change: { from: 'prior', to: 'value', causes: [] } },
    },
    context,
  );
  expect(texts(table)).toEqual([['c0', '69,2', '66,2', '−3,0']]);
});

it('prints a difference as that of the values printed beside it, in the sums and among their causes too', () => {
  const money = (id: string): Column => ({ id, kind: 'measure', unit: 'money:EUR', precision: 0 });
  const rows: Row[] = [
    {
      account: 'c0',
      prior: 563_400,
      revenue: 594_600,
      change: 31_200,
      inputsEffect: 20_600,
      weightsEffect: 10_600,
    },
    {
      account: 'c1',
      prior: 1_000_300,
      revenue: 900_000,
      change: -100_300,
      inputsEffect: -100_300,
      weightsEffect: 0,
    },
    { account: 'c2', prior: 1_000_000, revenue: null, change: null, inputsEffect: null, weightsEffect: null },
  ];
  const table = buildTable(
    {
      id: 'portfolio.customers',
      columns: [
        { id: 'account', kind: 'account' },
        ...['prior', 'revenue', 'change', 'inputsEffect', 'weightsEffect'].map(money),
      ],
      rows,
      inputs: [],
    },
    {
      scale: 1000,
      footnotes: [],
      wide: false,
      total: ['prior', 'revenue', 'change'],
      differences: { change: { from: 'prior', to: 'revenue', causes: ['inputsEffect', 'weightsEffect'] } },
    },
    context,
  );
  expect(texts(table)).toEqual([
    ['c0', '564', '595', '31', '21', '10'],
    ['c1', '1000', '900', '−100', '−100', '0'],
    ['c2', '1000', '–', '–', '–', '–'],
    ['Total', '2564', '1495', '−1069', '', ''],
  ]);
});
