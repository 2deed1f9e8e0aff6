import type { LocalizedText } from '../model/text.ts';
import type { Program } from './compile.ts';
import type { Collected, Sources } from './composer.ts';
import type { Running } from './helpers.ts';
import type { Html } from './model.ts';
import { type AtHand, atHand } from './subject.ts';

/** What the making of one block needs. */
export interface BlockContext extends Sources {
  readonly collected: Collected;
  /** What the `*` of an id means here. */
  readonly at: AtHand;
  /** A text of an option, in the reader's language, with its expressions filled in; inline Markdown as markup. */
  markup(text: LocalizedText): Html;
  /** The same without markup. */
  plain(text: LocalizedText): string;
}

export const createBlockContext = (program: Program, scope: unknown, running: Running): BlockContext => {
  const { locale } = running.sources;
  const markup = (text: LocalizedText): Html => program.fill(locale.text(text).text, scope, running);
  return {
    ...running.sources,
    collected: running.collected,
    at: atHand(scope, running.sources.subject),
    markup,
    plain: text => plainText(markup(text)),
  };
};

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
};

/** Text of our own markup: tags dropped, entities resolved. */
export const plainText = (html: Html): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:amp|lt|gt|quot|nbsp|#x27|#x60|#x3D);/g, entity => entities[entity] ?? entity);
