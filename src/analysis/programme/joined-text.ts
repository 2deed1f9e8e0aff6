import type { LocalizedText } from '../../model/text.ts';

/**
 * Texts one after the other, language by language. A text for every language, or one without that translation, stands in for
 * it. Undefined without texts.
 */
export const joinTexts = (texts: readonly LocalizedText[], separator = ' '): LocalizedText | undefined => {
  const [only] = texts;
  if (texts.length <= 1) return only;
  const languages = new Set(texts.flatMap(text => (typeof text === 'string' ? [] : Object.keys(text))));
  if (languages.size === 0) return texts.join(separator);
  return Object.fromEntries(
    [...languages]
      .sort()
      .map(language => [language, texts.map(text => textIn(text, language)).join(separator)]),
  );
};

const textIn = (text: LocalizedText, language: string): string =>
  typeof text === 'string' ? text : (text[language] ?? Object.values(text)[0] ?? '');
