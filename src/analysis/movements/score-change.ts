import type { Customer } from '../customers.ts';
import { money as exact, type Money, sum, zero } from '../money.ts';
import type { PointsItem, ScoredAccount } from '../portfolio/points-table.ts';

/** One criterion that had points in both quarters, and what it moved in the score. */
export interface CriterionChange {
  readonly criterion: string;
  readonly before: PointsItem;
  readonly after: PointsItem;
  /** What the points moved, at the mean of both weights. */
  readonly inputs: Money;
  /** What the weight moved, at the mean of both points. */
  readonly weights: Money;
}

/** A score's change and its parts: inputs + weights + coverage = after − before, exactly. */
export interface ScoreChange {
  readonly customer: Customer;
  readonly before: Money;
  readonly after: Money;
  readonly change: Money;
  /** Worked out anew whenever somebody asks. */
  readonly criteria: readonly CriterionChange[];
  readonly inputs: Money;
  readonly weights: Money;
  /** What criteria do that had points in one quarter only, by being there or not. */
  readonly coverage: Money;
}

/**
 * Decomposes the change of a weighted mean S = Σ vᵢsᵢ, with vᵢ the weights made to add up to 1. Over the criteria known
 * in both quarters Δ(vs) = v̄·Δs + s̄·Δv with v̄ and s̄ the means of before and after: both factors are treated alike, and no
 * rest is left (the Shapley value of two factors; Sun 1998, Energy Economics 20). Criteria known in one quarter only
 * change the score by the difference that they make in that quarter. Undefined where either quarter has no score.
 */
export const scoreChange = (
  before: ScoredAccount,
  after: ScoredAccount,
  sharesOf: SharesOf = bothShares,
): ScoreChange | undefined => {
  const [knownBefore, knownAfter] = [known(before.items), known(after.items)];
  const [whole, wholeAfter] = [scoreOver(knownBefore), scoreOver(knownAfter)];
  if (whole === undefined || wholeAfter === undefined) return undefined;
  const pairs = knownBefore.flatMap(item => {
    const later = knownAfter.find(({ criterion }) => criterion.id === item.criterion.id);
    return later === undefined ? [] : [{ before: item, after: later }];
  });
  const criteria = criterionChanges(pairs, sharesOf(pairs));
  const inputs = sum(criteria.map(part => part.inputs));
  const weights = sum(criteria.map(part => part.weights));
  const change = wholeAfter.minus(whole);
  return {
    customer: after.customer,
    before: whole,
    after: wholeAfter,
    change,
    get criteria() {
      return criterionChanges(pairs, sharesOf(pairs));
    },
    inputs,
    weights,
    coverage: change.minus(inputs).minus(weights),
  };
};

interface Pair {
  readonly before: KnownItem;
  readonly after: KnownItem;
}

type KnownItem = PointsItem & { readonly points: number };

const known = (items: readonly PointsItem[]): readonly KnownItem[] =>
  items.filter((item): item is KnownItem => item.points !== undefined);

const weightOf = ({ criterion }: PointsItem): Money => exact(criterion.weight);
const half = (a: Money, b: Money): Money => a.plus(b).dividedBy(2);

const scoreOver = (items: readonly KnownItem[]): Money | undefined => {
  const weights = sum(items.map(weightOf));
  if (weights.isZero()) return undefined;
  return sum(items.map(item => weightOf(item).times(item.points))).dividedBy(weights);
};

/** The weight shares of one criterion: their mean of before and after, and what they changed by. */
interface Shares {
  readonly mean: Money;
  readonly change: Money;
}

type SharesOf = (pairs: readonly Pair[]) => readonly Shares[];

/** In the order of the pairs; none where the weights of either quarter add up to nothing. */
const bothShares: SharesOf = pairs => {
  const [before, after] = (['before', 'after'] as const).map(side =>
    sum(pairs.map(pair => weightOf(pair[side]))),
  );
  if (before === undefined || after === undefined || before.isZero() || after.isZero()) return [];
  return pairs.map(pair => {
    const share = weightOf(pair.before).dividedBy(before);
    const shareAfter = weightOf(pair.after).dividedBy(after);
    return { mean: half(share, shareAfter), change: shareAfter.minus(share) };
  });
};

/** Shares for many accounts: forty digits of a division once for all that have points under the same criteria. */
export const sharesOfMany = (): SharesOf => {
  const known = new Map<string, readonly Shares[]>();
  return pairs => {
    const key = pairs.map(({ after }) => after.criterion.id).join(' ');
    const shares = known.get(key) ?? bothShares(pairs);
    known.set(key, shares);
    return shares;
  };
};

const criterionChanges = (pairs: readonly Pair[], shares: readonly Shares[]): readonly CriterionChange[] =>
  shares.flatMap((share, place) => {
    const pair = pairs[place];
    if (pair === undefined) return [];
    const [points, pointsAfter] = [exact(pair.before.points), exact(pair.after.points)];
    return [
      {
        criterion: pair.after.criterion.id,
        ...pair,
        inputs: share.mean.times(pointsAfter.minus(points)),
        weights: share.change.isZero() ? zero : half(points, pointsAfter).times(share.change),
      },
    ];
  });

/** Whether anything but a rounding of the last of forty digits moved. */
export const isStill = (part: number): boolean => Math.abs(part) < 1e-30;
