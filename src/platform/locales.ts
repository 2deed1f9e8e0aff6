import { LineCounter, parseDocument, visit } from 'yaml';
import type { Files } from '../effects.ts';
import { flattenMessages, type Messages } from '../locale/messages.ts';
import { withRegion } from '../locale/regional.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';

type Tree = Pick<Files, 'read' | 'list'>;

const folder = 'templates/locales';
const fileOf = (tag: string): string => `${folder}/${tag}.yaml`;

/**
 * The texts of a locale: those of its language, from `templates/locales/<language>.yaml`, and over them what its region
 * writes differently, from `templates/locales/<tag>.yaml`. A region without a file of its own gets those of the language,
 * and a warning where the file of the language is not made for it.
 * @param files the installed package
 * @param tag es, es-MX, en, …
 */
export const loadMessages = async (files: Tree, tag: string): Promise<Outcome<Messages>> => {
  const [language = tag, region] = tag.split('-');
  const text = await files.read(fileOf(language));
  if (text === undefined) return { diagnostics: [await unknownLanguage(files, language)] };
  const { texts, diagnostics } = readTexts(fileOf(language), text);
  const base = { language, texts: new Map(texts) };
  if (region === undefined || base.texts.get('formats.region') === region)
    return { value: base, diagnostics };
  const overlay = await files.read(fileOf(tag));
  if (overlay === undefined)
    return { value: base, diagnostics: [...diagnostics, await unknownRegion(files, tag, language)] };
  const own = readTexts(fileOf(tag), overlay);
  const all = [...diagnostics, ...own.diagnostics];
  return { value: all.length > 0 ? base : withRegion(base, new Map(own.texts)), diagnostics: all };
};

/** Languages that have a locale file, sorted. */
export const availableLanguages = async (files: Tree): Promise<readonly string[]> =>
  (await availableLocales(files)).filter(tag => tag.length === 2);

/** Languages and regions that have a locale file, sorted. */
export const availableLocales = async (files: Tree): Promise<readonly string[]> =>
  (await files.list(folder))
    .flatMap(name => /\/([a-z]{2}(?:-[A-Z]{2})?)\.yaml$/.exec(name)?.[1] ?? [])
    .sort();

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

const unknownLanguage = async (files: Tree, language: string): Promise<Diagnostic> => ({
  code: 'locale/unknown-language',
  severity: 'error',
  message: `There are no texts for the language "${language}".`,
  hints: [`Use one of ${(await availableLanguages(files)).join(', ')}, or add ${fileOf(language)}.`],
});

const unknownRegion = async (files: Tree, tag: string, language: string): Promise<Diagnostic> => ({
  code: 'locale/unknown-region',
  severity: 'warning',
  message: `There are no regional forms for "${tag}": numbers and dates are written as in "${language}".`,
  hints: [
    `Use one of ${(await availableLocales(files)).join(', ')}, or add ${fileOf(tag)} with what differs.`,
  ],
});
