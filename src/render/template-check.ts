import Handlebars from 'handlebars';
import type { Files } from '../effects.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

const template = /^templates\/(layouts|partials)\/[^/]+\.hbs$/;

/** Errors of syntax in layouts and partials, each at its line. @param files the tree that holds `templates/` */
export const checkTemplates = async (
  files: Pick<Files, 'read' | 'list'>,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly texts: ReadonlyMap<string, string> }> => {
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const file of await files.list('templates')) {
    const text = template.test(file) ? await files.read(file) : undefined;
    if (text === undefined) continue;
    const problem = syntaxError(file, text);
    if (problem === undefined) continue;
    texts.set(file, text);
    diagnostics.push(problem);
  }
  return { diagnostics, texts };
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
    return {
      code: 'template/syntax',
      severity: 'error',
      message: `The template cannot be read: ${said}.`,
      span: { file, line, column: 1, length: Math.max(1, text.split('\n')[line - 1]?.length ?? 1) },
      hints: ['Close every {{#…}} with its {{/…}}, and every {{ with }}.'],
    };
  }
};
