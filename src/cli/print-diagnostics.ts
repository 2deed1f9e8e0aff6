import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnosticsText, type Sources } from './diagnostics-text.ts';
import { coloursFor, printErrorSentences } from './terminal.ts';

/** Diagnostics on standard error, each with its code frame. */
export const printDiagnostics = (diagnostics: readonly Diagnostic[], sources: Sources): void =>
  printErrorSentences(diagnosticsText(diagnostics, sources, coloursFor(process.stderr)));
