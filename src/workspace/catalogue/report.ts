import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import type { Span } from '../../model/source.ts';

/** Every code that this layer can report. Codes are stable: people search for them and scripts test for them. */
export type WorkspaceCode =
  | 'workspace/yaml-syntax'
  | 'workspace/duplicate-key'
  | 'workspace/unsupported-yaml'
  | 'workspace/forbidden-key'
  | 'workspace/imprecise-number'
  | 'workspace/control-character'
  | 'workspace/wrong-encoding'
  | 'workspace/leading-zeros'
  | 'workspace/too-large'
  | 'workspace/unfinished-merge'
  | 'workspace/too-deep'
  | 'workspace/too-many-aliases'
  | 'workspace/empty-file'
  | 'workspace/missing-file'
  | 'workspace/unreadable-file'
  | 'workspace/unknown-file'
  | 'workspace/bad-file-name'
  | 'workspace/unknown-key'
  | 'workspace/missing-key'
  | 'workspace/wrong-type'
  | 'workspace/decimal-comma'
  | 'workspace/out-of-range'
  | 'workspace/unknown-value'
  | 'workspace/bad-format'
  | 'workspace/unknown-reference'
  | 'workspace/unchecked-reference'
  | 'workspace/duplicate-id'
  | 'workspace/ownership-cycle'
  | 'workspace/off-scale'
  | 'workspace/no-weight'
  | 'workspace/empty-scale'
  | 'workspace/derived-criterion-rated'
  | 'workspace/missing-rate'
  | 'workspace/wrong-order'
  | 'workspace/missing-date'
  | 'workspace/status-conflict'
  | 'workspace/future-actual'
  | 'workspace/future-date'
  | 'workspace/broken-path'
  | 'workspace/quote-not-found'
  | 'workspace/missing-language'
  | 'workspace/no-history'
  | 'workspace/cost-rewarded'
  | 'workspace/suspicious-unit'
  | 'workspace/thousands-separator'
  | 'workspace/orders-disagree'
  | 'workspace/duplicate-cell'
  | 'workspace/shared-potential'
  | 'workspace/more-than-all'
  | 'workspace/contradiction'
  | 'workspace/missing-quarter'
  | 'workspace/implausible-amount'
  | 'workspace/implausible-magnitude'
  | 'workspace/implausible-rate'
  | 'workspace/duplicate-entry'
  | 'workspace/duplicate-name'
  | 'workspace/unreadable-colour'
  | 'workspace/unfit-logo'
  | 'workspace/missing-brand-file'
  | 'workspace/unfit-font';

/** Where it stands; undefined where no place in a file is to blame. */
export type Place = Span | undefined;

/** Makes a diagnostic; hints that are undefined are left out. */
export const report = (
  severity: Severity,
  code: WorkspaceCode,
  span: Place,
  message: string,
  hints: readonly (string | undefined)[] = [],
): Diagnostic => ({
  code,
  severity,
  message: message.charAt(0).toUpperCase() + message.slice(1),
  ...(span ? { span } : {}),
  hints: hints.filter(hint => hint !== undefined),
});

export const didYouMean = (suggestion: string | undefined): string | undefined =>
  suggestion === undefined ? undefined : `Did you mean "${suggestion}"?`;

/** At most eight names, so that a hint stays a line. */
export const oneOf = (label: string, names: readonly string[]): string | undefined =>
  names.length === 0 || names.length > 20 ? undefined : `${label}: ${names.join(', ')}.`;

/** A quotation from a file, short enough for a message. */
export const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
