import type { FigureInput } from '../../model/figure.ts';
import { minus, quotient } from '../../model/formula.ts';
import { amountOf } from '../amounts.ts';
import { type Stated, sideBySide, type Total, totalFrom } from '../formulas.ts';
import type { Scope } from '../scope.ts';
import type { CustomerContribution } from './contribution.ts';

type Part = 'margin' | 'costToServe' | 'revenue';
type Rows = readonly Pick<CustomerContribution, 'complete'>[];

/** One of the three amounts, over the quarters of some customers that record all of them. */
export const statedPart = (scope: Scope, rows: Rows, part: Part): Total =>
  totalFrom(
    rows.flatMap(({ complete }) =>
      complete.map(({ account, period }) => amountOf(scope, [account], part, [period])),
    ),
  );

/** Margin − cost to serve. */
export const statedContribution = (scope: Scope, rows: Rows): Stated => {
  const {
    inputs,
    formulas: [margin, cost],
  } = sideBySide(statedPart(scope, rows, 'margin'), statedPart(scope, rows, 'costToServe'));
  return { inputs, formula: minus(margin, cost) };
};

/** (Margin − cost to serve) ÷ revenue of the same quarters. */
export const statedRatio = (scope: Scope, rows: Rows): Stated => {
  const {
    inputs,
    formulas: [contribution, revenue],
  } = sideBySide(statedContribution(scope, rows), statedPart(scope, rows, 'revenue'));
  return { inputs, formula: quotient(contribution, revenue) };
};

/** Margins, then costs to serve, then revenue, of the quarters that record all three. */
export const broughtInputs = (scope: Scope, rows: Rows): readonly FigureInput[] =>
  statedRatio(scope, rows).inputs;
