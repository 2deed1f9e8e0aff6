/** Fills the second array with the rank of every score, from 0. Equal scores are ranked in the order in which they stand. */
export type Ranking = (scores: Float64Array, ranks: Uint32Array) => void;

/**
 * Ranks in time that grows with the number of scores: as many equal buckets as scores over their range, best first, and an
 * exact sort inside each bucket, which rarely holds more than a few.
 */
export const rankingOf = (length: number): Ranking => {
  const order = new Uint32Array(length);
  const ends = new Uint32Array(length);
  const buckets = new Uint32Array(length);
  return (scores, ranks) => {
    fillBuckets(scores, buckets);
    ends.fill(0);
    for (let row = 0; row < length; row++) {
      const bucket = buckets[row] ?? 0;
      ends[bucket] = (ends[bucket] ?? 0) + 1;
    }
    for (let bucket = 1; bucket < length; bucket++)
      ends[bucket] = (ends[bucket] ?? 0) + (ends[bucket - 1] ?? 0);
    for (let row = length - 1; row >= 0; row--) {
      const bucket = buckets[row] ?? 0;
      const place = (ends[bucket] ?? 0) - 1;
      ends[bucket] = place;
      order[place] = row;
    }
    // Filling from the back has moved each end to the start of its bucket.
    for (let bucket = 0; bucket < length; bucket++)
      sortBucket(order, ends[bucket] ?? 0, ends[bucket + 1] ?? length, scores);
    for (let rank = 0; rank < length; rank++) ranks[order[rank] ?? 0] = rank;
  };
};

/** Fills the second array with the bucket of every score, from 0 for the best. Loops by index: iterators would leave an object for each score. */
const fillBuckets = (scores: Float64Array, buckets: Uint32Array): void => {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? 0;
    if (score < least) least = score;
    if (score > most) most = score;
  }
  const perPoint = most > least ? (scores.length - 1) / (most - least) : 0;
  for (let row = 0; row < scores.length; row++) buckets[row] = (most - (scores[row] ?? 0)) * perPoint;
};

const fewest = 16;

const sortBucket = (order: Uint32Array, start: number, end: number, scores: Float64Array): void => {
  if (end - start < 2) return;
  // Many close scores in one bucket would make insertion quadratic.
  if (end - start > fewest && !isSorted(order, start, end, scores)) {
    order.subarray(start, end).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    return;
  }
  for (let next = start + 1; next < end; next++) {
    const row = order[next] ?? 0;
    let place = next;
    while (place > start && (scores[order[place - 1] ?? 0] ?? 0) < (scores[row] ?? 0)) {
      order[place] = order[place - 1] ?? 0;
      place--;
    }
    order[place] = row;
  }
};

const isSorted = (order: Uint32Array, start: number, end: number, scores: Float64Array): boolean => {
  for (let place = start + 1; place < end; place++)
    if ((scores[order[place - 1] ?? 0] ?? 0) < (scores[order[place] ?? 0] ?? 0)) return false;
  return true;
};
