import {
  type Box,
  type Circle,
  crosses,
  depthInBox,
  grow,
  lengthInBox,
  outside,
  overlap,
} from './geometry.ts';
import type { Span } from './layers.ts';

/** A place that a label could take, and how much its author would mind. */
export interface Candidate {
  readonly box: Box;
  /** 0 is the best; a few points are a matter of taste, a collision costs hundreds. */
  readonly cost: number;
  /** Line that ties the label to its mark, where it stands apart from it. */
  readonly leader?: Span;
}

/** What no label may cover. */
export interface Obstacles {
  readonly circles: readonly Circle[];
  readonly segments: readonly Span[];
  readonly boxes: readonly Box[];
  /** No label may leave it. */
  readonly bounds: Box;
}

const collision = 300;
/** A leader across an arrow is taken for part of it: dearer than two rings further off. */
const crossing = 30;
const clearance = 1;
const rounds = 24;

/**
 * A place for each label, in the order of the requests, so that as few as possible cover something. Greedy first, then
 * rounds in which every label moves to where it disturbs least given the others; where two still collide, both are moved
 * together. No randomness: the same input gives the same places.
 * @param requests the candidates of each label, at least one each
 */
export const placeLabels = (
  requests: readonly (readonly Candidate[])[],
  obstacles: Obstacles,
): readonly Candidate[] => {
  const costed = requests.map(candidates =>
    candidates.map(candidate => ({ candidate, fixed: candidate.cost + knownCost(candidate, obstacles) })),
  );
  const chosen: number[] = costed.map(() => -1);
  const placed = (index: number): Costed | undefined => costed[index]?.[chosen[index] ?? -1];
  const disturbance: Disturbance = (option, except) => {
    let cost = option.fixed;
    for (let other = 0; other < costed.length; other++) {
      const neighbour = except.includes(other) ? undefined : placed(other);
      if (neighbour !== undefined) cost += mutualCost(option.candidate, neighbour.candidate);
    }
    return cost;
  };
  const settle = (index: number): boolean => {
    const present = chosen[index] ?? -1;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [at, option] of (costed[index] ?? []).entries()) {
      // What a place costs by itself often rules it out before the neighbours are looked at.
      if (option.fixed >= least) continue;
      const cost = disturbance(option, [index]);
      if (cost < least) [best, least] = [at, cost];
    }
    chosen[index] = best;
    return best !== present;
  };
  const byFreedom = costed
    .map((options, index) => ({ index, free: freedom(options) }))
    .sort((a, b) => a.free - b.free || a.index - b.index)
    .map(({ index }) => index);
  for (let round = 0; round < rounds; round++) {
    const moved = byFreedom.map(settle).includes(true);
    if (!moved && !settlePairs(costed, chosen, disturbance)) break;
  }
  return costed.flatMap((_, index) => placed(index)?.candidate ?? []);
};

interface Costed {
  readonly candidate: Candidate;
  readonly fixed: number;
}

/** Moves colliding pairs together to the best two places; true where something moved. */
const settlePairs = (
  costed: readonly (readonly Costed[])[],
  chosen: number[],
  disturbance: Disturbance,
): boolean => {
  let moved = false;
  for (let a = 0; a < costed.length; a++) {
    for (let b = a + 1; b < costed.length; b++) {
      const pair = betterPair(costed, [a, b], [chosen[a] ?? -1, chosen[b] ?? -1], disturbance);
      if (pair === undefined) continue;
      [chosen[a], chosen[b]] = pair;
      moved = true;
    }
  }
  return moved;
};

type Disturbance = (option: Costed, except: readonly number[]) => number;

/** The two places that together cost least, where the present ones collide and better ones exist. */
const betterPair = (
  costed: readonly (readonly Costed[])[],
  [a, b]: readonly [number, number],
  [first, second]: readonly [number, number],
  disturbance: Disturbance,
): [number, number] | undefined => {
  const [ones, others] = [costed[a] ?? [], costed[b] ?? []];
  const [one, other] = [ones[first], others[second]];
  if (one === undefined || other === undefined) return undefined;
  const shared = mutualCost(one.candidate, other.candidate);
  if (shared === 0) return undefined;
  const [aloneA, aloneB] = [ones, others].map(options => options.map(option => disturbance(option, [a, b])));
  let least = (aloneA?.[first] ?? 0) + (aloneB?.[second] ?? 0) + shared - 1e-6;
  let best: [number, number] | undefined;
  for (const [i, option] of ones.entries()) {
    if ((aloneA?.[i] ?? 0) >= least) continue;
    for (const [j, partner] of others.entries()) {
      const cost = (aloneA?.[i] ?? 0) + (aloneB?.[j] ?? 0) + mutualCost(option.candidate, partner.candidate);
      if (cost < least) [least, best] = [cost, [i, j]];
    }
  }
  return best;
};

/** Whether a label covers no other, no mark and no name of the ground, and no line that ties a label runs through another. */
export const coversNothing = (
  { box, leader: own }: Candidate,
  others: readonly Candidate[],
  { circles, boxes, bounds }: Obstacles,
): boolean =>
  outside(box, bounds) === 0 &&
  circles.every(circle => depthInBox(circle, box) === 0) &&
  boxes.every(other => overlap(box, other) === 0) &&
  others.every(
    ({ box: other, leader }) =>
      overlap(box, other) === 0 &&
      (leader === undefined || lengthInBox(leader, box) === 0) &&
      (own === undefined || lengthInBox(own, other) === 0),
  );

/** Few cheap places first: labels with no choice take theirs before the others. */
const freedom = (options: readonly Costed[]): number =>
  options.filter(({ fixed }) => fixed < collision).length;

/** Places are often tried more than once among the same obstacles: with all labels, then without some. */
const knownCosts = new WeakMap<Obstacles, WeakMap<Candidate, number>>();

const knownCost = (candidate: Candidate, obstacles: Obstacles): number => {
  const known = knownCosts.get(obstacles) ?? new WeakMap<Candidate, number>();
  knownCosts.set(obstacles, known);
  const cost = known.get(candidate) ?? fixedCost(candidate, obstacles);
  known.set(candidate, cost);
  return cost;
};

const fixedCost = (candidate: Candidate, obstacles: Obstacles): number => {
  const { leader } = candidate;
  let cost = collisionCost(candidate, obstacles);
  if (leader !== undefined)
    for (const segment of obstacles.segments) if (crosses(leader, segment)) cost += crossing;
  return cost;
};

/**
 * What a place costs for all that a label would cover there or leave; 0 where it is clear.
 * @param enough where only that it costs something is asked: the cost so far is given as soon as it is more than this
 */
const collisionCost = (
  { box, leader }: Candidate,
  { circles, segments, boxes, bounds }: Obstacles,
  enough = Number.POSITIVE_INFINITY,
): number => {
  const room = grow(box, clearance);
  const out = outside(box, bounds);
  let cost = out > 0 ? 4 * collision + 10 * out : 0;
  if (cost > enough) return cost;
  for (const circle of circles) {
    const depth = depthInBox(circle, room);
    if (depth > 0) cost += collision + 10 * depth;
  }
  if (cost > enough) return cost;
  for (const other of boxes) {
    const shared = overlap(room, other);
    if (shared > 0) cost += collision + shared;
  }
  if (cost > enough) return cost;
  for (const segment of segments) {
    const length = lengthInBox(segment, room);
    if (length > 0) cost += collision / 2 + 5 * length;
  }
  if (leader === undefined) return cost;
  for (const circle of circles) cost += 8 * leaderDepth(leader, circle);
  return cost;
};

/** Whether a line runs through a mark, so that it would tie the mark to the label of another. */
export const isCrossedBy = (leader: Span | undefined, circle: Circle): boolean =>
  leader !== undefined && leaderDepth(leader, circle) > 0;

/** How much of a leader runs through a foreign disc. */
const leaderDepth = (leader: Span, { x, y, radius }: Circle): number =>
  lengthInBox(leader, {
    x: x - radius * 0.7,
    y: y - radius * 0.7,
    width: radius * 1.4,
    height: radius * 1.4,
  });

const mutualCost = (a: Candidate, b: Candidate): number => {
  let cost = 0;
  if (near(a.box, b.box)) {
    const shared = overlap(grow(a.box, clearance), b.box);
    if (shared > 0) cost += collision + shared;
  }
  if (a.leader !== undefined) cost += 10 * lengthInBox(a.leader, b.box);
  if (b.leader !== undefined) cost += 10 * lengthInBox(b.leader, a.box);
  return cost;
};

/** A cheap test that spares most pairs the exact one. */
const near = (a: Box, b: Box): boolean =>
  a.y < b.y + b.height + clearance && b.y < a.y + a.height + clearance && a.x < b.x + b.width + clearance;

/** Whether a label covers an obstacle or leaves the picture even in the best of its places: better left out if it may be. */
export const hasRoom = (candidates: readonly Candidate[], obstacles: Obstacles): boolean =>
  candidates.some(candidate => collisionCost(candidate, obstacles, 0) === 0);

/** Whether a placement covers nothing and stays inside: what the tests hold for realistic data. */
export const isClear = (placed: readonly Candidate[], obstacles: Obstacles): boolean =>
  placed.every(
    (label, index) =>
      outside(label.box, obstacles.bounds) === 0 &&
      obstacles.circles.every(circle => depthInBox(circle, label.box) === 0) &&
      obstacles.boxes.every(box => overlap(label.box, box) === 0) &&
      obstacles.segments.every(segment => lengthInBox(segment, label.box) === 0) &&
      placed.every((other, at) => at <= index || overlap(label.box, other.box) === 0),
  );
