import type { Locale } from '../locale/locale.ts';
import type { LocalizedText } from '../model/text.ts';
import { escapeMarkup } from './escape.ts';
import type { Html } from './model.ts';

/** A text of the workspace as markup: in the reader's language, or marked with the one that it is in. */
export const textMarkup = (locale: Pick<Locale, 'text'>, text: LocalizedText): Html => {
  const picked = locale.text(text);
  return inLanguage(escapeMarkup(picked.text), picked.fallback);
};

/**
 * Markup in the language it is in, with a mark that readers see: a text of the workspace that exists only in another
 * language is shown in that one rather than not at all.
 * @param fallback language of the text where it is not the reader's
 */
export const inLanguage = (html: Html, fallback: string | undefined): Html =>
  fallback === undefined
    ? html
    : `<span lang="${fallback}">${html}</span>&nbsp;<span class="language">[${fallback}]</span>`;
