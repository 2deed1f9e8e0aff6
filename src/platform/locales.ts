import { isAlias, isMap, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Files } from '../effects.ts';
import type { Messages } from '../locale/messages.ts';
import { checkOwnTexts, incompleteLanguage, type OwnText } from '../locale/own-texts.ts';
import { withRegion } from '../locale/regional.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../model/diagnostic.ts';
import { keyText } from '../workspace/yaml-places.ts';

type Tree = Pick<Files, 'read' | 'list'>;

/** Texts of a locale, and the files that were read for it, for code frames. */
export interface LoadedMessages extends Outcome<Messages> {
  readonly sources: ReadonlyMap<string, string>;
}

const folder = 'templates/locales';
const fileOf = (tag: string): string => `${folder}/${tag}.yaml`;
/** Whose texts stand in for those that a language of a workspace does not have. */
const standIn = 'en';

/**
 * The texts of a locale: those of its language, from `templates/locales/<language>.yaml`, and over them what its region
 * writes differently, from `templates/locales/<tag>.yaml`; over each the texts that a workspace has in files of the same name. A
 * region without a file of its own gets those of the language, and a warning where the file of the language is not made for it.
 * @param product the installed package
 * @param tag es, es-MX, en, …
 * @param own the workspace
 */
export const loadMessages = async (product: Tree, tag: string, own?: Tree): Promise<LoadedMessages> => {
  const [language = tag, region] = tag.split('-');
  const trees = { product, ...(own === undefined ? {} : { own }) };
  const base = await languageTexts(trees, language);
  const { value, diagnostics } = base;
  const isOfItsRegion = region === undefined || value?.texts.get('formats.region') === region;
  const theirs = isOfItsRegion ? undefined : await readLocale(product, tag);
  const ours = region === undefined ? undefined : await ownLocale(own, tag, theirs);
  const sources = new Map([...base.sources, ...sourcesOf(ours ?? theirs)]);
  if (value === undefined) return { diagnostics, sources };
  if (theirs === undefined && ours === undefined)
    return {
      value,
      sources,
      diagnostics: isOfItsRegion ? diagnostics : [...diagnostics, await unknownRegion(trees, tag, language)],
    };
  const texts = [...(theirs?.texts ?? []), ...(ours?.texts ?? [])];
  const wrong = [
    ...(theirs?.diagnostics ?? []),
    ...(ours === undefined
      ? []
      : [...ours.diagnostics, ...checkOwnTexts(withoutWords(ours.texts), value.texts)]),
  ];
  return {
    value: wrong.length > 0 ? value : withRegion(value, mapOf(texts)),
    diagnostics: [...diagnostics, ...wrong],
    sources,
  };
};

/** Spellings of a region are words, not keys of the product. */
const withoutWords = (texts: readonly OwnText[]): readonly OwnText[] =>
  texts.filter(({ key }) => !key.startsWith('words.'));

interface Trees {
  readonly product: Tree;
  readonly own?: Tree;
}

/** A language of the product with what the workspace says otherwise, or one that only the workspace has. */
const languageTexts = async (
  { product, own: workspace }: Trees,
  language: string,
): Promise<LoadedMessages> => {
  const theirs = await readLocale(product, language);
  const ours = await ownLocale(workspace, language, theirs);
  if (theirs === undefined && ours === undefined)
    return {
      diagnostics: [await unknownLanguage(asTrees(product, workspace), language)],
      sources: new Map(),
    };
  const base = theirs ?? (await readLocale(product, standIn));
  const known = mapOf(base?.texts ?? []);
  const own = mapOf(ours?.texts ?? []);
  const texts = new Map([...known, ...own]);
  // Whose region a language is of, no other language can say.
  if (theirs === undefined && !own.has('formats.region')) texts.delete('formats.region');
  const lacking =
    theirs === undefined ? [...known.keys()].filter(key => key !== 'formats.region' && !own.has(key)) : [];
  const diagnostics = [
    ...(base?.diagnostics ?? []),
    ...(ours === undefined ? [] : [...ours.diagnostics, ...checkOwnTexts(ours.texts, known)]),
    ...incompleteLanguage(fileOf(language), language, lacking, known.size, standIn),
  ];
  return {
    // Sound or not, a preview goes on with it while the diagnostics lie over its page.
    value: { language, texts: hasErrors(ours?.diagnostics ?? []) ? known : texts },
    diagnostics,
    sources: new Map(sourcesOf(ours ?? theirs)),
  };
};

const asTrees = (product: Tree, own: Tree | undefined): Trees => ({
  product,
  ...(own === undefined ? {} : { own }),
});

/** Languages that have a locale file, sorted. */
export const availableLanguages = async (files: Tree): Promise<readonly string[]> =>
  (await availableLocales({ product: files })).filter(tag => tag.length === 2);

/** Languages and regions that have a locale file, sorted. */
const availableLocales = async ({ product, own }: Trees): Promise<readonly string[]> => {
  const names = [...(await product.list(folder)), ...((await own?.list(folder)) ?? [])];
  const tags = names.flatMap(name => /\/([a-z]{2}(?:-[A-Z]{2})?)\.yaml$/.exec(name)?.[1] ?? []);
  return [...new Set(tags)].sort();
};

interface LocaleFile {
  readonly file: string;
  readonly source: string;
  /** None where the file cannot be read. */
  readonly texts: readonly OwnText[];
  readonly diagnostics: readonly Diagnostic[];
}

const sourcesOf = (read: LocaleFile | undefined): readonly (readonly [string, string])[] =>
  read === undefined ? [] : [[read.file, read.source]];

const mapOf = (texts: readonly OwnText[]): ReadonlyMap<string, string> =>
  new Map(texts.map(({ key, text }) => [key, text]));

/** @returns undefined where the tree has no such file */
const readLocale = async (tree: Tree, tag: string): Promise<LocaleFile | undefined> => {
  const file = fileOf(tag);
  const source = await tree.read(file);
  if (source === undefined) return undefined;
  const lines = new LineCounter();
  // The failsafe schema reads every scalar as text: a title may be a year, a word may be "no".
  const document = parseDocument(source, { lineCounter: lines, schema: 'failsafe' });
  const spanAt = (offset: number, length = 1) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, length };
  };
  const problem = (code: string, message: string, offset: number): Diagnostic => ({
    code,
    severity: 'error',
    message,
    span: spanAt(offset),
    hints: [],
  });
  const diagnostics = document.errors.map(error =>
    problem('locale/syntax', error.message.split('\n')[0] ?? error.message, error.pos[0]),
  );
  visit(document, {
    Seq: (_, node) => {
      diagnostics.push(problem('locale/not-text', 'A text cannot be a list.', node.range?.[0] ?? 0));
    },
  });
  const texts: OwnText[] = [];
  const collect = (node: Node | null, prefix: string): void => {
    if (!isMap<Node, Node | null>(node)) return;
    for (const { key, value } of node.items) {
      const below = isAlias(value) ? (value.resolve(document) ?? null) : value;
      const name = keyText(key);
      if (isMap(below)) collect(below, `${prefix}${name}.`);
      else
        texts.push({
          key: prefix + name,
          text: keyText(below),
          span: () => spanAt(key.range?.[0] ?? 0, name.length),
        });
    }
  };
  collect(document.contents, '');
  return { file, source, texts: diagnostics.length > 0 ? [] : texts, diagnostics };
};

/** The same file as the product's, as in the checkout of the product, says nothing of its own. */
const ownLocale = async (
  own: Tree | undefined,
  tag: string,
  theirs: LocaleFile | undefined,
): Promise<LocaleFile | undefined> => {
  const ours = own === undefined ? undefined : await readLocale(own, tag);
  return ours?.source === theirs?.source ? undefined : ours;
};

const unknownLanguage = async (trees: Trees, language: string): Promise<Diagnostic> => ({
  code: 'locale/unknown-language',
  severity: 'error',
  message: `There are no texts for the language "${language}".`,
  hints: [
    `Use one of ${(await availableLocales(trees)).filter(tag => tag.length === 2).join(', ')}, or add ${fileOf(language)}.`,
  ],
});

const unknownRegion = async (trees: Trees, tag: string, language: string): Promise<Diagnostic> => ({
  code: 'locale/unknown-region',
  severity: 'warning',
  message: `There are no regional forms for "${tag}": numbers and dates are written as in "${language}".`,
  hints: [
    `Use one of ${(await availableLocales(trees)).join(', ')}, or add ${fileOf(tag)} with what differs.`,
  ],
});
