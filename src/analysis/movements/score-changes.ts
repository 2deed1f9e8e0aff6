import { sortBy } from '../../model/order.ts';
import { previous } from '../../model/period.ts';
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

/** The scores that moved since the last quarter, the largest change first. */
export const movedScores = (scope: Scope): readonly ScoreChange[] =>
  scoreChangesBetween(scope.at(previous(scope.period)), scope)
    .filter(hasMoved)
    .sort((a, b) => b.change.abs().comparedTo(a.change.abs()));

/** Whether the score or any part of it changed: parts that cancel out are a movement, too. */
export const hasMoved = ({ change, inputs, weights, coverage }: ScoreChange): boolean =>
  ![change, inputs, weights, coverage].every(isStill);
