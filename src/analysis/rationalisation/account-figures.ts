import type { Figure } from '../../model/figure.ts';
import { type Formula, minus, plus, quotient, sumOf } from '../../model/formula.ts';
import { byAccount } from '../by-account.ts';
import { figuresOf } from '../make.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import { orHistory } from '../portfolio/record.ts';
import type { Scope } from '../scope.ts';
import { contributionInputs } from './contribution.ts';
import { ruleAssumptions, spanAssumption } from './settings.ts';
import { type Judged, judged } from './verdict.ts';
import { type WhalePoint, whaleCurve } from './whale.ts';

const judgedOf = byAccount(
  scope => scope.of(judged),
  ({ customer }) => customer.id,
);

/** The customers on the whale curve, each with the one before it. */
const pointsOf = byAccount(
  scope => {
    const { points } = scope.of(whaleCurve);
    return points.map((point, index) => ({ point, before: points[index - 1] }));
  },
  ({ point }) => point.row.customer.id,
);

/** Contribution, ratio, place on the whale curve and verdict of a customer of the portfolio. */
export const accountFigures = (scope: Scope, method: string, account: string): readonly Figure[] => [
  ...judgedOf(scope, account).flatMap(row => figuresOfRow(scope, method, row)),
  ...pointsOf(scope, account).map(({ point, before }) => cumulativeFigure(scope, method, point, before)),
];

const figuresOfRow = (scope: Scope, method: string, row: Judged): readonly Figure[] => {
  const make = figuresOf(method, scope.period);
  const prefix = `account.${row.customer.id}.rationalisation`;
  const { coverage, contribution, ratio } = row;
  const unknown = { code: row.gap ?? 'not-recorded' };
  const rest = { assumptions: spanAssumption(scope), coverage, polarity: 'higher' } as const;
  // What is not recorded still has a place where it would stand.
  const inputs = orHistory(contributionInputs(scope, row.customer), row.customer.account);
  const formula = contributionFormula(scope, row);
  return [
    make(`${prefix}.contribution`, contribution?.toNumber() ?? unknown, moneyUnit(scope), 0, inputs, {
      ...rest,
      ...(formula === undefined ? {} : { formula }),
    }),
    make(
      `${prefix}.ratio`,
      contribution === undefined ? unknown : (ratio ?? { code: 'revenue-not-positive' }),
      'share',
      1,
      inputs,
      {
        ...rest,
        ...(formula === undefined || ratio === undefined
          ? {}
          : { formula: quotient(formula, sumOf(2 * coverage.n)) }),
      },
    ),
    ...(contribution === undefined ? [make(`${prefix}.cumulative`, unknown, 'share', 1, inputs)] : []),
    {
      ...make(`${prefix}.verdict`, row.verdict, 'term', 0, row.verdictInputs, {
        assumptions: ruleAssumptions(scope),
        coverage,
      }),
      vocabulary: 'rationalisation',
    },
  ];
};

/** Margins less costs to serve, as they stand side by side among the inputs; rates of exchange would stand between them. */
const contributionFormula = (
  scope: Scope,
  { customer, coverage: { n }, contribution }: Judged,
): Formula | undefined => {
  const { currency } = scope.workspace.settings;
  const foreign = customer.members.some(member => (member.currency ?? currency) !== currency);
  return foreign || contribution === undefined ? undefined : minus(sumOf(0, n), sumOf(n, 2 * n));
};

/** Each place rests on the one before, so that all of them together stay short. */
const cumulativeFigure = (
  scope: Scope,
  method: string,
  { row, share }: WhalePoint,
  before: WhalePoint | undefined,
): Figure => {
  const own = [
    `account.${row.customer.id}.rationalisation.contribution`,
    'portfolio.rationalisation.whale.total',
  ];
  const prior = before && `account.${before.row.customer.id}.rationalisation.cumulative`;
  return figuresOf(method, scope.period)(
    `account.${row.customer.id}.rationalisation.cumulative`,
    share ?? { code: 'no-positive-contribution' },
    'share',
    1,
    prior === undefined ? own : [prior, ...own],
    share === undefined ? {} : { formula: prior === undefined ? quotient(0, 1) : plus(0, quotient(1, 2)) },
  );
};
