/** A linear scale between data and CSS pixels of the plot. */
export interface Scale {
  readonly domain: readonly [number, number];
  /** Pixel of a value. */
  at(value: number): number;
  /** Value at a pixel. */
  value(pixel: number): number;
}

/** @param range pixels of the two ends of the domain; vertical ones run from bottom (large) to top (small) */
export const linear = (domain: readonly [number, number], range: readonly [number, number]): Scale => {
  const [d0, d1] = domain;
  const [r0, r1] = range;
  const perUnit = (r1 - r0) / (d1 - d0);
  return {
    domain,
    at: value => r0 + (value - d0) * perUnit,
    value: pixel => d0 + (pixel - r0) / perUnit,
  };
};

/** Round numbers inside the interval, about `count` of them, at steps of 1, 2 or 5 times a power of ten. */
export const ticks = (low: number, high: number, count: number): readonly number[] => {
  const span = high - low;
  if (!(span > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(span / count));
  const step = power * ([1, 2, 5, 10].find(factor => span / (factor * power) <= count) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => round((first + i) * step));
};

/** The same with one tick beyond each end that is not a tick itself, so that every value lies between two of them. */
export const ticksAround = (low: number, high: number, count: number): readonly number[] => {
  const inner = ticks(low, high, count);
  const [first = low, second] = inner;
  const last = inner.at(-1) ?? high;
  if (second === undefined) return inner;
  const step = second - first;
  return [
    ...(first > low + step * 1e-9 ? [round(first - step)] : []),
    ...inner,
    ...(last < high - step * 1e-9 ? [round(last + step)] : []),
  ];
};

/** Takes the noise of binary fractions off: 0.30000000000000004 → 0.3. */
const round = (value: number): number => Number(value.toPrecision(12));

/** The smallest interval that holds zero and all values; never empty. */
export const fromZero = (values: readonly number[]): readonly [number, number] => {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return low === high ? [0, 1] : [low, high];
};
