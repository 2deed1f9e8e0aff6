import type { Diagnostic } from '../model/diagnostic.ts';

/** What was found, with the text of each file that it concerns, as an entry of the cache keeps it. */
export interface Finds {
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: readonly (readonly [string, string])[];
}

/** @param texts of all files; those that no diagnostic concerns are left out, since only code frames show them */
export const findsOf = (diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>): Finds => {
  const concerned = new Set(diagnostics.flatMap(({ span }) => span?.file ?? []));
  return { diagnostics, texts: [...texts].filter(([file]) => concerned.has(file)) };
};

export const textIn = (entry: Uint8Array | undefined): string | undefined =>
  entry === undefined ? undefined : new TextDecoder().decode(entry);

/** An entry is what was put there, or absent: its form need not be asked. */
export const jsonIn = <T>(entry: Uint8Array | undefined): T | undefined => {
  const text = textIn(entry);
  return text === undefined ? undefined : (JSON.parse(text) as T);
};
