import type { Grid } from './grid.ts';

/**
 * Score of an account as one criterion takes the share x of all weight and the others keep their proportions:
 * (constant + slope·x) ÷ (wholeConstant + wholeSlope·x) for x between 0 and 1. The divisor is what the known points
 * weigh together; it is 1 throughout where nothing is missing, and then the score is a straight line.
 */
export interface ScoreLine {
  readonly row: number;
  readonly constant: number;
  readonly slope: number;
  readonly wholeConstant: number;
  readonly wholeSlope: number;
}

/** One line for each row of the grid. */
export const scoreLines = (
  { rows, criteria, weights, points }: Grid,
  varied: number,
): readonly ScoreLine[] => {
  const others = 1 - (weights[varied] ?? 0);
  return rows.map((_, row) => {
    let sum = 0;
    let known = 0;
    for (let column = 0; column < criteria.length; column++) {
      const stated = points[row * criteria.length + column] ?? Number.NaN;
      if (column === varied || Number.isNaN(stated)) continue;
      const proportion = (weights[column] ?? 0) / others;
      sum += proportion * stated;
      known += proportion;
    }
    const own = points[row * criteria.length + varied] ?? Number.NaN;
    return lineOf(row, { sum, known, own });
  });
};

const lineOf = (
  row: number,
  { sum, known, own }: { readonly sum: number; readonly known: number; readonly own: number },
): ScoreLine => {
  // Where the criterion is not rated, or nothing else is, its weight changes nothing.
  if (Number.isNaN(own)) return flat(row, sum / known);
  if (known === 0) return flat(row, own);
  const whole = Math.abs(known - 1) < 1e-12 ? 1 : known;
  return { row, constant: sum, slope: own - sum, wholeConstant: whole, wholeSlope: 1 - whole };
};

const flat = (row: number, score: number): ScoreLine => ({
  row,
  constant: score,
  slope: 0,
  wholeConstant: 1,
  wholeSlope: 0,
});

/** A score at a share and its first two derivatives there; two lines that agree in all three agree everywhere. */
export type Course = readonly [score: number, rise: number, bend: number];

/** As the share moves in the direction. */
export const courseOf = (
  { constant, slope, wholeConstant, wholeSlope }: ScoreLine,
  share: number,
  direction: 1 | -1,
): Course => {
  const whole = wholeConstant + wholeSlope * share;
  const rise = (slope * wholeConstant - constant * wholeSlope) / whole ** 2;
  return [(constant + slope * share) / whole, direction * rise, (-2 * wholeSlope * rise) / whole];
};

/** Coefficients of a polynomial of second degree, from the constant one up. */
export type Quadratic = readonly [number, number, number];

/** Positive where the line is above the level. */
export const aboveLevel = (line: ScoreLine, level: number): Quadratic => [
  line.constant - level * line.wholeConstant,
  line.slope - level * line.wholeSlope,
  0,
];

/** Positive where the first line is above the second. */
export const aboveLine = (first: ScoreLine, second: ScoreLine): Quadratic => [
  first.constant * second.wholeConstant - second.constant * first.wholeConstant,
  first.constant * second.wholeSlope +
    first.slope * second.wholeConstant -
    second.constant * first.wholeSlope -
    second.slope * first.wholeConstant,
  first.slope * second.wholeSlope - second.slope * first.wholeSlope,
];

export const negative = ([constant, linear, square]: Quadratic): Quadratic => [-constant, -linear, -square];
