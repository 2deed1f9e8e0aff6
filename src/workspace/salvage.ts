import type { z } from 'zod';

/** Deeper than this no file of ours goes on refusing. */
const mostRounds = 8;

/**
 * The value without what was refused, so that one slip in a file doesn't hide what the cross-checks would find in the
 * rest of it. Only keys of maps are left out, never entries of lists: places and ids keep their meaning. Where an entry
 * can't do without what is wrong in it, the list goes as a whole.
 * Undefined where what is left still doesn't have the shape.
 */
export const salvage = <T>(
  schema: z.ZodType<T>,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): T | undefined => {
  const remains: unknown = structuredClone(value);
  let left = issues;
  for (let round = 0; round < mostRounds; round += 1) {
    if (
      !left
        .flatMap(wrongPlaces)
        .map(place => leaveOut(remains, place))
        .includes(true)
    )
      return undefined;
    const { success, data, error } = schema.safeParse(remains);
    if (success) return data;
    left = error.issues;
  }
  return undefined;
};

const wrongPlaces = (issue: z.core.$ZodIssue): readonly (readonly PropertyKey[])[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map(key => [...issue.path, key]) : [issue.path];

/** Takes away the innermost key on the way to a place that there is one of. @returns whether there was */
const leaveOut = (root: unknown, path: readonly PropertyKey[]): boolean => {
  const holders = [root];
  for (const step of path) holders.push(childOf(holders.at(-1), step));
  for (const [depth, step] of [...path.entries()].reverse()) {
    const holder = holders[depth];
    if (isMapOrList(holder) && !Array.isArray(holder) && Object.hasOwn(holder, step))
      return Reflect.deleteProperty(holder, step);
  }
  return false;
};

const childOf = (holder: unknown, step: PropertyKey): unknown =>
  isMapOrList(holder) && Object.hasOwn(holder, step) ? Reflect.get(holder, step) : undefined;

const isMapOrList = (value: unknown): value is object => typeof value === 'object' && value !== null;
