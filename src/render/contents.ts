import { PDFDocument } from '@cantoo/pdf-lib';
import type { Printer, PrintOptions } from '../effects.ts';
import type { Heading } from './headings.ts';
import { type PageMap, readPages } from './pdf-destinations.ts';
import { type PrintedHeading, placesOfHeadings } from './pdf-outline.ts';
import { headsPage, layOver, withRules } from './running-heads.ts';

const place = /(<span class="page-of" data-target="([^"]*)">)[^<]*(<\/span>)/g;

/** Ids of the anchors whose page the document names. */
export const pageTargets = (html: string): string[] =>
  Array.from(html.matchAll(place), ([, , target]) => target ?? '');

/** Puts page numbers into their places, which have a fixed width, so that nothing moves. */
export const fillPages = (html: string, pages: PageMap): string =>
  html.replace(place, (_, open: string, target: string, close: string) => {
    return `${open}${pages.get(target) ?? ''}${close}`;
  });

/** What the heads of the pages say. */
export interface PageHeads {
  /** All headings that are known, in the order of the document. */
  readonly headings: readonly Heading[];
  /** Rules that leave the place in the heads empty; they move nothing. */
  readonly emptied: string;
  /** What belongs there, page by page, empty where nothing does; undefined where it is not known of every section where it stands. */
  readonly of: (known: {
    readonly sections: ReadonlyMap<string, PrintedHeading>;
    readonly count: number;
  }) => readonly string[] | undefined;
}

export interface PrintedDocument {
  /** The PDF, as it was read. */
  readonly document: PDFDocument;
  /**
   * The page of each anchor that its contents name. Pass it to the next printing of the same document, or of one like it, which then
   * needs one pass.
   */
  readonly pages: PageMap;
}

const noPages: PageMap = new Map();

/** More passes than a fixed-width place can need: the first reads, the second settles, the third is for a wrong memory. */
const passes = 3;

/**
 * Prints a document with the page numbers of its contents and with heads that say what stands on each page. Chromium has
 * neither `target-counter` nor `string-set`. So where a document names pages, what was printed is read, filled in and printed again
 * until all is true; heads move nothing and are laid over the pages.
 *
 * @param assumed the pages of the last printing of this document or of one like it
 * @throws Error where a target is on no page, or where the numbers don't settle
 */
export const printWithPages = async (
  printer: Printer,
  html: string,
  options: PrintOptions,
  heads: PageHeads,
  assumed: PageMap = noPages,
): Promise<PrintedDocument> => {
  const printed = await settled(printer, withRules(html, heads.emptied), options, assumed);
  const { document } = printed;
  const texts = heads.of({ sections: sectionsOf(document, heads.headings), count: document.getPageCount() });
  // Nobody knows what belongs there: the document keeps the heads of its sheets.
  if (texts === undefined) return settled(printer, html, options, printed.pages);
  const sheets = document.getPages().map((page, index) => ({
    text: texts[index] ?? '',
    landscape: page.getWidth() > page.getHeight(),
  }));
  const page = headsPage(html, sheets);
  if (page !== undefined) await layOver(document, await readPdf(await printer.pdf(page, options)), sheets);
  return printed;
};

/** Prints until the numbers in the contents are those of the pages; once, where it has none. */
const settled = async (
  printer: Printer,
  html: string,
  options: PrintOptions,
  assumed: PageMap,
): Promise<PrintedDocument> => {
  const targets = pageTargets(html);
  let filled = fillPages(html, assumed);
  for (let pass = 0; pass < passes; pass += 1) {
    const document = await readPdf(await printer.pdf(filled, options));
    const pages = pagesOf(document, targets);
    const next = fillPages(html, pages);
    if (next === filled) return { document, pages };
    filled = next;
  }
  throw new Error('The page numbers of the contents do not settle');
};

const readPdf = (pdf: Uint8Array): Promise<PDFDocument> => PDFDocument.load(pdf, { updateMetadata: false });

const pagesOf = (document: PDFDocument, targets: readonly string[]): PageMap => {
  if (targets.length === 0) return noPages;
  const pages = readPages(document);
  return new Map(
    targets.map(target => {
      const page = pages.get(target);
      if (page === undefined) throw new Error(`The contents name "${target}", which is on no page`);
      return [target, page];
    }),
  );
};

/** Where the sections begin, by id. */
const sectionsOf = (
  document: PDFDocument,
  headings: readonly Heading[],
): ReadonlyMap<string, PrintedHeading> => {
  const places = placesOfHeadings(
    document,
    headings.map(({ text }) => text),
  );
  return new Map(
    headings.flatMap(({ section }, index) => {
      const place = places[index];
      return section === undefined || place === undefined ? [] : [[section, place] as const];
    }),
  );
};
