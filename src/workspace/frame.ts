import type { Diagnostic, Severity } from '../model/diagnostic.ts';

type Paint = (text: string) => string;

/** How parts of a printed diagnostic are coloured; the command line passes its terminal's, a log none. */
export interface Colours {
  readonly place: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly code: Paint;
  readonly gutter: Paint;
  readonly mark: Paint;
  readonly hint: Paint;
}

const plain: Paint = text => text;
const noColours: Colours = {
  place: plain,
  severity: { error: plain, warning: plain, hint: plain },
  code: plain,
  gutter: plain,
  mark: plain,
  hint: plain,
};

const contextLines = 2;
/** A line is shown up to here, so that one long text does not flood the terminal. */
const widestLine = 120;

/**
 * Prints a diagnostic for a person: `file:line:column  error code  message`, the lines around it with a caret under the
 * place, then the hints.
 * @param sourceText text of the file that the diagnostic is about; without it there is no code frame
 */
export const formatDiagnostic = (
  diagnostic: Diagnostic,
  sourceText: string | undefined,
  colours: Colours = noColours,
): string => {
  const { span, severity, code, message, hints } = diagnostic;
  const place = span ? `${colours.place(`${inert(span.file)}:${span.line}:${span.column}`)}  ` : '';
  const head = `${place}${colours.severity[severity](severity)} ${colours.code(code)}  ${onLines(message)}`;
  const frame = span && sourceText ? codeFrame(sourceText, span, colours) : [];
  return [head, ...frame, ...hints.map(hint => `  ${colours.hint('→')} ${onLines(hint)}`)].join('\n');
};

/**
 * A text as a part of a line: what is a sign for a terminal, a colour among them, shows as a replacement mark, one for one.
 * Colours are put around it afterwards.
 */
const inert = (text: string): string => text.replace(/[^\P{Cc}\t]|[\u2028\u2029]/gu, '\ufffd');

/** A text of several lines: none begins with what stands in it, since a log may take that for an order (`::error::`). */
const onLines = (text: string): string => text.split(/\r?\n/).map(inert).join('\n  │ ');

const codeFrame = (text: string, span: NonNullable<Diagnostic['span']>, colours: Colours): string[] => {
  const lines = text.split(/\r?\n/);
  const first = Math.max(1, span.line - contextLines);
  const last = Math.min(lines.length, span.line + contextLines);
  const width = String(last).length;
  const frame: string[] = [];
  for (let line = first; line <= last; line += 1) {
    const content = lines[line - 1] ?? '';
    const pointer = line === span.line ? '>' : ' ';
    frame.push(
      `${colours.gutter(`${pointer} ${String(line).padStart(width)} │`)} ${clip(content)}`.trimEnd(),
    );
    if (line !== span.line || span.column > widestLine) continue;
    const indent = clip(content)
      .slice(0, span.column - 1)
      .replace(/[^\t]/g, ' ');
    const length = Math.max(1, Math.min(span.length, widestLine + 1 - span.column));
    frame.push(`${colours.gutter(`  ${' '.repeat(width)} │`)} ${indent}${colours.mark('^'.repeat(length))}`);
  }
  return frame;
};

const clip = (line: string): string =>
  inert(line.length > widestLine ? `${line.slice(0, widestLine)}…` : line);
