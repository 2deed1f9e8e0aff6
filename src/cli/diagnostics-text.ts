import type { Diagnostic } from '../model/diagnostic.ts';
import { type Colours as FrameColours, formatDiagnostic } from '../workspace/frame.ts';
import { sortDiagnostics } from '../workspace/order.ts';
import { asCalled } from './called-as.ts';
import type { Colours } from './terminal.ts';

/** Texts of the files that diagnostics point into, by path. */
export type Sources = ReadonlyMap<string, string>;

/** Every diagnostic with its code frame, in order of place, and a summary line. */
export const diagnosticsText = (
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  colours: Colours,
): string =>
  [
    ...sortDiagnostics(diagnostics).map(diagnostic => {
      const text = diagnostic.span === undefined ? undefined : sources.get(diagnostic.span.file);
      const typeable = { ...diagnostic, hints: diagnostic.hints.map(asCalled) };
      return `${formatDiagnostic(typeable, text, frameColours(colours))}\n`;
    }),
    colours.bold(summaryOf(diagnostics)),
  ].join('\n');

/** "20 problems: 18 errors, 2 warnings in 6 files" */
export const summaryOf = (diagnostics: readonly Diagnostic[]): string => {
  const files = new Set(diagnostics.flatMap(({ span }) => span?.file ?? []));
  const parts = (['error', 'warning', 'hint'] as const)
    .map(severity => [severity, diagnostics.filter(one => one.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => counted(count, severity));
  const where = files.size === 0 ? '' : ` in ${counted(files.size, 'file')}`;
  return parts.length === 0
    ? 'no problems'
    : `${counted(diagnostics.length, 'problem')}: ${parts.join(', ')}${where}`;
};

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const frameColours = (colours: Colours): FrameColours => ({
  place: colours.bold,
  severity: { error: colours.red, warning: colours.yellow, hint: colours.cyan },
  code: colours.dim,
  gutter: colours.dim,
  mark: colours.red,
  hint: colours.cyan,
});
