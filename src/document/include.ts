import type { Diagnostic } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';
import { suggest } from '../workspace/suggest.ts';
import { notebookError } from './diagnostics.ts';
import { noOwnHelpers, type OwnHelpers } from './own-helpers/read.ts';

/** A file of text, by its path below the root. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** A notebook with the partials that it includes put in their places. */
export interface NotebookSource extends TextFile {
  /** Where each line of the text was written: a file, and the line there, from 1. */
  readonly origins: readonly Origin[];
  /** The texts as they were written, of the notebook and of its partials, by file. */
  readonly originals: ReadonlyMap<string, string>;
  /** Functions of the workspace that it may call. */
  readonly helpers: OwnHelpers;
  /** What is wrong with the including itself. */
  readonly problems: readonly Diagnostic[];
}

interface Origin {
  readonly file: string;
  readonly line: number;
}

const include = /^[ \t]*\{\{>[ \t]*([\w-]+)[ \t]*\}\}[ \t]*$/;
const fence = /^```/;

/**
 * Puts partials in place of the lines `{{> name}}` that name them: what they hold counts as if it stood there, loops and
 * subjects included. Partials may include others; inside cells nothing is included.
 */
export const includePartials = (
  notebook: TextFile,
  partials: ReadonlyMap<string, TextFile>,
  helpers: OwnHelpers = noOwnHelpers,
): NotebookSource => {
  const originals = new Map([[notebook.file, notebook.text]]);
  const problems: Diagnostic[] = [];
  const lines: { readonly text: string; readonly origin: Origin }[] = [];

  const take = ({ file, text }: TextFile, within: readonly string[]): void => {
    let inCell = false;
    for (const [index, line] of linesOf(text).entries()) {
      const origin = { file, line: index + 1 };
      if (fence.test(line)) inCell = !inCell;
      const name = inCell ? undefined : include.exec(line)?.[1];
      if (name === undefined) {
        lines.push({ text: line, origin });
        continue;
      }
      const partial = partials.get(name);
      const place: Span = { file, line: index + 1, column: 1, length: line.length };
      if (partial === undefined) problems.push(unknownPartial(name, partials, place));
      else if (within.includes(name)) problems.push(circle(name, place));
      else {
        originals.set(partial.file, partial.text);
        take(partial, [...within, name]);
      }
    }
  };

  take(notebook, []);
  return {
    file: notebook.file,
    text: lines.map(({ text }) => text).join('\n'),
    origins: lines.map(({ origin }) => origin),
    originals,
    helpers,
    problems,
  };
};

/** Line ends are no part of a line; a mark at the beginning of the file is none of it either. */
const linesOf = (text: string): readonly string[] =>
  text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .split('\n');

const unknownPartial = (name: string, partials: ReadonlyMap<string, TextFile>, place: Span): Diagnostic => {
  const meant = suggest(name, partials.keys());
  const hint =
    meant === undefined ? `Write it as templates/partials/${name}.md.` : `Did you mean "${meant}"?`;
  return notebookError('notebook/unknown-partial', `There is no partial "${name}".`, place, hint);
};

const circle = (name: string, place: Span): Diagnostic =>
  notebookError(
    'notebook/unknown-partial',
    `The partial "${name}" includes itself.`,
    place,
    'Take one of the lines that include it out.',
  );

/** A place in the text with its partials → the place where that was written. */
export const writtenAt = (span: Span, { file, origins }: Pick<NotebookSource, 'file' | 'origins'>): Span => {
  const origin = span.file === file ? origins[span.line - 1] : undefined;
  return origin === undefined ? span : { ...span, file: origin.file, line: origin.line };
};
