import { compareIds } from '../../model/order.ts';
import type { Scoring } from '../../model/scoring.ts';
import type { Customer } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { portfolioRevenue } from './revenue.ts';
import { difference } from './weighted.ts';

interface Rankable {
  readonly customer: Customer;
  readonly value?: number;
}

/** An account with its place. */
export type Placed<T> = T & {
  /** From 1; equal scores share it. Absent where there is no score. */
  readonly rank?: number;
  /** Whether the declared threshold and places admit it; absent where neither is declared. */
  readonly inKeySet?: boolean;
  /** Nearer to a neighbour of the ranking than the declared difference. */
  readonly nearTie: boolean;
};

/** Ranks by score. Equal scores are ordered by revenue, then by id, which decides when places run out between them. */
export const rankedByScore = <T extends Rankable>(
  scope: Scope,
  scored: readonly T[],
  { keySet, nearTie }: Scoring,
): readonly Placed<T>[] => {
  const order = revenueOrder(scope);
  const sorted = [...scored].sort(
    (a, b) =>
      byScore(a.value, b.value) ||
      order(a.customer) - order(b.customer) ||
      compareIds(a.customer.id, b.customer.id),
  );
  const admits = admission(keySet);
  const firstWith = new Map<number | undefined, number>();
  for (const [index, { value }] of sorted.entries())
    if (!firstWith.has(value)) firstWith.set(value, index + 1);
  return sorted.map((account, index) => {
    const { value } = account;
    if (value === undefined) return { ...account, ...flagged(admits?.(index, value)), nearTie: false };
    const isNear = (neighbour: T | undefined): boolean =>
      neighbour?.value !== undefined && Math.abs(difference(neighbour.value, value)) < nearTie;
    return {
      ...account,
      rank: firstWith.get(value) ?? index + 1,
      ...flagged(admits?.(index, value)),
      nearTie: isNear(sorted[index - 1]) || isNear(sorted[index + 1]),
    };
  });
};

const flagged = (inKeySet: boolean | undefined): { readonly inKeySet?: boolean } =>
  inKeySet === undefined ? {} : { inKeySet };

const admission = ({
  threshold,
  places,
}: Scoring['keySet']): ((index: number, value: number | undefined) => boolean) | undefined =>
  threshold === undefined && places === undefined
    ? undefined
    : (index, value) =>
        value !== undefined &&
        (threshold === undefined || value >= threshold) &&
        (places === undefined || index < places);

// Highest first, missing ones last.
const byScore = (a: number | undefined, b: number | undefined): number =>
  Number(a === undefined) - Number(b === undefined) || (b ?? 0) - (a ?? 0);

const revenueOrder = (scope: Scope): ((customer: Customer) => number) => {
  const places = new Map(scope.of(portfolioRevenue).rows.map(({ customer }, index) => [customer.id, index]));
  return customer => places.get(customer.id) ?? places.size;
};

/** The last account inside the key set and the first one outside it, where both have a score. */
export const boundaryOf = <T extends Rankable>(
  rows: readonly Placed<T>[],
): readonly [inside: Placed<T>, outside: Placed<T>] | undefined => {
  const first = rows.findIndex(row => row.inKeySet === false);
  const [inside, outside] = [rows[first - 1], rows[first]];
  return first > 0 && inside?.inKeySet === true && outside?.value !== undefined
    ? [inside, outside]
    : undefined;
};
