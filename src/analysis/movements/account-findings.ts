import type { Finding } from '../../model/finding.ts';
import { previous } from '../../model/period.ts';
import { isKey } from '../customers.ts';
import { choice, count, findingAbout, period, points, text } from '../portfolio/findings.ts';
import { scorePrecision } from '../portfolio/points-series.ts';
import { pointsRows, pointsTable } from '../portfolio/points-table.ts';
import type { Scope } from '../scope.ts';
import { isStill } from './score-change.ts';
import { movedScores, scoreMovementOf } from './score-changes.ts';

/** Key accounts whose score fell since the last quarter, the criterion that cost most, and the places lost. */
export const fallenScores = (scope: Scope): readonly Finding[] =>
  scope
    .of(movedScores)
    .filter(({ customer, change }) => isKey(scope, customer) && change < 0 && !isStill(change))
    .flatMap(({ customer }) => fallen(scope, customer.id));

const fallen = (scope: Scope, id: string): readonly Finding[] => {
  const movement = scoreMovementOf(scope, id);
  const table = scope.of(pointsTable);
  if (movement === undefined || table === undefined) return [];
  const precision = scorePrecision(table.scoring.scale);
  const since = previous(scope.period);
  const rank = scope.of(pointsRows).get(id)?.rank;
  const rankBefore = scope.at(since).of(pointsRows).get(id)?.rank;
  const [worst] = [...movement.criteria].sort((a, b) => a.inputs.comparedTo(b.inputs));
  const effect = worst?.inputs.toNumber() ?? 0;
  const costs = effect < 0 && !isStill(effect);
  const isLower = rank !== undefined && rankBefore !== undefined && rank > rankBefore;
  return [
    findingAbout(
      id,
      'account.score-falls',
      'attention',
      isLower ? 60 : 44,
      ['score.movement', 'score.rank'],
      {
        change: points(movement.change.abs().toNumber(), precision),
        since: period(since),
        places: choice(isLower ? 'lost' : 'kept'),
        rank: count(rank ?? 0),
        rankBefore: count(rankBefore ?? 0),
        known: choice(costs ? 'yes' : 'no'),
        criterion: worst === undefined ? choice('–') : text(worst.after.criterion.name),
        before: points(worst?.before.points ?? 0, 1),
        after: points(worst?.after.points ?? 0, 1),
      },
    ),
  ];
};
