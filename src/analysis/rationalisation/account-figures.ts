import type { Figure } from '../../model/figure.ts';
import { at } from '../../model/source.ts';
import { figuresOf } from '../make.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { ruleAssumptions, spanAssumption } from './settings.ts';
import { type Judged, judged } from './verdict.ts';
import { type WhalePoint, whaleCurve } from './whale.ts';

/** Contribution, ratio, place on the whale curve and verdict of every customer of the portfolio. */
export const accountFigures = (scope: Scope, method: string): readonly Figure[] => {
  const points = scope.of(whaleCurve).points;
  return [
    ...scope.of(judged).flatMap(row => figuresOfRow(scope, method, row)),
    ...points.map((point, index) => cumulativeFigure(scope, method, point, points[index - 1])),
  ];
};

const figuresOfRow = (scope: Scope, method: string, row: Judged): readonly Figure[] => {
  const make = figuresOf(method, scope.period);
  const prefix = `account.${row.customer.id}.rationalisation`;
  const { coverage } = row;
  const unknown = { code: row.gap ?? 'not-recorded' };
  const rest = { assumptions: spanAssumption(scope), coverage };
  // What is not recorded still has a place where it would stand.
  const { source } = row.customer.account;
  const inputs = row.inputs.length > 0 ? row.inputs : [at(source, 'history')];
  return [
    make(`${prefix}.contribution`, row.contribution?.toNumber() ?? unknown, moneyUnit(scope), 0, inputs, {
      ...rest,
      polarity: 'higher',
    }),
    make(
      `${prefix}.ratio`,
      row.contribution === undefined ? unknown : (row.ratio ?? { code: 'revenue-not-positive' }),
      'share',
      1,
      inputs,
      { ...rest, polarity: 'higher' },
    ),
    ...(row.contribution === undefined ? [make(`${prefix}.cumulative`, unknown, 'share', 1, inputs)] : []),
    {
      ...make(`${prefix}.verdict`, row.verdict, 'term', 0, row.verdictInputs, {
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
): Figure =>
  figuresOf(method, scope.period)(
    `account.${row.customer.id}.rationalisation.cumulative`,
    share ?? { code: 'no-positive-contribution' },
    'share',
    1,
    [
      ...(before === undefined ? [] : [`account.${before.row.customer.id}.rationalisation.cumulative`]),
      `account.${row.customer.id}.rationalisation.contribution`,
      'portfolio.rationalisation.whale.total',
    ],
  );
