import fc from 'fast-check';
import { corpus } from '../corpus/corpus.ts';

/** What stands in a place instead of what belongs there. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[0, -0, 1, -1, 0.1, 1e-7, 5e-324, 1e15, 1e21, 1e308, -1e308, 2 ** 53, 101, 1000],
    ...[true, false, null, '', ' ', 'x', [], {}, [null], [[]], { x: 1 }, [{}], 'constructor', '__proto__'],
    ...['2026-Q3', '2019-Q1', '2031-Q4', '2026-09-30', '1900-01-01', '9999-12-31', 'es', 'EUR', 'kam', 'a-b'],
    ...Array.from({ length: 3 }, (_, index) => Array(10 ** (index + 1)).fill(index)),
  ),
  fc.constantFrom(...corpus.map(({ text }) => text)),
  fc.double(),
  fc.integer(),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

/** A change of one place in a document. */
export interface ValueSlip {
  readonly pick: number;
  readonly what: 'replace' | 'delete' | 'double' | 'graft' | 'rename' | 'add' | 'scale' | 'empty';
  readonly value: unknown;
  readonly other: number;
}

export const valueSlip: fc.Arbitrary<ValueSlip> = fc.record({
  pick: fc.nat({ max: 2 ** 31 - 1 }),
  what: fc.constantFrom(
    'replace',
    'replace',
    'delete',
    'double',
    'graft',

    'rename',
    'add',
    'scale',
    'empty',
  ),
  value: strange,
  other: fc.nat({ max: 2 ** 31 - 1 }),
});

interface Place {
  readonly holder: object;
  readonly key: string | number;
}

/** Every place below a value. */
const placesIn = (holder: unknown): readonly Place[] => {
  if (typeof holder !== 'object' || holder === null) return [];
  const keys: readonly (string | number)[] = Array.isArray(holder) ? [...holder.keys()] : Object.keys(holder);
  return keys.flatMap(key => [{ holder, key }, ...placesIn(Reflect.get(holder, key))]);
};

const copy = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? structuredClone(value) : value;

interface Change {
  readonly holder: object;
  readonly key: string | number;
  readonly before: unknown;
  /** The value of another place. */
  readonly graft: unknown;
  readonly slip: ValueSlip;
}

const put = ({ holder, key }: Change, value: unknown): boolean => Reflect.set(holder, key, copy(value));

const remove = ({ holder, key }: Change): unknown =>
  Array.isArray(holder) ? holder.splice(Number(key), 1) : Reflect.deleteProperty(holder, key);

const changes: Readonly<Record<ValueSlip['what'], (change: Change) => unknown>> = {
  replace: made => put(made, made.slip.value),
  graft: made => put(made, made.graft),
  scale: made =>
    put(
      made,
      typeof made.before === 'number' ? made.before * 10 ** ((made.slip.other % 25) - 12) : made.slip.value,
    ),
  empty: made => put(made, Array.isArray(made.before) ? [] : {}),
  delete: remove,
  double: made =>
    Array.isArray(made.holder)
      ? made.holder.splice(Number(made.key), 0, copy(made.before))
      : Reflect.set(made.holder, `${made.key}${made.slip.other % 7}`, copy(made.before)),
  rename: made => {
    remove(made);
    Reflect.set(made.holder, `${made.key}${made.slip.other % 7}`, made.before);
  },
  // A key like 1852686421 would make a list of that length.
  add: ({ holder, graft, slip }) =>
    Array.isArray(holder)
      ? holder.push(copy(graft))
      : Reflect.set(holder, String(slip.value).slice(0, 20) || 'x', copy(graft)),
};

/** Changes one place of a document, which is changed itself. */
export const change = (document: unknown, slip: ValueSlip): void => {
  const places = placesIn(document);
  const place = places[slip.pick % Math.max(1, places.length)];
  const from = places[slip.other % Math.max(1, places.length)];
  if (place === undefined || from === undefined) return;
  const before: unknown = Reflect.get(place.holder, place.key);
  changes[slip.what]({ ...place, before, graft: Reflect.get(from.holder, from.key), slip });
};
