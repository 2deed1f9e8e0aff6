import type { ScoreLine } from './score-line.ts';

/**
 * Of many score lines those that are lowest (side −1) or highest (side 1) somewhere. Lines with the same divisor compare like
 * straight lines, so each such group is reduced to its convex hull; whoever is overtaken first, or overtakes first, is
 * among what remains. Sorting makes the cost n·log n instead of pairs of accounts.
 */
export const envelope = (lines: readonly ScoreLine[], side: 1 | -1): readonly ScoreLine[] => {
  const groups = new Map<string, ScoreLine[]>();
  for (const line of lines) {
    const divisor = `${line.wholeConstant} ${line.wholeSlope}`;
    const group = groups.get(divisor);
    if (group === undefined) groups.set(divisor, [line]);
    else group.push(line);
  }
  return [...groups.values()].flatMap(group => hull(group, side));
};

/** Upper hull of straight lines (lower for side −1); of equal lines the one that stands first in the ranking remains. */
const hull = (lines: readonly ScoreLine[], side: 1 | -1): readonly ScoreLine[] => {
  const height = (line: ScoreLine): number => side * line.constant;
  const rise = (line: ScoreLine): number => side * line.slope;
  const sorted = [...lines].sort(
    (a, b) => rise(a) - rise(b) || height(b) - height(a) || side * (a.row - b.row),
  );
  const kept: ScoreLine[] = [];
  for (const line of sorted) {
    const last = kept.at(-1);
    if (last !== undefined && rise(last) === rise(line)) continue;
    while (isCovered(kept.at(-2), kept.at(-1), line, height, rise)) kept.pop();
    kept.push(line);
  }
  return kept;
};

/** Whether the middle line is nowhere above both others. */
const isCovered = (
  left: ScoreLine | undefined,
  middle: ScoreLine | undefined,
  right: ScoreLine,
  height: (line: ScoreLine) => number,
  rise: (line: ScoreLine) => number,
): boolean => {
  if (left === undefined || middle === undefined) return false;
  return (
    (height(left) - height(right)) * (rise(middle) - rise(left)) <
    (height(left) - height(middle)) * (rise(right) - rise(left))
  );
};
