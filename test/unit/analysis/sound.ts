import type { Analysis } from '../../../src/analysis/analyze.ts';

/** Every number that the analysis could print, with where it stands. */
const numbersIn = ({ figures, series }: Analysis): readonly (readonly [string, number])[] => [
  ...[...figures.values()].flatMap(({ id, value, interval, coverage }) =>
    [value, interval?.low, interval?.high, coverage?.n, coverage?.of].flatMap(number =>
      typeof number === 'number' ? [[id, number] as const] : [],
    ),
  ),
  ...[...series.values()].flatMap(({ id, rows }) =>
    rows.flatMap((row, index) =>
      Object.entries(row).flatMap(([column, cell]) =>
        typeof cell === 'number' ? [[`${id}[${index}].${column}`, cell] as const] : [],
      ),
    ),
  ),
];

/** Numbers that no page can show: none at all, without end, or a zero with a minus. */
export const unprintable = (analysis: Analysis): readonly (readonly [string, number])[] =>
  numbersIn(analysis).filter(([, number]) => !Number.isFinite(number) || Object.is(number, -0));

/** Figures that have neither a value nor a reason, or both. */
export const silent = ({ figures }: Analysis): readonly string[] =>
  [...figures.values()]
    .filter(({ value, unavailable }) => (value === undefined) === (unavailable === undefined))
    .map(({ id }) => id);

/**
 * Numbers of small samples that carry neither an interval nor the reason why there is none. A class has none by its nature: it
 * follows from points that do.
 */
export const unsure = ({ figures }: Analysis): readonly string[] =>
  [...figures.values()]
    .filter(
      ({ value, smallSample, interval, noInterval }) =>
        typeof value === 'number' &&
        smallSample === true &&
        (interval === undefined) === (noInterval === undefined),
    )
    .map(({ id }) => id);
