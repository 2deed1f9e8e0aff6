import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import type { Sources } from '../diagnostics-text.ts';
import type { Colours } from '../terminal.ts';

/** What a check found, for a reporter to tell. */
export interface Report {
  /** In the order of files and lines. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  /** What leads from the folder that the reader's paths begin at to the workspace: empty, or ending in a slash. */
  readonly base: string;
  /** Version of this program. */
  readonly version: string;
  /** Where its sources lie for everybody to read; absent as long as that is nowhere. */
  readonly homepage?: string;
  readonly colours: Colours;
}

/** Tells what was found in the form that some reader takes. */
export type Reporter = (report: Report) => string;

/** Path of the file that a diagnostic is about, as the reader's paths go; the settings stand for the whole workspace. */
export const pathOf = ({ base }: Report, { span }: Diagnostic): string =>
  `${base}${span?.file ?? 'data/workspace.yaml'}`;

/** What is wrong, then how to mend it, a line each. */
export const fullMessage = ({ message, hints }: Diagnostic): string =>
  [message, ...hints.map(hint => `→ ${hint}`)].join('\n');

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** Errors first, for readers that show only the first few. */
export const byImportance = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  [...diagnostics].sort((a, b) => weights[a.severity] - weights[b.severity]);
