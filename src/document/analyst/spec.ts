/** Vega-Lite as YAML or JSON give it; what it means is known once it has been checked. */
export type Spec = Readonly<Record<string, unknown>>;
export type Path = readonly (string | number)[];

export const isSpec = (value: unknown): value is Spec =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object of a spec with its path, from the outside in. */
export function* objectsOf(value: unknown, path: Path = []): Generator<readonly [Spec, Path]> {
  if (isSpec(value)) yield [value, path];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value))
    yield* objectsOf(child, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** A spec with what each channel of each encoding shows changed; what is no object stays. */
export const withChannels = (spec: Spec, change: (definition: Spec, channel: string) => Spec): Spec => {
  const changed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(changed);
    return isSpec(value) ? withChannels(value, change) : value;
  };
  const encoded = (encoding: Spec): Spec =>
    mapped(encoding, (definition, channel) =>
      isSpec(definition) ? change(definition, channel) : definition,
    );
  return mapped(spec, (value, key) =>
    key === 'encoding' && isSpec(value) ? encoded(value) : changed(value),
  );
};

const mapped = (spec: Spec, change: (value: unknown, key: string) => unknown): Spec =>
  Object.fromEntries(Object.entries(spec).map(([key, value]) => [key, change(value, key)]));

/** Data that a spec draws by name, each place of it. Names that it fills itself are its own. */
export const namedData = (spec: Spec): readonly { readonly name: string; readonly path: Path }[] => {
  const own = new Set(isSpec(spec.datasets) ? Object.keys(spec.datasets) : []);
  return [...objectsOf(spec)].flatMap(([{ data }, path]) =>
    isSpec(data) && typeof data.name === 'string' && !('values' in data) && !own.has(data.name)
      ? [{ name: data.name, path: [...path, 'data', 'name'] }]
      : [],
  );
};

/** Places at which a spec asks for data from outside. */
export const addresses = (spec: Spec): readonly Path[] =>
  [...objectsOf(spec)].flatMap(([{ data }, path]) =>
    isSpec(data) && 'url' in data ? [[...path, 'data', 'url']] : [],
  );

/** CSS pixels: two pages, and more than any screen. Vega draws a line for every few pixels, however many there are. */
export const largestSide = 2_000;

/** Sides of pictures that are longer than anybody could look at. */
export const oversized = (spec: Spec): readonly Path[] =>
  [...objectsOf(spec)].flatMap(([object, path]) =>
    path.includes('values') || path[0] === 'datasets'
      ? []
      : ['width', 'height']
          .filter(side => typeof object[side] === 'number' && object[side] > largestSide)
          .map(side => [...path, side]),
  );

/** Transforms whose fields are named by the data or in ways of their own; with one of them, fields cannot be told apart. */
const freeTransforms = ['pivot', 'lookup', 'fold', 'flatten', 'density', 'regression', 'loess', 'quantile'];

/** Fields that a spec encodes and that must be columns of its rows; none where its transforms may make any field. */
export const encodedFields = (spec: Spec): readonly { readonly field: string; readonly path: Path }[] => {
  const objects = [...objectsOf(spec)];
  if (objects.some(([object]) => freeTransforms.some(name => name in object))) return [];
  const made = new Set(objects.flatMap(([{ as }]) => (Array.isArray(as) ? as : [as])).map(String));
  return objects.flatMap(([{ field, data }, path]) =>
    typeof field === 'string' && data === undefined && !made.has(field) && path.includes('encoding')
      ? [{ field, path: [...path, 'field'] }]
      : [],
  );
};
