import type { Diagnostic } from '../model/diagnostic.ts';

/** A document that cannot be shown, and why. */
export class UnfitDocument extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super('A document cannot be shown before something is mended');
    this.name = 'UnfitDocument';
    this.diagnostics = diagnostics;
  }
}
