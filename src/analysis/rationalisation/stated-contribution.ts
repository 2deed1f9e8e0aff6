import type { FigureInput } from '../../model/figure.ts';
import { minus, quotient } from '../../model/formula.ts';
import type { PeriodId } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { amountOf, sumWithRates } from '../amounts.ts';
import { over, type Stated, sideBySide, totalFrom } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import type { Scope } from '../scope.ts';
import { type CustomerContribution, isComplete } from './contribution.ts';

type Part = 'margin' | 'costToServe' | 'revenue';
type Rows = readonly Pick<CustomerContribution, 'customer' | 'span' | 'coverage' | 'plain'>[];

/** One of the three amounts, over the quarters of some customers that record all of them. */
export const statedPart = (scope: Scope, rows: Rows, part: Part): Stated => {
  const [complete, plain] = rows.reduce(([n, own], row) => [n + row.coverage.n, own + row.plain], [0, 0]);
  const paired = 2 * (complete - plain);
  return withInputs(() => placesOfPart(scope, rows, part), {
    formula: sumWithRates(0, plain, paired),
    places: plain + paired,
  });
};

const placesOfPart = (scope: Scope, rows: Rows, part: Part): readonly FigureInput[] =>
  totalFrom(
    rows
      .flatMap(quartersOf)
      .filter(({ account, period }) => isComplete(scope, account, period))
      .map(({ account, period }) => amountOf(scope, [account], part, [period])),
  ).inputs;

interface AccountQuarter {
  readonly account: Account;
  readonly period: PeriodId;
}

const quartersOf = ({
  customer: { members },
  span,
}: Pick<CustomerContribution, 'customer' | 'span'>): readonly AccountQuarter[] =>
  members.flatMap(account => span.map(period => ({ account, period })));

/** Margin − cost to serve. */
export const statedContribution = (scope: Scope, rows: Rows): Stated => {
  const both = sideBySide(statedPart(scope, rows, 'margin'), statedPart(scope, rows, 'costToServe'));
  const [margin, cost] = both.formulas;
  return over(both, minus(margin, cost));
};

/** (Margin − cost to serve) ÷ revenue of the same quarters. */
export const statedRatio = (scope: Scope, rows: Rows): Stated => {
  const both = sideBySide(statedContribution(scope, rows), statedPart(scope, rows, 'revenue'));
  const [contribution, revenue] = both.formulas;
  return over(both, quotient(contribution, revenue));
};

/** Margins, then costs to serve, then revenue, of the quarters that record all three. */
export const broughtInputs = (scope: Scope, rows: Rows): readonly FigureInput[] =>
  statedRatio(scope, rows).inputs;

/** Where the hours that were recorded for some customers stand. */
export const hoursInputs = (
  rows: readonly Pick<CustomerContribution, 'customer' | 'span'>[],
): readonly FigureInput[] =>
  rows
    .flatMap(quartersOf)
    .filter(({ account, period }) => account.history[period]?.hours !== undefined)
    .map(({ account, period }) => at(account.source, 'history', period, 'hours'));
