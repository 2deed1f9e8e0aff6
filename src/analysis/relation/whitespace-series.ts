import { compareIds } from '../../model/order.ts';
import type { Column, Row, Series } from '../../model/series.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { productLines, type Whitespace, type WhitespaceCell, whitespaces } from './whitespace.ts';
import { totalOfCells } from './whitespace-totals.ts';

const line: Column = { id: 'productLine', kind: 'word' };

/** `account.<id>.whitespace`: one row for each cell. */
export const whitespaceCells = (scope: Scope, { customer, cells }: Whitespace): Series => ({
  id: `account.${customer.id}.whitespace`,
  columns: [
    line,
    column.text('businessUnit'),
    column.term('state', 'whitespace'),
    column.term('origin', 'cell-origin'),
    column.term('contradicted', 'whitespace'),
    column.amount(scope, 'potential'),
    column.text('evidence'),
  ],
  rows: cells.map(cell => ({
    productLine: cell.line,
    businessUnit: cell.unit.name,
    state: cell.state,
    origin: cell.origin,
    contradicted: column.orMissing(cell.contradicted),
    potential: column.moneyCell(cell.potential),
    evidence: column.orMissing(cell.evidence),
  })),
  rowInputs: cells.map(({ inputs }) => inputs),
  inputs: cells.flatMap(({ inputs }) => inputs),
});

/** Units that a page is wide enough for. */
const unitsOnPage = 6;

/** The units that have a column of their own; the others share the last column. */
export const unitsShown = ({ units }: Whitespace): Whitespace['units'] =>
  units.length <= unitsOnPage ? units : units.slice(0, unitsOnPage);

/** `account.<id>.whitespace.matrix`: lines down, units across. */
export const whitespaceMatrix = (scope: Scope, matrix: Whitespace): Series => {
  const shown = unitsShown(matrix);
  const rows = matrix.lines.map(name => ({
    name,
    cells: matrix.cells.filter(cell => cell.line === name),
  }));
  return {
    id: `account.${matrix.customer.id}.whitespace.matrix`,
    columns: [
      line,
      ...shown.map((_, index) => column.term(`unit${index + 1}`, 'whitespace')),
      ...(shown.length < matrix.units.length ? [column.count('otherUnits')] : []),
      column.amount(scope, 'potential'),
    ],
    rows: rows.map(({ name, cells }) => ({
      productLine: name,
      ...Object.fromEntries(shown.map((unit, index) => [`unit${index + 1}`, stateIn(cells, unit)])),
      otherUnits: cells.filter(({ unit, state }) => state === 'have' && !shown.includes(unit)).length,
      potential: column.moneyCell(totalOfCells(cells).potential),
    })),
    rowInputs: rows.map(({ cells }) => cells.flatMap(({ inputs }) => inputs)),
    inputs: matrix.cells.flatMap(({ inputs }) => inputs),
  };
};

const stateIn = (cells: readonly WhitespaceCell[], unit: WhitespaceCell['unit']): string | null =>
  cells.find(cell => cell.unit === unit)?.state ?? null;

/** `portfolio.whitespace`: all matrices together, by line; where the most could come first. */
export const whitespaceByLine = (scope: Scope): Series => {
  const cells = scope.of(whitespaces).flatMap(matrix => matrix.cells);
  const rows = cells.length === 0 ? [] : scope.of(productLines).map(name => rowOf(name, cells));
  rows.sort((a, b) => b.order - a.order || compareIds(a.name, b.name));
  return {
    id: 'portfolio.whitespace',
    columns: [
      line,
      ...['haveCells', 'openCells', 'lostCells', 'whiteCells', 'notApplicableCells'].map(column.count),
      column.measure('penetration', 'share', 0),
      column.amount(scope, 'potential'),
      column.count('n'),
      column.count('of'),
    ],
    rows: rows.map(({ row }) => row),
    get rowInputs() {
      return rows.map(({ inputs }) => inputs);
    },
    get inputs() {
      return cells.flatMap(({ inputs }) => inputs);
    },
  };
};

const rowOf = (name: string, all: readonly WhitespaceCell[]) => {
  const total = totalOfCells(all.filter(cell => cell.line === name));
  const row: Row = {
    productLine: name,
    haveCells: total.counts.have,
    openCells: total.counts.open,
    lostCells: total.counts.lost,
    whiteCells: total.counts.white,
    notApplicableCells: total.counts['not-applicable'],
    penetration: column.orMissing(total.penetration),
    potential: column.moneyCell(total.potential),
    ...total.estimated,
  };
  return { name, row, order: total.potential?.toNumber() ?? 0, inputs: total.inputs };
};
