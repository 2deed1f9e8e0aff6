/** What binary arithmetic leaves beyond the fifteenth digit is no information. */
export const withoutNoise = (value: number): number => Number(value.toPrecision(15));

/**
 * Rounds parts so that the printed parts add up to the printed total: each is rounded down, and the units that are
 * missing go to the parts with the largest remainders (Hamilton's method). Ties go to the earlier part.
 * @param parts values; null stays null and counts as nothing
 * @param precision decimals, 0 or more
 * @param printed the total that stands beside them, less than a unit of the last decimal from theirs; the sum rounded when absent
 */
export const roundToTotal = (
  parts: readonly (number | null)[],
  precision: number,
  printed?: number,
): (number | null)[] => {
  const factor = 10 ** precision;
  const inUnits = (value: number): number => withoutNoise(value * factor);
  const scaled = parts.map(part => (part === null ? null : inUnits(part)));
  const target = Math.round(
    printed === undefined
      ? withoutNoise(scaled.reduce<number>((total, part) => total + (part ?? 0), 0))
      : inUnits(printed),
  );
  const floors = scaled.map(part => (part === null ? null : Math.floor(part)));
  const missing = target - floors.reduce<number>((total, part) => total + (part ?? 0), 0);
  const raised = new Set(
    scaled
      .map((part, index) => ({ index, remainder: part === null ? -1 : part - Math.floor(part) }))
      .filter(({ remainder }) => remainder >= 0)
      .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, missing)
      .map(({ index }) => index),
  );
  return floors.map((part, index) => (part === null ? null : (part + (raised.has(index) ? 1 : 0)) / factor));
};

/** The difference between two values as they are printed beside each other. */
export const printedDifference = (before: number, after: number, precision: number): number => {
  const factor = 10 ** precision;
  const units = (value: number): number => Math.round(withoutNoise(value * factor));
  return (units(after) - units(before)) / factor;
};
