import type { ChartInput } from './chart.ts';
import type { Ranked } from './ranked.ts';

export interface Scored {
  readonly account: string;
  /** Points that each criterion adds to the score, in the order of the criteria; undefined where a rating is missing. */
  readonly parts: readonly (number | undefined)[];
  /** The row of the series that each part stands in. */
  readonly rows: readonly (number | undefined)[];
  readonly ranked: Ranked;
  /** Whether every criterion is rated: where one is not, the others carry its weight, and their parts are larger by that. */
  readonly whole: boolean;
}

/** The criteria that have a column each, and the parts of the accounts in the same order. */
export interface Columns {
  readonly titles: readonly string[];
  readonly scored: readonly Scored[];
}

/** Adds the criteria that say least up to one column where there are more than have room, so that the parts still add up. */
export const foldCriteria = (
  { locale }: ChartInput,
  criteria: readonly string[],
  scored: readonly Scored[],
  most: number,
): Columns => {
  if (criteria.length <= most) return { titles: criteria, scored };
  const weights = criteria.map((_, column) => sum(scored.map(({ parts }) => parts[column])) ?? 0);
  const kept = criteria
    .map((_, column) => column)
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
    .slice(0, most - 1)
    .sort((a, b) => a - b);
  const others = criteria.map((_, column) => column).filter(column => !kept.includes(column));
  return {
    titles: [
      ...kept.map(column => criteria[column] ?? ''),
      locale.t('charts.contributions.others', { count: others.length }),
    ],
    scored: scored.map(one => ({
      ...one,
      parts: [...kept.map(column => one.parts[column]), sum(others.map(column => one.parts[column]))],
      rows: kept.map(column => one.rows[column]),
    })),
  };
};

/** Undefined where nothing is known. */
const sum = (values: readonly (number | undefined)[]): number | undefined =>
  values.reduce((total, value) => (value === undefined ? total : (total ?? 0) + value), undefined);
