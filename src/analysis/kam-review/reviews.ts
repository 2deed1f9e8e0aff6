import { type Kam, kams } from '../kams.ts';
import { type KamLoad, kamLoads } from '../resources/load.ts';
import type { Scope } from '../scope.ts';
import { type BalanceRow, balanceOf } from './balance.ts';
import { type Difficulty, difficultyOf, tenureOf } from './context.ts';
import { type EffortSplit, effortSplit } from './purposes.ts';

/** What a talk with one key account manager starts from. It compares nobody with anybody. */
export interface KamReview {
  readonly kam: Kam;
  readonly load: KamLoad;
  readonly balance: readonly BalanceRow[];
  readonly difficulty: Difficulty;
  readonly effort?: EffortSplit;
  /** Years with us. */
  readonly tenure?: number;
}

/** One for each key account manager, by id. */
export const kamReviews = (scope: Scope): readonly KamReview[] => {
  const loads = new Map(scope.of(kamLoads).map(load => [load.kam.id, load]));
  return scope.of(kams).flatMap(kam => {
    const load = loads.get(kam.id);
    if (load === undefined) return [];
    const effort = effortSplit(scope, kam);
    const tenure = tenureOf(scope, kam);
    return [
      {
        kam,
        load,
        balance: balanceOf(scope, kam),
        difficulty: difficultyOf(scope, kam),
        ...(effort === undefined ? {} : { effort }),
        ...(tenure === undefined ? {} : { tenure }),
      },
    ];
  });
};
