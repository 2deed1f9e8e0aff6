import type { FigureInput } from '../../model/figure.ts';
import { constant, type Formula, minus, plus, quotient, times } from '../../model/formula.ts';
import { previous } from '../../model/period.ts';
import { asStated, sideBySide, sumBetween } from '../formulas.ts';
import { statedPoints } from '../portfolio/stated-points.ts';
import { weightPlaces } from '../portfolio/weights.ts';
import type { Scope } from '../scope.ts';
import type { CriterionChange, ScoreChange } from './score-change.ts';

/** What one criterion moved, by its points and by its weight, from the same inputs; no formula where points can't be stated. */
interface StatedPart {
  readonly inputs: readonly FigureInput[];
  readonly points?: Formula;
  readonly weights?: Formula;
}

/** Its points now and then, and the weights of all criteria with points in both quarters, then and now, its own first. */
export const statedPart = (
  scope: Scope,
  { customer, criteria }: ScoreChange,
  part: CriterionChange,
): StatedPart => {
  const before = scope.at(previous(scope.period));
  const now = `account.${customer.id}.score.criterion.${part.criterion}`;
  const then = statedPoints(before, customer, part.before);
  if (then === undefined) return { inputs: [now, ...part.before.inputs] };
  const others = criteria.filter(({ criterion }) => criterion !== part.criterion);
  const ids = [part, ...others].map(({ criterion }) => criterion);
  const weightsThen = ids.flatMap(id => before.of(weightPlaces).get(id) ?? []);
  const weightsNow = ids.flatMap(id => scope.of(weightPlaces).get(id) ?? []);
  const {
    inputs,
    formulas: [pointsNow, pointsThen],
  } = sideBySide(asStated(now), then);
  const [first, second] = [inputs.length, inputs.length + weightsThen.length];
  const shareThen = quotient(first, sumBetween(first, second));
  const shareNow = quotient(second, sumBetween(second, second + weightsNow.length));
  return {
    inputs: [...inputs, ...weightsThen, ...weightsNow],
    points: times(half(shareThen, shareNow), minus(pointsNow, pointsThen)),
    weights: times(half(pointsThen, pointsNow), minus(shareNow, shareThen)),
  };
};

const half = (one: Formula, other: Formula): Formula => quotient(plus(one, other), constant(2));
