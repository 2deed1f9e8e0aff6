import { sortBy } from '../../model/order.ts';
import { previous } from '../../model/period.ts';
import { scorePrecision } from '../portfolio/points-series.ts';
import { pointsRows, pointsTable } from '../portfolio/points-table.ts';
import type { Scope } from '../scope.ts';
import { isStill, type ScoreChange, scoreChange, sharesOfMany } from './score-change.ts';

/** How the scores of all accounts that had one in both scopes changed, those that did not included; by id. */
export const scoreChangesBetween = (before: Scope, after: Scope): readonly ScoreChange[] => {
  const earlier = before.of(pointsRows);
  const shares = sharesOfMany();
  const changes = (after.of(pointsTable)?.rows ?? []).flatMap(row => {
    const then = earlier.get(row.customer.id);
    return (then && scoreChange(then, row, shares)) ?? [];
  });
  return sortBy(changes, ({ customer }) => customer.id);
};

/** A change whose parts are the doubles nearest to the exact ones: many decimals would be kept for a list of few digits. */
export type MovedScore = Pick<ScoreChange, 'customer'> &
  Readonly<Record<'before' | 'after' | 'change' | 'inputs' | 'weights' | 'coverage', number>>;

/** The scores that moved since the last quarter, the largest change first. */
export const movedScores = (scope: Scope): readonly MovedScore[] =>
  scoreChangesBetween(scope.at(previous(scope.period)), scope)
    .filter(hasMoved)
    .sort((a, b) => b.change.abs().comparedTo(a.change.abs()))
    .map(change => ({
      customer: change.customer,
      before: change.before.toNumber(),
      after: change.after.toNumber(),
      change: change.change.toNumber(),
      inputs: change.inputs.toNumber(),
      weights: change.weights.toNumber(),
      coverage: change.coverage.toNumber(),
    }));

/** Those of which the tables show something: a change, or a part of it, that does not print as zero. */
export const shownScores = (scope: Scope): readonly MovedScore[] => {
  const table = scope.of(pointsTable);
  const units = 10 ** (table === undefined ? 2 : scorePrecision(table.scoring.scale));
  const printsAs = (value: number): number => Math.round(Number((value * units).toPrecision(12)));
  return scope
    .of(movedScores)
    .filter(
      ({ before, after, inputs, weights, coverage }) =>
        printsAs(before) !== printsAs(after) ||
        [inputs, weights, coverage].some(part => printsAs(part) !== 0),
    );
};

/** How the score of one customer moved since the last quarter; undefined where it did not. */
export const scoreMovementOf = (scope: Scope, customer: string): ScoreChange | undefined => {
  const before = scope.at(previous(scope.period)).of(pointsRows).get(customer);
  const after = scope.of(pointsRows).get(customer);
  const change = before && after && scoreChange(before, after);
  return change !== undefined && hasMoved(change) ? change : undefined;
};

/** Whether the score or any part of it changed: parts that cancel out are a movement, too. */
export const hasMoved = ({ change, inputs, weights, coverage }: ScoreChange): boolean =>
  ![change, inputs, weights, coverage].every(part => isStill(part.toNumber()));
