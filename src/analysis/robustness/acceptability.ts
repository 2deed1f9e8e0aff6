import type { Scoring } from '../../model/scoring.ts';
import { type Ranking, rankingOf } from './ranks.ts';
import type { Scores } from './scores.ts';
import type { Weightings } from './weightings.ts';

/** How often what came out over the weightings that were drawn. Counts, by row of the grid. */
export interface Acceptability {
  readonly samples: number;
  /** Leading ranks that are counted one by one. */
  readonly leading: number;
  /** Row by row, how often it took each of the leading ranks. */
  readonly ranks: Uint32Array;
  /** How often the declared threshold and places admitted it. */
  readonly admitted: Uint32Array;
  /** Best and worst rank seen, from 0. */
  readonly best: Uint32Array;
  readonly worst: Uint32Array;
  /** Row by row, the sum of the weights with which it came first. */
  readonly firstWeights: Float64Array;
  /** By watched pair, how often its first row came before its second. */
  readonly ahead: Uint32Array;
}

export interface Experiment {
  readonly rows: number;
  readonly criteria: number;
  readonly samples: number;
  readonly leading: number;
  readonly keySet: Scoring['keySet'];
  /** Pairs of rows to hold against each other. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly weightings: Weightings;
  readonly scores: Scores;
}

// A score that is on the threshold in decimals may come out a hair below it in binary.
const tolerance = 1e-9;

/** SMAA-2 (Lahdelma & Salminen 2001) by Monte Carlo: memory grows with accounts × leading ranks, never accounts × accounts. */
export const acceptabilityOf = (experiment: Experiment): Acceptability => {
  const { rows, criteria, samples, leading, weightings, scores: score } = experiment;
  const result: Acceptability = {
    samples,
    leading,
    ranks: new Uint32Array(rows * leading),
    admitted: new Uint32Array(rows),
    best: new Uint32Array(rows).fill(Math.max(0, rows - 1)),
    worst: new Uint32Array(rows),
    firstWeights: new Float64Array(rows * criteria),
    ahead: new Uint32Array(experiment.pairs.length),
  };
  const weights = new Float64Array(criteria);
  const scores = new Float64Array(rows);
  const ranks = new Uint32Array(rows);
  const rank: Ranking = rankingOf(rows);
  for (let sample = 0; sample < samples; sample++) {
    weightings(weights);
    score(weights, scores);
    rank(scores, ranks);
    count(result, experiment, { weights, scores, ranks });
  }
  return result;
};

interface Outcome {
  readonly weights: Float64Array;
  readonly scores: Float64Array;
  readonly ranks: Uint32Array;
}

const count = (result: Acceptability, experiment: Experiment, outcome: Outcome): void => {
  countRanks(result, experiment, outcome);
  countAdmitted(result, experiment, outcome);
  const { pairs } = experiment;
  for (let index = 0; index < pairs.length; index++) {
    const [first, second] = pairs[index] ?? [0, 0];
    if ((outcome.ranks[first] ?? 0) < (outcome.ranks[second] ?? 0)) increase(result.ahead, index);
  }
};

const countRanks = (
  { ranks, best, worst, firstWeights }: Acceptability,
  { rows, criteria, leading }: Experiment,
  outcome: Outcome,
): void => {
  for (let row = 0; row < rows; row++) {
    const rank = outcome.ranks[row] ?? 0;
    if (rank < leading) increase(ranks, row * leading + rank);
    if (rank < (best[row] ?? 0)) best[row] = rank;
    if (rank > (worst[row] ?? 0)) worst[row] = rank;
    if (rank === 0) add(firstWeights, row * criteria, outcome.weights);
  }
};

const countAdmitted = (
  { admitted }: Acceptability,
  { rows, keySet }: Experiment,
  { ranks, scores }: Outcome,
): void => {
  const places = keySet.places ?? rows;
  const threshold = (keySet.threshold ?? Number.NEGATIVE_INFINITY) - tolerance;
  for (let row = 0; row < rows; row++)
    if ((ranks[row] ?? 0) < places && (scores[row] ?? 0) >= threshold) increase(admitted, row);
};

const increase = (counts: Uint32Array, index: number): void => {
  counts[index] = (counts[index] ?? 0) + 1;
};

const add = (sums: Float64Array, start: number, weights: Float64Array): void => {
  for (let column = 0; column < weights.length; column++)
    sums[start + column] = (sums[start + column] ?? 0) + (weights[column] ?? 0);
};
