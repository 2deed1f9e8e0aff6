import type { Span } from './source.ts';

export type Severity = 'error' | 'warning' | 'hint';

/**
 * One thing that is wrong, or might be. `code` is stable and drawn from the catalogue of the layer that found it
 * (`workspace/…`, `notebook/…`, `chart/…`, `import/…`); prose and code frames are made late, for a reader.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong and why, one or two plain sentences, in English. */
  readonly message: string;
  readonly span?: Span;
  /** How to mend it, one imperative sentence each. */
  readonly hints: readonly string[];
}

/** What expected failure looks like: diagnostics (many at once), and a value where one could still be made. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** What several found in the same place is told once: a piece that notebooks share, a chart that is drawn for many accounts. */
export const distinct = (diagnostics: readonly Diagnostic[]): Diagnostic[] => [
  ...new Map(diagnostics.map(one => [JSON.stringify([one.code, one.message, one.span]), one])).values(),
];

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(diagnostic => diagnostic.severity === 'error');
