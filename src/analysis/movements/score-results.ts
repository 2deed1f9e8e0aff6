import type { Figure, FigureInput } from '../../model/figure.ts';
import { type Formula, minus, sumOf } from '../../model/formula.ts';
import { previous } from '../../model/period.ts';
import type { Column, Row, Series } from '../../model/series.ts';
import { sumBetween } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import type { Money } from '../money.ts';
import * as column from '../portfolio/columns.ts';
import { scorePrecision } from '../portfolio/points-series.ts';
import { type PointsItem, pointsTable } from '../portfolio/points-table.ts';
import { weightPlaces } from '../portfolio/weights.ts';
import type { Scope } from '../scope.ts';
import type { CriterionChange, ScoreChange } from './score-change.ts';
import { scoreMovementOf, shownScores } from './score-changes.ts';
import { statedPart } from './stated-part.ts';

const prefixOf = ({ customer }: Pick<ScoreChange, 'customer'>): string =>
  `account.${customer.id}.score.movement`;

const precisionOf = (scope: Scope): number => {
  const table = scope.of(pointsTable);
  return table === undefined ? 2 : scorePrecision(table.scoring.scale);
};

/** Where the score of an account moved: the change, its parts, and each criterion's share in them. */
export const scoreMovementFigures = (scope: Scope, method: string, account: string): Figure[] =>
  moved(scope, account).flatMap(change => figuresOfAccount(scope, method, change));

const moved = (scope: Scope, account: string): readonly ScoreChange[] => {
  const change = scoreMovementOf(scope, account);
  return change === undefined ? [] : [change];
};

const added = sumOf();
const whatIsLeft = minus(minus(minus(0, 1), 2), 3);

const figuresOfAccount = (scope: Scope, method: string, change: ScoreChange): Figure[] => {
  const prefix = prefixOf(change);
  const score = (name: string, value: Money, inputs: readonly FigureInput[], formula?: Formula): Figure =>
    figuresOf(method, scope.period)(
      `${prefix}${name}`,
      value.toNumber(),
      'score',
      precisionOf(scope),
      inputs,
      formula === undefined ? {} : { formula },
    );
  const partsOf = (part: string): string[] =>
    change.criteria.map(({ criterion }) => `${prefix}.criterion.${criterion}.${part}`);
  const criteria = `account.${change.customer.id}.score`;
  return [
    score('', change.change, [`${prefix}.inputs`, `${prefix}.weights`, `${prefix}.coverage`], added),
    score('.inputs', change.inputs, partsOf('inputs'), sumBetween(0, change.criteria.length)),
    score('.weights', change.weights, partsOf('weights'), sumBetween(0, change.criteria.length)),
    score(
      '.coverage',
      change.coverage,
      [`${criteria}.total`, `${criteria}.prior`, `${prefix}.inputs`, `${prefix}.weights`],
      whatIsLeft,
    ),
    ...change.criteria.flatMap(part => {
      const name = `.criterion.${part.criterion}`;
      const { inputs, points, weights } = statedPart(scope, change, part);
      return [
        score(`${name}.inputs`, part.inputs, inputs, points),
        score(`${name}.weights`, part.weights, inputs, weights),
      ];
    }),
  ];
};

const scoreColumn = (scope: Scope, id: string, figure: string, signed = true): Column =>
  column.shows(column.measure(id, 'score', precisionOf(scope), signed), figure);

/** `portfolio.movements.scores`: accounts whose score moved, the largest change first; the parts add up to it. */
export const scoreMovements = (scope: Scope): Series => {
  const figure = 'account.{account}.score.movement';
  const changes = scope.of(shownScores);
  return {
    id: 'portfolio.movements.scores',
    columns: [
      column.account,
      scoreColumn(scope, 'scorePrior', 'account.{account}.score.prior', false),
      scoreColumn(scope, 'score', 'account.{account}.score.total', false),
      scoreColumn(scope, 'scoreChange', figure),
      scoreColumn(scope, 'inputsEffect', `${figure}.inputs`),
      scoreColumn(scope, 'weightsEffect', `${figure}.weights`),
      scoreColumn(scope, 'coverageEffect', `${figure}.coverage`),
    ],
    rows: changes.map(change => ({
      account: change.customer.id,
      scorePrior: change.before,
      score: change.after,
      scoreChange: change.change,
      inputsEffect: change.inputs,
      weightsEffect: change.weights,
      coverageEffect: change.coverage,
    })),
    get inputs() {
      return changes.map(prefixOf);
    },
  };
};

/** `account.<id>.score-movement`: what each criterion moved in the score since the last quarter. */
export const accountScoreMovements = (scope: Scope, account: string): Series[] =>
  moved(scope, account).map(change => ({
    id: `account.${change.customer.id}.score-movement`,
    columns: columnsOfCriteria(scope, prefixOf(change)),
    rows: change.criteria.filter(hasEffect).map(part => rowOfCriterion(change, part)),
    rowInputs: change.criteria
      .filter(hasEffect)
      .map(part => [...part.before.inputs, ...part.after.inputs, ...weightInputs(scope, part)]),
    inputs: [prefixOf(change)],
  }));

const columnsOfCriteria = (scope: Scope, prefix: string): readonly Column[] => [
  column.text('criterion'),
  column.measure('pointsPrior', 'score', precisionOf(scope)),
  scoreColumn(scope, 'points', `${prefix.replace(/movement$/, '')}criterion.{criterionId}`, false),
  column.share('weightPrior'),
  column.share('weightShare'),
  scoreColumn(scope, 'inputsEffect', `${prefix}.criterion.{criterionId}.inputs`),
  scoreColumn(scope, 'weightsEffect', `${prefix}.criterion.{criterionId}.weights`),
];

/** Where its weight stood a quarter ago, and where it stands now. */
const weightInputs = (scope: Scope, { criterion }: CriterionChange): readonly FigureInput[] =>
  [scope.at(previous(scope.period)), scope].flatMap(one => one.of(weightPlaces).get(criterion) ?? []);

const hasEffect = ({ inputs, weights }: CriterionChange): boolean => !inputs.isZero() || !weights.isZero();

const rowOfCriterion = ({ criteria }: ScoreChange, part: CriterionChange): Row => ({
  criterionId: part.criterion,
  criterion: part.after.criterion.shortName ?? part.after.criterion.name,
  pointsPrior: column.orMissing(part.before.points),
  points: column.orMissing(part.after.points),
  weightPrior: shareOf(
    part.before,
    criteria.map(({ before }) => before),
  ),
  weightShare: shareOf(
    part.after,
    criteria.map(({ after }) => after),
  ),
  inputsEffect: part.inputs.toNumber(),
  weightsEffect: part.weights.toNumber(),
});

const shareOf = (item: PointsItem, all: readonly PointsItem[]): number =>
  item.criterion.weight / all.reduce((total, { criterion }) => total + criterion.weight, 0);
