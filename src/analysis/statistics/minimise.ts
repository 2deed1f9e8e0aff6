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

/** When a simplex has shrunk enough: its width, in the units of the variables, and the spread of its values, relative to their size. */
interface Tolerance {
  readonly width: number;
  readonly spread: number;
  /** Evaluations after which it is left as it is. */
  readonly evaluations: number;
}
const roughly: Tolerance = { width: 0.05, spread: 1e-7, evaluations: 300 };
const closely: Tolerance = { width: 1e-6, spread: 1e-13, evaluations: 1500 };
/** Length of the edges with which a simplex begins, at first and around a minimum that was found. */
const [firstStep, laterStep] = [0.5, 0.1];

/**
 * The lowest of the minima found from several starting points by the simplex method of Nelder and Mead, with the
 * coefficients and rules of Lagarias, Reeds, Wright and Wright (1998), SIAM Journal on Optimization 9. Each start is followed
 * roughly, the best one closely; it is then begun anew until that no longer improves it, since a simplex may collapse
 * beside a minimum. Deterministic. It is ours because fmin 0.0.4 exports nothing to Node and throws where its simplex
 * shrinks.
 * @throws RangeError without a starting point
 */
export const minimise = (objective: Objective, starts: readonly (readonly number[])[]): Minimum => {
  const found = starts.map(start => descend(objective, start, firstStep, roughly));
  const first = found.reduce((lowest, next) => (next.value < lowest.value ? next : lowest), startless(found));
  let best = descend(objective, first.point, laterStep, closely);
  for (let round = 0; round < 2; round += 1) {
    const again = descend(objective, best.point, laterStep, closely);
    const gain = best.value - again.value;
    if (gain > 0) best = again;
    if (!(gain > 1e-10 * Math.max(1, Math.abs(best.value)))) break;
  }
  return best;
};

const startless = ([first]: readonly Minimum[]): Minimum => {
  if (first === undefined) throw new RangeError('A minimum is sought from at least one point');
  return first;
};

const descend = (
  objective: Objective,
  start: readonly number[],
  edge: number,
  tolerance: Tolerance,
): Minimum => {
  let evaluations = 0;
  const at = (point: readonly number[]): Vertex => {
    evaluations += 1;
    const value = objective(point);
    return { point, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  let simplex = [
    at(start),
    ...start.map((_, axis) => at(start.map((x, index) => (index === axis ? x + edge : x)))),
  ].sort(byValue);
  while (evaluations < tolerance.evaluations && !hasShrunk(simplex, tolerance))
    simplex = step(simplex, at).sort(byValue);
  const [best] = simplex;
  if (best === undefined) throw new RangeError('A simplex has a vertex');
  return { ...best, converged: hasShrunk(simplex, tolerance) };
};

const byValue = (a: Vertex, b: Vertex): number => (a.value === b.value ? 0 : a.value - b.value);

const hasShrunk = (simplex: readonly Vertex[], tolerance: Tolerance): boolean => {
  const [best, worst] = [simplex[0], simplex.at(-1)];
  if (best === undefined || worst === undefined) return true;
  const spread = worst.value - best.value;
  const width = Math.max(
    ...simplex.flatMap(({ point }) => point.map((x, axis) => Math.abs(x - (best.point[axis] ?? 0)))),
  );
  return spread <= tolerance.spread * Math.max(1, Math.abs(best.value)) && width <= tolerance.width;
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
