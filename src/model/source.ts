/** A place in a source file, by structure: the file and the path of keys inside it. Line and column are looked up on demand. */
export interface SourceRef {
  /** Path relative to the workspace root, with forward slashes. */
  readonly file: string;
  readonly path: readonly (string | number)[];
}

/** A resolved place: 1-based line and column, and the length of the marked text on that line. */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** A validated entity and the place it was read from. Children are at `at(entity.source, …path)`. */
export type Sourced<T> = T & { readonly source: SourceRef };

/**
 * The place of a child of `ref`. The same place is the same object, however many figures name it: the figures of ten thousand
 * accounts rest on a million places a dozen times over.
 */
export const at = (ref: SourceRef, ...path: readonly (string | number)[]): SourceRef => {
  let place = placeOf(ref);
  for (const key of path) place = place.child(key);
  return place;
};

/** A place that knows the places below it that were asked for. */
class Place implements SourceRef {
  readonly file: string;
  readonly path: readonly (string | number)[];
  #children: Map<string | number, Place> | undefined;

  constructor(file: string, path: readonly (string | number)[]) {
    this.file = file;
    this.path = path;
  }

  child(key: string | number): Place {
    this.#children ??= new Map();
    const known = this.#children.get(key);
    if (known) return known;
    const made = new Place(this.file, this.path.concat(key));
    this.#children.set(key, made);
    return made;
  }
}

/** Of each entity, its place with the places below it. */
const roots = new WeakMap<SourceRef, Place>();

const placeOf = (ref: SourceRef): Place => {
  if (ref instanceof Place) return ref;
  const known = roots.get(ref);
  if (known) return known;
  const made = new Place(ref.file, ref.path);
  roots.set(ref, made);
  return made;
};

export const isSourceRef = (input: unknown): input is SourceRef =>
  typeof input === 'object' && input !== null && 'file' in input && 'path' in input;
