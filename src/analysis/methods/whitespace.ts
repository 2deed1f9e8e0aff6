import type { Figure } from '../../model/figure.ts';
import { at } from '../../model/source.ts';
import { figuresOf } from '../make.ts';
import { methodOf } from '../method.ts';
import { type Whitespace, whitespaces, whitespacesOf } from '../relation/whitespace.ts';
import { portfolioWhitespaceFigures, whitespaceFigures } from '../relation/whitespace-figures.ts';
import { whitespaceFindings } from '../relation/whitespace-findings.ts';
import {
  unitsShown,
  whitespaceByLine,
  whitespaceCells,
  whitespaceMatrix,
} from '../relation/whitespace-series.ts';
import type { Scope } from '../scope.ts';
import { countOfThese } from '../terms.ts';

const id = 'whitespace';

/** Product lines against business units: what we have, seek, lost, and have never offered. */
export const whitespace = methodOf(
  {
    id,
    section: '3.6',
    literature: [],
    settings: ['workspace.document.dataAsOf'],
    finds: { everyone: ['opportunities'], account: ['whitespace'] },
  },
  {
    figures: scope => {
      const matrices = scope.of(whitespaces);
      return matrices.length === 0 ? [] : portfolioWhitespaceFigures(scope, id, matrices);
    },
    series: scope => [whitespaceByLine(scope)],
    findings: whitespaceFindings,
    ofAccount: {
      figures: (scope, _, account) =>
        whitespacesOf(scope, account).flatMap(matrix => [
          ...whitespaceFigures(scope, id, matrix),
          unplacedFigure(scope, matrix),
          ...unitNames(scope, matrix),
        ]),
      series: (scope, account) =>
        whitespacesOf(scope, account).flatMap(matrix => [
          whitespaceCells(scope, matrix),
          whitespaceMatrix(scope, matrix),
        ]),
    },
  },
);

const unplacedFigure = (scope: Scope, { customer, unplaced, records }: Whitespace): Figure => {
  const { inputs, formula } = countOfThese(
    unplaced,
    ['contracts', 'opportunities'].map(register => at(customer.account.source, register)),
  );
  return figuresOf(id, scope.period)(
    `account.${customer.id}.whitespace.unplaced`,
    unplaced.length,
    'count',
    0,
    inputs,
    { coverage: { n: records - unplaced.length, of: records }, polarity: 'lower', formula },
  );
};

/** The name of each unit, which heads its column of the matrix. */
const unitNames = (scope: Scope, matrix: Whitespace): Figure[] =>
  unitsShown(matrix).map(({ account, name, id: unit }, index) =>
    figuresOf(id, scope.period)(
      `account.${matrix.customer.id}.whitespace.unit-${index + 1}`,
      name,
      'text',
      0,
      [
        unit === undefined
          ? at(account.source, 'name')
          : at(
              account.source,
              'units',
              account.units.findIndex(one => one.id === unit),
              'name',
            ),
      ],
    ),
  );
