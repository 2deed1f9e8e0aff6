import type { RobustnessSettings } from '../../model/robustness.ts';
import { type PointsTable, pointsTable } from '../portfolio/points-table.ts';
import { boundaryOf } from '../portfolio/ranking.ts';
import { recently } from '../recent.ts';
import type { Scope } from '../scope.ts';
import { type Random, randomOf } from '../statistics/random.ts';
import { type Acceptability, acceptabilityOf } from './acceptability.ts';
import { type Grid, gridOf } from './grid.ts';
import { scoresOf } from './scores.ts';
import { type WeightInterval, weightIntervals } from './weight-intervals.ts';
import { anyWeightings, nearWeightings, type Weightings } from './weightings.ts';

/** Two neighbours of the ranking, by their rows in the grid. */
export type Pair = readonly [ahead: number, behind: number];

export interface Robustness {
  readonly table: PointsTable;
  readonly settings: RobustnessSettings;
  readonly grid: Grid;
  /** Over all weightings there are. */
  readonly any: Acceptability;
  /** Over the weightings within the declared range of the stated one. */
  readonly near: Acceptability;
  readonly pairs: readonly Pair[];
  readonly intervals: readonly WeightInterval[];
}

/** How many leading ranks are counted one by one, and among how many leading accounts near ties are looked for. */
const mostLeading = 50;
/** Scores that one kind of weighting may take: what keeps ten thousand accounts within seconds. */
const mostScores = 10_000_000;
const fewestSamples = 1000;

/** Weightings to draw for so many accounts: those declared, fewer where there are many accounts. */
export const samplesFor = (declared: number, accounts: number): number =>
  Math.min(declared, Math.max(fewestSamples, Math.floor(mostScores / Math.max(1, accounts))));

const experiments = recently<Acceptability>(16);

/** How the ranking and the key set depend on the weights; undefined where no account has a score. */
export const robustness = (scope: Scope): Robustness | undefined => {
  const table = scope.of(pointsTable);
  if (table === undefined) return undefined;
  const grid = gridOf(table);
  if (grid.rows.length === 0) return undefined;
  const settings = table.scoring.robustness;
  const pairs = pairsOf(table, grid);
  const { keySet, scale } = table.scoring;
  const points = [grid.criteria.length, grid.points.join(), grid.weights.join()];
  const draw = (name: string, weightings: (random: Random) => Weightings): Acceptability => {
    const seed = `${settings.seed} ${scope.period} ${name}`;
    // Dear, and the same for every analysis of the same points: the preview makes one at each edit.
    const key = JSON.stringify([seed, points, settings, keySet, scale, pairs]);
    return experiments(key, () => experiment({ table, grid, settings, pairs }, randomOf(seed), weightings));
  };
  return {
    table,
    settings,
    grid,
    pairs,
    any: draw('any', anyWeightings),
    near: draw('near', random => nearWeightings(random, grid.weights, settings.within)),
    intervals: weightIntervals(grid, table.scoring.keySet),
  };
};

const experiment = (
  { table: { scoring }, grid, settings, pairs }: Pick<Robustness, 'table' | 'grid' | 'settings' | 'pairs'>,
  random: Random,
  weightings: (random: Random) => Weightings,
): Acceptability =>
  acceptabilityOf({
    rows: grid.rows.length,
    criteria: grid.criteria.length,
    samples: samplesFor(settings.samples, grid.rows.length),
    leading: Math.min(grid.rows.length, mostLeading),
    keySet: scoring.keySet,
    pairs,
    weightings: weightings(random),
    scores: scoresOf(grid, scoring.scale, settings.missing, random),
  });

/** Neighbours among the leading accounts that the points table calls nearly equal, and the two on either side of the line. */
const pairsOf = ({ rows: all, scoring }: PointsTable, { rows }: Grid): readonly Pair[] => {
  const [inside] = boundaryOf(all) ?? [];
  return rows.slice(0, mostLeading).flatMap((row, index): Pair[] => {
    const next = rows[index + 1];
    if (next === undefined) return [];
    const isNear = (row.value ?? 0) - (next.value ?? 0) < scoring.nearTie;
    return isNear || row === inside ? [[index, index + 1]] : [];
  });
};
