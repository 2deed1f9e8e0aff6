import { createFiles } from '../../src/platform/files.ts';
import { loadMessages } from '../../src/platform/locales.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { visibleText } from './page-problems.ts';

const product = createFiles(packageRoot);
const textsOf = async (language: string): Promise<ReadonlyMap<string, string>> =>
  (await loadMessages(product, language)).value?.texts ?? new Map();
const texts = { es: await textsOf('es'), en: await textsOf('en') };

/** Short words are words of both languages too easily, and what has parameters never stands in a page as it is. */
const isTelling = (text: string): boolean => text.length > 6 && !text.includes('{');

/** Words of the interface, of columns and of terms that one language has and the other has not. */
const tellingWords = (language: 'es' | 'en'): readonly string[] => {
  const own = texts[language === 'es' ? 'en' : 'es'];
  const everything = [...own.values()].join('\n').toLowerCase();
  return [...texts[language]]
    .filter(([key]) => /^(interface|page|columns|terms|document)\./.test(key))
    .map(([, text]) => text)
    .filter(text => isTelling(text) && !everything.includes(text.toLowerCase()));
};

const words = { es: tellingWords('es'), en: tellingWords('en') };

/** Texts of the other language that a page shows. A quoted passage says its language by itself and does not count. */
export const foreignWords = (html: string, language: 'es' | 'en'): readonly string[] => {
  const lines = new Set(
    visibleText(withoutQuotes(html))
      .split('\n')
      .map(line => line.trim().toLowerCase()),
  );
  return words[language === 'es' ? 'en' : 'es'].filter(word => lines.has(word.toLowerCase()));
};

const withoutQuotes = (html: string): string => html.replace(/<(\w+) lang="[^"]*">[^<]*<\/\1>/g, '');

/** How many texts a page is held against. */
export const tellingCount = (language: 'es' | 'en'): number => words[language].length;
