import type { Finding, FindingParam } from '../../model/finding.ts';
import { amount, choice, count, finding, findingAbout } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { type Whitespace, type WhitespaceCell, whitespaces } from './whitespace.ts';
import { totalOfCells } from './whitespace-totals.ts';

/** Where the accounts could buy more, and where the records disagree with what was declared. */
export const whitespaceFindings = (scope: Scope): readonly Finding[] => {
  const matrices = scope.of(whitespaces);
  const cells = matrices.flatMap(matrix => matrix.cells);
  if (cells.length === 0) return [];
  const unplaced = matrices.reduce((total, matrix) => total + matrix.unplaced.length, 0);
  return [
    finding(
      'opportunities.whitespace',
      'notable',
      40,
      ['portfolio.whitespace.penetration', 'portfolio.whitespace.white', 'portfolio.whitespace.potential'],
      { ...paramsOf(scope, cells), accounts: count(matrices.length), unplaced: count(unplaced) },
    ),
    ...matrices.map(matrix =>
      findingAbout(
        matrix.customer.id,
        'whitespace.account',
        matrix.cells.some(cell => cell.contradicted !== undefined) ? 'attention' : 'notable',
        30,
        ['whitespace.white', 'whitespace.potential'],
        {
          ...paramsOf(scope, matrix.cells),
          ...cellsNamed(scope, matrix),
          unplaced: count(matrix.unplaced.length),
        },
      ),
    ),
  ];
};

const paramsOf = (scope: Scope, cells: readonly WhitespaceCell[]): Finding['params'] => {
  const { counts, applicable, potential, estimated } = totalOfCells(cells);
  return {
    have: count(counts.have),
    white: count(counts.white),
    lost: count(counts.lost),
    applicable: count(applicable),
    potential: amount(scope, potential),
    estimated: count(estimated.n),
    missing: count(estimated.of),
    contradicted: count(cells.filter(cell => cell.contradicted !== undefined).length),
  };
};

/** What to offer first, what was lost and where the records disagree, by line and unit. */
const cellsNamed = (scope: Scope, { cells, units }: Whitespace): Finding['params'] => {
  const linesOf = (some: readonly WhitespaceCell[]): FindingParam => ({
    kind: 'lines',
    lines: some.map(({ line, unit }) => (units.length === 1 ? { line } : { line, unit: unit.name })),
  });
  const named = (is: (cell: WhitespaceCell) => boolean): FindingParam => linesOf(cells.filter(is));
  const [best] = cells
    .filter(({ state, potential }) => state === 'white' && potential !== undefined)
    .sort((a, b) => (b.potential?.toNumber() ?? 0) - (a.potential?.toNumber() ?? 0));
  return {
    best: linesOf(best === undefined ? [] : [best]),
    bestPotential: amount(scope, best?.potential),
    hasBest: choice(best === undefined ? 'no' : 'yes'),
    lostCells: named(({ state }) => state === 'lost'),
    contradictedCells: named(({ contradicted }) => contradicted !== undefined),
  };
};
