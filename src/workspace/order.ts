import type { Diagnostic } from '../model/diagnostic.ts';
import { compareIds } from '../model/order.ts';

/** Orders diagnostics as a reader goes through files: by file, line, column, then code; those without a place come first. */
export const sortDiagnostics = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  [...diagnostics].sort(
    (a, b) =>
      compareIds(a.span?.file ?? '', b.span?.file ?? '') ||
      (a.span?.line ?? 0) - (b.span?.line ?? 0) ||
      (a.span?.column ?? 0) - (b.span?.column ?? 0) ||
      compareIds(a.code, b.code) ||
      compareIds(a.message, b.message),
  );
