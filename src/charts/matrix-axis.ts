/** Pixels that an axis has, and how many of them stay free at both ends for the largest bubble and the quadrant names. */
export interface Room {
  readonly length: number;
  readonly free: number;
}

/** The quadrant names need a good quarter of the picture on either side of the cut. */
const leastShare = 0.28;

/**
 * Ends of an axis of a two-by-two: all values with room around them, and the cut far enough from both ends.
 * @param leastSpan what the axis shows at least, so that few accounts close together don't look far apart
 */
export const domainAround = (
  values: readonly number[],
  cut: number,
  { length, free }: Room,
  leastSpan: number,
): [number, number] => {
  const [low, high] = [Math.min(cut, ...values), Math.max(cut, ...values)];
  const span = Math.max(high - low, leastSpan);
  const room = (span * free) / (length - 2 * free);
  const least = (span + 2 * room) * leastShare;
  return [Math.min(low - room, cut - least), Math.max(high + room, cut + least)];
};
