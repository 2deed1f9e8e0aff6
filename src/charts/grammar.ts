/** What is wrong with a chart that an analyst wrote, and where in it. */
export interface SpecProblem {
  readonly path: readonly (string | number)[];
  /** Whether the name of the property is what is wrong, and not its value. */
  readonly part?: 'key';
  readonly message: string;
  readonly hint?: string;
}

/** Knows what Vega-Lite allows. */
export interface ChartGrammar {
  /**
   * Every problem of a spec against the schema of Vega-Lite; what the schema lets pass is compiled and its expressions are
   * read, without its data.
   */
  problems(spec: unknown): Promise<readonly SpecProblem[]>;
}
