import type { Figure } from '../../model/figure.ts';
import { quotient, sumOf } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import { numberOfFirst, type Stated } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { rateSource, sumOfTerms } from '../terms.ts';
import { dateOfData } from './settings.ts';
import type { Whitespace, WhitespaceCell } from './whitespace.ts';
import { isEstimated, totalOfCells } from './whitespace-totals.ts';

const states = ['have', 'open', 'lost', 'white'] as const;
type Origin = Readonly<Record<(typeof states)[number] | 'potential', Stated>>;

/** How far we have come into the cells of an account: `.have`, `.open`, `.lost`, `.white`, `.penetration` and `.potential`. */
export const whitespaceFigures = (scope: Scope, method: string, matrix: Whitespace): Figure[] => {
  const { customer, cells } = matrix;
  const potential = sumOfTerms(
    cells
      .filter(isEstimated)
      .flatMap(({ declaredAt, unit }) =>
        declaredAt === undefined ? [] : [[at(declaredAt, 'potential'), ...rateSource(scope, unit.account)]],
      ),
  );
  const where = [at(customer.account.source, 'whitespace')];
  return figuresFrom(scope, method, `account.${customer.id}.whitespace`, cells, {
    have: countOfCells(matrix, 'have'),
    open: countOfCells(matrix, 'open'),
    lost: countOfCells(matrix, 'lost'),
    white: countOfCells(matrix, 'white'),
    potential: potential.inputs.length === 0 ? { ...potential, inputs: where } : potential,
  });
};

/** One place for each cell, then the others that say the same. */
const countOfCells = ({ customer, cells }: Whitespace, state: WhitespaceCell['state']): Stated => {
  const found = cells.filter(cell => cell.state === state);
  const inputs = [
    ...found.flatMap(({ inputs: [first] }) => first ?? []),
    ...found.flatMap(({ inputs: [, ...rest] }) => rest),
  ];
  return {
    inputs: inputs.length === 0 ? [at(customer.account.source, 'whitespace')] : inputs,
    formula: numberOfFirst(found.length),
  };
};

/** `portfolio.whitespace.*`: the sums of those of the accounts. */
export const portfolioWhitespaceFigures = (
  scope: Scope,
  method: string,
  matrices: readonly Whitespace[],
): Figure[] => {
  const summed = (name: keyof Origin): Stated => ({
    inputs: matrices.map(({ customer }) => `account.${customer.id}.whitespace.${name}`),
    formula: sumOf(),
  });
  const cells = matrices.flatMap(matrix => matrix.cells);
  return figuresFrom(scope, method, 'portfolio.whitespace', cells, {
    have: summed('have'),
    open: summed('open'),
    lost: summed('lost'),
    white: summed('white'),
    potential: summed('potential'),
  });
};

const figuresFrom = (
  scope: Scope,
  method: string,
  prefix: string,
  cells: readonly WhitespaceCell[],
  from: Origin,
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { counts, applicable, penetration, potential, estimated } = totalOfCells(cells);
  const assumptions = [dateOfData(scope)];
  const coverage = { n: applicable, of: cells.length };
  return [
    ...states.map(state =>
      make(`${prefix}.${state}`, counts[state], 'count', 0, from[state].inputs, {
        assumptions,
        coverage,
        formula: from[state].formula,
      }),
    ),
    make(
      `${prefix}.penetration`,
      penetration ?? { code: 'no-applicable-cells' },
      'share',
      0,
      states.map(state => `${prefix}.${state}`),
      { assumptions, coverage, formula: quotient(0, sumOf(0, states.length)) },
    ),
    make(
      `${prefix}.potential`,
      potential?.toNumber() ?? { code: 'no-potential' },
      moneyUnit(scope),
      0,
      from.potential.inputs,
      { coverage: estimated, formula: from.potential.formula },
    ),
  ];
};
