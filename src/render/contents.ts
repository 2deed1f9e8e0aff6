import type { Printer, PrintOptions } from '../effects.ts';
import { type PageMap, readPages } from './pdf-destinations.ts';

const place = /(<span class="page-of" data-target="([^"]*)">)[^<]*(<\/span>)/g;

/** Ids of the anchors whose page the document names. */
export const pageTargets = (html: string): string[] =>
  Array.from(html.matchAll(place), ([, , target]) => target ?? '');

/** Puts page numbers into their places, which have a fixed width, so that nothing moves. */
export const fillPages = (html: string, pages: PageMap): string =>
  html.replace(place, (_, open: string, target: string, close: string) => {
    return `${open}${pages.get(target) ?? ''}${close}`;
  });

export interface PrintedDocument {
  readonly pdf: Uint8Array;
  /** The page of each anchor: pass it to the next printing of the same document, which then needs one pass. */
  readonly pages: PageMap;
}

/** More passes than a fixed-width place can need: the first reads, the second settles, the third is for a wrong memory. */
const passes = 3;

/**
 * Prints a document with the page numbers of its contents. Chromium has no `target-counter`, so what is printed is read,
 * filled in and printed again until the numbers in the contents are those of the pages.
 *
 * @param remembered the pages of the last printing, if there was one
 * @throws Error where a target is on no page, or where the numbers don't settle
 */
export const printWithPages = async (
  printer: Printer,
  html: string,
  options: PrintOptions,
  remembered: PageMap = new Map(),
): Promise<PrintedDocument> => {
  const targets = pageTargets(html);
  let assumed = remembered;
  for (let pass = 0; pass < passes; pass += 1) {
    const pdf = await printer.pdf(fillPages(html, assumed), options);
    if (targets.length === 0) return { pdf, pages: new Map() };
    const pages = await readPages(pdf);
    const missing = targets.find(target => !pages.has(target));
    if (missing !== undefined) throw new Error(`The contents name "${missing}", which is on no page`);
    if (targets.every(target => assumed.get(target) === pages.get(target))) return { pdf, pages };
    assumed = pages;
  }
  throw new Error('The page numbers of the contents do not settle');
};
