import type { Figure } from '../../model/figure.ts';
import { figuresOf } from '../make.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { dateOfData } from './settings.ts';
import type { WhitespaceCell } from './whitespace.ts';
import { totalOfCells } from './whitespace-totals.ts';

/** How far we have come into the cells: `<prefix>.have`, `.open`, `.lost`, `.white`, `.penetration` and `.potential`. */
export const whitespaceFigures = (
  scope: Scope,
  method: string,
  prefix: string,
  cells: readonly WhitespaceCell[],
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { counts, applicable, penetration, potential, estimated, inputs } = totalOfCells(cells);
  const assumptions = [dateOfData(scope)];
  const coverage = { n: applicable, of: cells.length };
  return [
    ...(['have', 'open', 'lost', 'white'] as const).map(state =>
      make(`${prefix}.${state}`, counts[state], 'count', 0, inputs, { assumptions, coverage }),
    ),
    make(
      `${prefix}.penetration`,
      penetration ?? { code: 'no-applicable-cells' },
      'share',
      0,
      [`${prefix}.have`, ...inputs],
      { assumptions, coverage },
    ),
    make(
      `${prefix}.potential`,
      potential?.toNumber() ?? { code: 'no-potential' },
      moneyUnit(scope),
      0,
      inputs,
      { coverage: estimated },
    ),
  ];
};
