import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';

/** What keeps a page from being made, and the texts that it is about, for code frames. */
export interface Problems {
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
  /** What a fault of ours or of a template said, where there is no diagnostic. */
  readonly fault?: string;
}

/** Thrown through the steps of a preview to where a page was asked for. */
export class Hindered extends Error {
  readonly problems: Problems;

  constructor(problems: Problems) {
    super('A page cannot be made before something is mended');
    this.name = 'Hindered';
    this.problems = problems;
  }
}

/** @throws Hindered where there are errors among the diagnostics */
export const refuseErrors = (
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
): void => {
  if (hasErrors(diagnostics)) throw new Hindered({ diagnostics, texts });
};

/** What was thrown where a page was to be made, as the reader of the page is told. */
export const problemsOf = (error: unknown): Problems =>
  error instanceof Hindered
    ? error.problems
    : {
        diagnostics: [],
        texts: new Map(),
        fault: error instanceof Error ? error.message : String(error),
      };
