import type { Reads } from '../analysis/reading/account-watch.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** A file that a build made, or found as it would have made it. */
export interface Output {
  readonly path: string;
  readonly format: 'html' | 'pdf';
  /** Of its bytes. */
  readonly hash: string;
  readonly changed: boolean;
  /** Characters that print as an empty box. */
  readonly missing: readonly string[];
}

/** A document that is made. */
export interface Made {
  readonly files: readonly Output[];
  /** What is wrong with charts of analysts in it; where one could not be drawn, there are no files. */
  readonly complaints: readonly Diagnostic[];
  /** What of the accounts it was made from, where that was watched. */
  readonly reads?: Reads;
}
