import { LineCounter, parseDocument, visit } from 'yaml';
import type { Files } from '../effects.ts';
import { flattenMessages, type Messages } from '../locale/messages.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';

const folder = 'templates/locales';
const fileOf = (language: string): string => `${folder}/${language}.yaml`;

/**
 * The texts of one language, from `templates/locales/<language>.yaml`.
 * @param files the installed package
 * @param language es, en, …
 */
export const loadMessages = async (files: Files, language: string): Promise<Outcome<Messages>> => {
  const file = fileOf(language);
  const text = await files.read(file);
  if (text === undefined) return { diagnostics: [await unknownLanguage(files, language)] };
  const { texts, diagnostics } = readTexts(file, text);
  return { value: { language, texts: new Map(texts) }, diagnostics };
};

/** Languages that have a locale file, sorted. */
export const availableLanguages = async (files: Files): Promise<readonly string[]> =>
  (await files.list(folder)).flatMap(name => /\/([a-z]{2})\.yaml$/.exec(name)?.[1] ?? []).sort();

const readTexts = (
  file: string,
  text: string,
): { readonly texts: readonly [string, string][]; readonly diagnostics: readonly Diagnostic[] } => {
  const lines = new LineCounter();
  // The failsafe schema reads every scalar as text: a title may be a year, a word may be "no".
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe' });
  const problem = (code: string, message: string, offset: number): Diagnostic => {
    const { line, col } = lines.linePos(offset);
    return { code, severity: 'error', message, span: { file, line, column: col, length: 1 }, hints: [] };
  };
  const diagnostics = document.errors.map(error =>
    problem('locale/syntax', error.message.split('\n')[0] ?? error.message, error.pos[0]),
  );
  visit(document, {
    Seq: (_, node) => {
      diagnostics.push(problem('locale/not-text', 'A text cannot be a list.', node.range?.[0] ?? 0));
    },
  });
  return { texts: diagnostics.length > 0 ? [] : flattenMessages(document.toJS()), diagnostics };
};

const unknownLanguage = async (files: Files, language: string): Promise<Diagnostic> => ({
  code: 'locale/unknown-language',
  severity: 'error',
  message: `There are no texts for the language "${language}".`,
  hints: [`Use one of ${(await availableLanguages(files)).join(', ')}, or add ${fileOf(language)}.`],
});
