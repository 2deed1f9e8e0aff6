import type { Html } from './model.ts';

/**
 * Markup in the language it is in, with a mark that readers see: a text of the workspace that exists only in another
 * language is shown in that one rather than not at all.
 * @param fallback language of the text where it is not the reader's
 */
export const inLanguage = (html: Html, fallback: string | undefined): Html =>
  fallback === undefined
    ? html
    : `<span lang="${fallback}">${html}</span>&nbsp;<span class="language">[${fallback}]</span>`;
