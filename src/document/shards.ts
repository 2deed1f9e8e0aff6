import { compareIds } from '../model/order.ts';
import type { Planned } from './plan.ts';

/** One of several machines that share a build. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/**
 * The documents of one machine, in the order of the plan. Each goes, the dearest first, to the machine with least to do so far:
 * no machine then has more than a third above its fair share (Graham 1969), and all of them reckon the same without
 * talking to each other.
 * @param costOf in any unit, the same on every machine
 */
export const documentsOf = (
  { index, count }: Shard,
  planned: readonly Planned[],
  costOf: (planned: Planned) => number,
): readonly Planned[] => {
  const loads = Array.from({ length: count }, () => 0);
  const dearestFirst = planned
    .map(one => ({ one, cost: costOf(one) }))
    .sort((a, b) => b.cost - a.cost || compareIds(a.one.path, b.one.path));
  const own = new Set<Planned>();
  for (const { one, cost } of dearestFirst) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + cost;
    if (least === index - 1) own.add(one);
  }
  return planned.filter(one => own.has(one));
};
