import { z } from 'zod';
import type { Files } from '../effects.ts';
import { sha256 } from '../model/hash.ts';

/**
 * An import that is cut off has written some files and noted none: the next one would take what stands in them for written by
 * hand. So before the first file is written it is noted here which text of each file goes with which note; a file that has
 * neither text was edited since, and is held against its note as ever.
 */
export const unfinishedFile = '.cuentas/unfinished-import.json';

/** What is known of a file that an import may have written before it was cut off. */
export interface Trace {
  readonly path: string;
  /** By the SHA-256 of its text, the note that goes with it; null where there was none. */
  readonly notes: Readonly<Record<string, string | null>>;
}

const traceSchema = z.strictObject({
  path: z.string(),
  notes: z.record(z.string(), z.string().nullable()),
});

/** None where the last import came to its end, or where what it left is damaged: then the notes decide. */
export const readTraces = async (files: Pick<Files, 'read'>): Promise<readonly Trace[]> => {
  const text = await files.read(unfinishedFile);
  if (text === undefined) return [];
  return z.array(traceSchema).catch([]).parse(parsed(text));
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The note that goes with a file as it is, where a trace knows it. */
export const tracedNote = async (
  trace: Trace | undefined,
  text: string | undefined,
): Promise<string | null | undefined> =>
  trace === undefined || text === undefined ? undefined : trace.notes[await sha256(text)];

/** Text and note of a file, before an import or after it. */
export interface Noted {
  readonly text: string | undefined;
  readonly note: string | undefined;
}

export const traceOf = async (path: string, states: readonly Noted[]): Promise<Trace> => {
  const notes: Record<string, string | null> = {};
  for (const { text, note } of states) if (text !== undefined) notes[await sha256(text)] = note ?? null;
  return { path, notes };
};

export const tracesText = (traces: readonly Trace[]): string => `${JSON.stringify(traces)}\n`;
