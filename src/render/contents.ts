import { PDFDocument } from '@cantoo/pdf-lib';
import type { Printer, PrintOptions } from '../effects.ts';
import type { Heading } from './headings.ts';
import { type PageMap, readPages } from './pdf-destinations.ts';
import { type PrintedHeading, placesOfHeadings } from './pdf-outline.ts';

const place = /(<span class="page-of" data-target="([^"]*)">)[^<]*(<\/span>)/g;

/** Ids of the anchors whose page the document names. */
export const pageTargets = (html: string): string[] =>
  Array.from(html.matchAll(place), ([, , target]) => target ?? '');

/** Puts page numbers into their places, which have a fixed width, so that nothing moves. */
export const fillPages = (html: string, pages: PageMap): string =>
  html.replace(place, (_, open: string, target: string, close: string) => {
    return `${open}${pages.get(target) ?? ''}${close}`;
  });

/** What is known of the pages of a document only after it was printed. */
export interface PageKnowledge {
  /** The page of each anchor that the contents name. */
  readonly pages: PageMap;
  /** Where the sections begin, by id. */
  readonly sections: ReadonlyMap<string, PrintedHeading>;
  readonly count: number;
}

/** What the heads of the pages say. */
export interface PageHeads {
  /** All headings that are known, in the order of the document. */
  readonly headings: readonly Heading[];
  /** Rules for the heads; they move nothing. */
  readonly styles: (known: Pick<PageKnowledge, 'sections' | 'count'>) => string;
}

export interface PrintedDocument {
  /** The PDF, as it was read. */
  readonly document: PDFDocument;
  /** Pass it to the next printing of the same document, or of one like it, which then needs one pass. */
  readonly known: PageKnowledge;
}

const nothingKnown: PageKnowledge = { pages: new Map(), sections: new Map(), count: 0 };

/** More passes than a fixed-width place can need: the first reads, the second settles, the third is for a wrong memory. */
const passes = 3;

/**
 * Prints a document with the page numbers of its contents and with heads that say what stands on each page. Chromium has
 * neither `target-counter` nor `string-set`, so what is printed is read, filled in and printed again until all is true.
 *
 * @param assumed what was known of the last printing of this document or of one like it
 * @throws Error where a target is on no page, or where the numbers don't settle
 */
export const printWithPages = async (
  printer: Printer,
  html: string,
  options: PrintOptions,
  heads: PageHeads,
  assumed: PageKnowledge = nothingKnown,
): Promise<PrintedDocument> => {
  const targets = pageTargets(html);
  let filled = filledWith(html, assumed, heads);
  for (let pass = 0; pass < passes; pass += 1) {
    const pdf = await printer.pdf(filled, options);
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    const known = readKnowledge(document, targets, heads);
    const next = filledWith(html, known, heads);
    if (next === filled) return { document, known };
    filled = next;
  }
  throw new Error('The page numbers of the contents do not settle');
};

const filledWith = (html: string, known: PageKnowledge, { styles }: PageHeads): string => {
  const filled = fillPages(html, known.pages);
  const heads = styles(known);
  return heads === '' ? filled : filled.replace('</head>', () => `<style>${heads}</style>\n</head>`);
};

const readKnowledge = (
  document: PDFDocument,
  targets: readonly string[],
  { headings }: PageHeads,
): PageKnowledge => {
  const pages = readPages(document);
  const missing = targets.find(target => !pages.has(target));
  if (missing !== undefined) throw new Error(`The contents name "${missing}", which is on no page`);
  const places = placesOfHeadings(
    document,
    headings.map(({ text }) => text),
  );
  const sections = new Map(
    headings.flatMap(({ section }, index) => {
      const place = places[index];
      return section === undefined || place === undefined ? [] : [[section, place] as const];
    }),
  );
  return { pages, sections, count: document.getPageCount() };
};
