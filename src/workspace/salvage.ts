import type { z } from 'zod';

/**
 * The value without what was refused, so that one slip in a file doesn't hide what the cross-checks would find in the
 * rest of it. Only keys of maps are left out, never entries of lists: places and ids keep their meaning.
 * Undefined where what is left still doesn't have the shape.
 */
export const salvage = <T>(
  schema: z.ZodType<T>,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): T | undefined => {
  const remains: unknown = structuredClone(value);
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) leaveOut(remains, [...issue.path, key]);
    else leaveOut(remains, issue.path);
  }
  return schema.safeParse(remains).data;
};

const leaveOut = (root: unknown, path: readonly PropertyKey[]): void => {
  let holder = root;
  for (const step of path.slice(0, -1)) holder = isMapOrList(holder) ? Reflect.get(holder, step) : undefined;
  const key = path.at(-1);
  if (key !== undefined && isMapOrList(holder) && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
};

const isMapOrList = (value: unknown): value is object => typeof value === 'object' && value !== null;
