/** One slip in the data of a file: what somebody who edits YAML by hand does wrong. */
export const slips = [
  'delete',
  'duplicate',
  'text',
  'number',
  'negate',
  'thousandfold',
  'hundredth',
  'zero',
  'early',
  'late',
  'rename',
  'insert',
  'empty',
  'nothing',
] as const;
export type Slip = (typeof slips)[number];

type Steps = readonly (string | number)[];

interface Place {
  readonly holder: object;
  readonly key: string | number;
  readonly value: unknown;
  readonly steps: Steps;
}

const placesIn = (holder: unknown, steps: Steps = []): readonly Place[] => {
  if (typeof holder !== 'object' || holder === null) return [];
  const keys: readonly (string | number)[] = Array.isArray(holder) ? [...holder.keys()] : Object.keys(holder);
  return keys.flatMap(key => {
    const value: unknown = Reflect.get(holder, key);
    const own = [...steps, key];
    return [{ holder, key, value, steps: own }, ...placesIn(value, own)];
  });
};

const isNumber = ({ value }: Place): boolean => typeof value === 'number' && value !== 0;
const isText = ({ value }: Place): boolean => typeof value === 'string';
const isDate = ({ value }: Place): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const isCollection = ({ value }: Place): boolean => typeof value === 'object' && value !== null;
const isEntry = ({ holder }: Place): boolean => Array.isArray(holder);

const where: { readonly [Name in Slip]?: (place: Place) => boolean } = {
  duplicate: isEntry,
  negate: isNumber,
  thousandfold: isNumber,
  hundredth: isNumber,
  zero: isNumber,
  early: isDate,
  late: isDate,
  rename: isText,
  empty: isCollection,
  insert: place => isCollection(place) && !Array.isArray(place.value),
};

const written: { readonly [Name in Slip]?: (value: unknown) => unknown } = {
  text: () => 'pending',
  number: () => 7,
  negate: value => -Number(value),
  thousandfold: value => Number(value) * 1000,
  hundredth: value => Number(value) / 100,
  zero: () => 0,
  early: () => '1900-02-28',
  late: () => '2099-12-31',
  rename: value => `${String(value)}-x`,
  empty: value => (Array.isArray(value) ? [] : {}),
  insert: value => ({ ...Object(value), unexpected: 1 }),
  nothing: () => null,
};

/**
 * Makes a slip in a document, which is changed.
 * @param pick which of the places where the slip can be made, taken round and round
 * @returns where it was made; undefined where there is no such place
 */
export const mutate = (document: unknown, slip: Slip, pick: number): Steps | undefined => {
  const places = placesIn(document).filter(where[slip] ?? (() => true));
  const place = places[pick % Math.max(1, places.length)];
  if (place === undefined) return undefined;
  const { holder, key, value } = place;
  const replace = written[slip];
  if (replace !== undefined) Reflect.set(holder, key, replace(value));
  else if (!Array.isArray(holder)) Reflect.deleteProperty(holder, key);
  else if (slip === 'duplicate') holder.splice(Number(key), 0, value);
  else holder.splice(Number(key), 1);
  return place.steps;
};
