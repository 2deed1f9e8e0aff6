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

/** A file as a whole: where what is wrong with it stands in no line. */
export const topOf = (file: string): Span => ({ file, line: 1, column: 1, length: 1 });

/** A validated entity and the place it was read from. Children are at `at(entity.source, …path)`. */
export type Sourced<T> = T & { readonly source: SourceRef };

/** The place of a child of `ref`. Places are cheap to make and kept by nobody: figures list theirs when somebody asks. */
export const at = (ref: SourceRef, ...path: readonly (string | number)[]): SourceRef => ({
  file: ref.file,
  path: [...ref.path, ...path],
});

export const isSourceRef = (input: unknown): input is SourceRef =>
  typeof input === 'object' && input !== null && 'file' in input && 'path' in input;
