import { LineCounter, parseDocument, visit } from 'yaml';
import type { Files } from '../effects.ts';
import { flattenMessages, type Messages } from '../locale/messages.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';

const folder = 'templates/locales';

interface Fragment {
  readonly file: string;
  /** Dotted keys and their texts. */
  readonly texts: readonly [string, string][];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The texts of one language: `templates/locales/<language>.yaml` and its parts under `parts/`. A key that two files
 * define is an error, so that no text can hide another.
 * @param files the installed package
 * @param language es, en, …
 */
export const loadMessages = async (files: Files, language: string): Promise<Outcome<Messages>> => {
  const names = (await files.list(folder)).filter(name => isOf(name, language));
  if (names.length === 0) return { diagnostics: [await unknownLanguage(files, language)] };
  const fragments = await Promise.all(names.map(name => readFragment(files, name)));
  const diagnostics = [...fragments.flatMap(fragment => fragment.diagnostics), ...duplicates(fragments)];
  const texts = new Map(fragments.flatMap(fragment => fragment.texts));
  return { value: { language, texts }, diagnostics };
};

/** Languages that have a locale file, sorted. */
export const availableLanguages = async (files: Files): Promise<readonly string[]> => {
  const languages = (await files.list(folder)).flatMap(name => /([a-z]{2})\.yaml$/.exec(name)?.[1] ?? []);
  return [...new Set(languages)].sort();
};

const isOf = (name: string, language: string): boolean =>
  name === `${folder}/${language}.yaml` ||
  (name.startsWith(`${folder}/parts/`) && name.endsWith(`.${language}.yaml`));

const readFragment = async (files: Files, file: string): Promise<Fragment> => {
  const lines = new LineCounter();
  // The failsafe schema reads every scalar as text: a title may be a year, a word may be "no".
  const document = parseDocument((await files.read(file)) ?? '', { lineCounter: lines, schema: 'failsafe' });
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
  return { file, texts: diagnostics.length > 0 ? [] : flattenMessages(document.toJS()), diagnostics };
};

const duplicates = (fragments: readonly Fragment[]): Diagnostic[] => {
  const owners = new Map<string, string>();
  const found: Diagnostic[] = [];
  for (const { file, texts } of fragments) {
    for (const [key] of texts) {
      const owner = owners.get(key);
      if (owner !== undefined) found.push(duplicateKey(key, owner, file));
      owners.set(key, file);
    }
  }
  return found;
};

const duplicateKey = (key: string, first: string, second: string): Diagnostic => ({
  code: 'locale/duplicate-key',
  severity: 'error',
  message: `The text "${key}" stands in ${first} and in ${second}.`,
  hints: ['Keep one of the two.'],
});

const unknownLanguage = async (files: Files, language: string): Promise<Diagnostic> => ({
  code: 'locale/unknown-language',
  severity: 'error',
  message: `There are no texts for the language "${language}".`,
  hints: [`Use one of ${(await availableLanguages(files)).join(', ')}, or add ${folder}/${language}.yaml.`],
});
