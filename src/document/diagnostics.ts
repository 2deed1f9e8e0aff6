import type { Diagnostic } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';

/** Every code that a notebook can earn. */
export type NotebookCode =
  | 'notebook/front-matter'
  | 'notebook/unknown-cell'
  | 'notebook/unclosed-cell'
  | 'notebook/unclosed-container'
  | 'notebook/unknown-container'
  | 'notebook/unknown-chart'
  | 'notebook/vega-lite'
  | 'notebook/chart-data'
  | 'notebook/chart-description'
  | 'notebook/unknown-series'
  | 'notebook/unknown-column'
  | 'notebook/unknown-code'
  | 'notebook/unknown-figure'
  | 'notebook/unknown-finding'
  | 'notebook/unknown-name'
  | 'notebook/no-subject'
  | 'notebook/unknown-partial'
  | 'notebook/unknown-helper'
  | 'notebook/unknown-unit'
  | 'notebook/unknown-label'
  | 'notebook/unknown-text'
  | 'notebook/text-parameter'
  | 'notebook/duplicate-label'
  | 'notebook/no-section'
  | 'notebook/footnote'
  | 'notebook/expression'
  | 'notebook/raw-markup'
  | 'notebook/filter';

export const notebookError = (
  code: NotebookCode,
  message: string,
  span: Span,
  ...hints: readonly string[]
): Diagnostic => ({ code, severity: 'error', message, span, hints });
