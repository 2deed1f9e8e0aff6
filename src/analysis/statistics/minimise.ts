/** A function of several variables. A point outside its domain has the value +∞. */
export type Objective = (point: readonly number[]) => number;

export interface Minimum {
  readonly point: readonly number[];
  readonly value: number;
  /** Whether the simplex has shrunk to the tolerance before the evaluations ran out. */
  readonly converged: boolean;
}

interface Vertex {
  readonly point: readonly number[];
  readonly value: number;
}

const mostEvaluations = 4000;
/** Width of the simplex, in the units of the variables, and spread of its values, relative to their size. */
const narrow = 1e-7;
const flat = 1e-12;
/** Length of the edges with which a simplex begins. */
const firstStep = 0.5;

/**
 * The lowest of the minima found from several starting points by the simplex method of Nelder and Mead, with the
 * coefficients and rules of Lagarias, Reeds, Wright and Wright (1998), SIAM Journal on Optimization 9. The best one is
 * begun anew until that no longer improves it, since a simplex may collapse beside a minimum. Deterministic.
 * @throws RangeError without a starting point
 */
export const minimise = (objective: Objective, starts: readonly (readonly number[])[]): Minimum => {
  const found = starts.map(start => descend(objective, start));
  let best = found.reduce((lowest, next) => (next.value < lowest.value ? next : lowest), startless(found));
  for (let round = 0; round < 5; round += 1) {
    const again = descend(objective, best.point);
    const gain = best.value - again.value;
    if (gain > 0) best = again;
    if (!(gain > flat * Math.max(1, Math.abs(best.value)))) break;
  }
  return best;
};

const startless = ([first]: readonly Minimum[]): Minimum => {
  if (first === undefined) throw new RangeError('A minimum is sought from at least one point');
  return first;
};

const descend = (objective: Objective, start: readonly number[]): Minimum => {
  let evaluations = 0;
  const at = (point: readonly number[]): Vertex => {
    evaluations += 1;
    const value = objective(point);
    return { point, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  let simplex = [
    at(start),
    ...start.map((_, axis) => at(start.map((x, index) => (index === axis ? x + firstStep : x)))),
  ].sort(byValue);
  while (evaluations < mostEvaluations && !hasShrunk(simplex)) simplex = step(simplex, at).sort(byValue);
  const [best] = simplex;
  if (best === undefined) throw new RangeError('A simplex has a vertex');
  return { ...best, converged: hasShrunk(simplex) };
};

const byValue = (a: Vertex, b: Vertex): number => (a.value === b.value ? 0 : a.value - b.value);

const hasShrunk = (simplex: readonly Vertex[]): boolean => {
  const [best, worst] = [simplex[0], simplex.at(-1)];
  if (best === undefined || worst === undefined) return true;
  const spread = worst.value - best.value;
  const width = Math.max(
    ...simplex.flatMap(({ point }) => point.map((x, axis) => Math.abs(x - (best.point[axis] ?? 0)))),
  );
  return spread <= flat * Math.max(1, Math.abs(best.value)) && width <= narrow;
};

/** One step: the worst vertex is reflected, pulled out or in; where nothing helps, all shrink towards the best one. */
const step = (simplex: readonly Vertex[], at: (point: readonly number[]) => Vertex): Vertex[] => {
  const [best, worst, second] = [simplex[0], simplex.at(-1), simplex.at(-2)];
  if (best === undefined || worst === undefined || second === undefined) return [...simplex];
  const others = simplex.slice(0, -1);
  const centre = best.point.map(
    (_, axis) => others.reduce((sum, { point }) => sum + (point[axis] ?? 0), 0) / others.length,
  );
  const along = (factor: number): Vertex =>
    at(centre.map((x, axis) => x + factor * (x - (worst.point[axis] ?? 0))));
  const reflected = along(1);
  if (reflected.value < best.value) {
    const expanded = along(2);
    return [...others, expanded.value < reflected.value ? expanded : reflected];
  }
  if (reflected.value < second.value) return [...others, reflected];
  const contracted = reflected.value < worst.value ? along(0.5) : along(-0.5);
  if (contracted.value <= Math.min(reflected.value, worst.value)) return [...others, contracted];
  return [
    best,
    ...simplex.slice(1).map(({ point }) => at(point.map((x, axis) => (x + (best.point[axis] ?? 0)) / 2))),
  ];
};
