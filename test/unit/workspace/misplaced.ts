import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { Span } from '../../../src/model/source.ts';

/** Diagnostics whose place is on no line of a file, or beyond the end of the line. */
export const misplaced = (
  diagnostics: readonly Diagnostic[],
  files: Readonly<Record<string, string>>,
): readonly Diagnostic[] =>
  diagnostics.filter(({ span }) => {
    const line = span && files[span.file]?.split('\n')[span.line - 1];
    return line === undefined || !(span && isWithin(span, line));
  });

/** An empty line, or the end of one, has room for one mark. */
const isWithin = ({ column, length }: Span, line: string): boolean =>
  column >= 1 && length >= 1 && column - 1 + length <= Math.max(line.length, column);
