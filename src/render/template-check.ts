import Handlebars from 'handlebars';
import type { Files } from '../effects.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { suggest } from '../workspace/suggest.ts';

const template = /^templates\/(?:layouts|partials)\/([^/]+)\.hbs$/;
const stylesheet = /^templates\/styles\/[^/]+\.css$/;

/** A notebook, as far as its layout goes. */
interface LaidOut {
  readonly file: string;
  readonly head: { readonly layout: string };
}

/**
 * What is wrong with layouts, partials and stylesheets, each at its line; and notebooks whose layout does not exist.
 * @param files the tree that holds `templates/`
 */
export const checkTemplates = async (
  files: Pick<Files, 'read' | 'list'>,
  notebooks: readonly LaidOut[],
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly texts: ReadonlyMap<string, string> }> => {
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const paths = await files.list('templates');
  for (const file of paths) {
    const check = template.test(file) ? syntaxError : stylesheet.test(file) ? closingTag : undefined;
    const text = check === undefined ? undefined : await files.read(file);
    if (check === undefined || text === undefined) continue;
    texts.set(file, text);
    const problem = check(file, text);
    if (problem !== undefined) diagnostics.push(problem);
  }
  return { diagnostics: [...diagnostics, ...unknownLayouts(paths, notebooks)], texts };
};

const unknownLayouts = (paths: readonly string[], notebooks: readonly LaidOut[]): readonly Diagnostic[] => {
  const layouts = paths.flatMap(path => /^templates\/layouts\/([^/]+)\.hbs$/.exec(path)?.[1] ?? []);
  return notebooks
    .filter(({ head }) => !layouts.includes(head.layout))
    .map(({ file, head }) => {
      const meant = suggest(head.layout, layouts);
      return {
        code: 'template/unknown-layout',
        severity: 'error',
        message: `There is no layout "${head.layout}".`,
        span: { file, line: 1, column: 1, length: 3 },
        hints: [
          meant === undefined
            ? `Write it as templates/layouts/${head.layout}.hbs.`
            : `Did you mean "${meant}"?`,
        ],
      };
    });
};

const syntaxError = (file: string, text: string): Diagnostic | undefined => {
  try {
    Handlebars.parse(text);
    return undefined;
  } catch (error) {
    // The parser has no other way to say it: a message of several lines, the last of which says what it expected.
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/line (\d+)|- (\d+):\d+$/.exec(message)?.slice(1).find(Boolean) ?? 1);
    const said = message.split('\n').at(-1) ?? message;
    return problemAt(file, text, line, {
      code: 'template/syntax',
      message: `The template cannot be read: ${said}.`,
      hints: ['Close every {{#…}} with its {{/…}}, and every {{ with }}.'],
    });
  }
};

/** A stylesheet stands inside the page: what looks like a tag there would end it. */
const closingTag = (file: string, text: string): Diagnostic | undefined => {
  const line = text.split('\n').findIndex(one => one.includes('</')) + 1;
  if (line === 0) return undefined;
  return problemAt(file, text, line, {
    code: 'template/style',
    message: 'A stylesheet may not hold "</": it would end the styles of the page.',
    hints: ['Write it as "<\\/" inside a string.'],
  });
};

/**
 * What a strict template said when it was filled, told at its place; undefined where none of these templates holds what was
 * missing there.
 */
export const missingName = (error: unknown, texts: ReadonlyMap<string, string>): Diagnostic | undefined => {
  const message = error instanceof Error ? error.message : '';
  const [, partial] = /^The partial (\S+) could not be found$/.exec(message) ?? [];
  const [, name = partial, lineAt, column] = /^"(.+)" not defined in .* - (\d+):(\d+)$/s.exec(message) ?? [];
  if (name === undefined) return undefined;
  for (const [file, text] of texts) {
    const lines = text.split('\n');
    const line =
      lineAt === undefined
        ? lines.findIndex(one => new RegExp(`\\{\\{#?>\\s*${name}\\b`).test(one)) + 1
        : lines[Number(lineAt) - 1]?.startsWith(name, Number(column)) === true
          ? Number(lineAt)
          : 0;
    if (line > 0)
      return problemAt(file, text, line, {
        code: 'template/unknown-name',
        message: `There is nothing called "${name}" for this template.`,
        hints: ['The layouts and partials of the product show what there is.'],
      });
  }
  return undefined;
};

const problemAt = (
  file: string,
  text: string,
  line: number,
  rest: Pick<Diagnostic, 'code' | 'message' | 'hints'>,
): Diagnostic => ({
  severity: 'error',
  span: { file, line, column: 1, length: Math.max(1, text.split('\n')[line - 1]?.length ?? 1) },
  ...rest,
});
