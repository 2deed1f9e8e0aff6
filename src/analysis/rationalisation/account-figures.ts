import type { Figure, FigureInput } from '../../model/figure.ts';
import { plus, quotient } from '../../model/formula.ts';
import { byAccount } from '../by-account.ts';
import { figuresOf } from '../make.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import { orHistory } from '../portfolio/record.ts';
import type { Scope } from '../scope.ts';
import { ruleAssumptions, spanAssumption } from './settings.ts';
import { statedContribution, statedRatio } from './stated-contribution.ts';
import { type Judged, judged, verdictInputs } from './verdict.ts';
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
  const stated = { contribution: statedContribution(scope, [row]), ratio: statedRatio(scope, [row]) };
  // What is not recorded still has a place where it would stand.
  const inputsOf = (of: 'contribution' | 'ratio'): readonly FigureInput[] =>
    orHistory(stated[of].inputs, row.customer.account);
  return [
    make(
      `${prefix}.contribution`,
      contribution?.toNumber() ?? unknown,
      moneyUnit(scope),
      0,
      inputsOf('contribution'),
      { ...rest, formula: stated.contribution.formula },
    ),
    make(
      `${prefix}.ratio`,
      contribution === undefined ? unknown : (ratio ?? { code: 'revenue-not-positive' }),
      'share',
      1,
      inputsOf('ratio'),
      { ...rest, formula: stated.ratio.formula },
    ),
    ...(contribution === undefined
      ? [make(`${prefix}.cumulative`, unknown, 'share', 1, inputsOf('ratio'))]
      : []),
    {
      ...make(`${prefix}.verdict`, row.verdict, 'term', 0, verdictInputs(scope, row), {
        assumptions: ruleAssumptions(scope),
        coverage,
      }),
      vocabulary: 'rationalisation',
    },
  ];
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
