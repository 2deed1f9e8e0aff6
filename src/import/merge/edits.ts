/** A part of a text that is replaced; nothing is replaced where start and end are the same. Offsets in UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text with its edits; everything else stays as it is, to the byte. Edits at the same place go in the order given.
 * @throws Error where two edits overlap
 */
export const edited = (text: string, edits: readonly Edit[]): string => {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  let done = 0;
  const parts: string[] = [];
  for (const { edit } of ordered) {
    if (edit.start < done) throw new Error(`Two edits overlap at ${edit.start}`);
    parts.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  return parts.join('') + text.slice(done);
};
