/** Consecutive ranks that share a column, both ends included, from 1. */
export interface RankGroup {
  readonly from: number;
  readonly to: number;
  /** Whether these places lie in the key set. */
  readonly inside: boolean;
}

/** Columns for the places of the key set after the first, and for those behind it. */
const insideColumns = 3;
const outsideColumns = 3;

/**
 * Ranks in columns that can be read: the first alone, the other places of the key set, and those behind it. The border of
 * the key set is always a border of columns.
 * @param places of the key set today, 0 where it admits nobody
 * @param ranks how many ranks there are
 */
export const rankGroups = (places: number, ranks: number): RankGroup[] => {
  const inside = Math.min(places, ranks);
  const first: RankGroup[] = ranks > 0 ? [{ from: 1, to: 1, inside: inside > 0 }] : [];
  return [
    ...first,
    ...chunks(2, inside, insideColumns).map(group => ({ ...group, inside: true })),
    ...chunks(Math.max(2, inside + 1), ranks, outsideColumns).map(group => ({ ...group, inside: false })),
  ];
};

/** The ranks between both ends in at most so many chunks, the longer ones last. */
const chunks = (from: number, to: number, most: number): { readonly from: number; readonly to: number }[] => {
  const count = Math.max(0, to - from + 1);
  const parts = Math.min(most, count);
  const start = (part: number): number => from + Math.floor((part * count) / parts);
  return Array.from({ length: parts }, (_, part) => ({ from: start(part), to: start(part + 1) - 1 }));
};
