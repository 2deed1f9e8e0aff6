/**
 * Places in an account, without the numbers of the items in its lists: `contacts.*.role`. One with `#` behind it stands for which
 * keys an object has, or how many items a list; one that begins with `@` for where the value stands in its file.
 */
export type Pattern = string;

/** What stands for every item of a list. */
export const anyItem = '*';
/** Above the patterns of places. */
export const places: Pattern = '@';

/** A step on the way to a place. A number is an item of a list, or a key that looks like one. */
export const placeStep = (step: string | number): string =>
  /^\d+$/.test(String(step)) ? anyItem : String(step);

export const below = (pattern: Pattern, key: string): Pattern => (pattern === '' ? key : `${pattern}.${key}`);
export const keysOf = (pattern: Pattern): Pattern => `${pattern}#`;

/** Objects and lists are read by their parts; everything else is a single value, read as a whole. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
