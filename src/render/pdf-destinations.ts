import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** The anchors of a printed document and the page, counted from 1, on which each one stands. */
export type PageMap = ReadonlyMap<string, number>;

/** Chromium writes a named destination for every anchor that a link in the document leads to. */
export const readPages = (document: PDFDocument): PageMap => {
  const numbers = new Map(document.getPages().map((page, index) => [page.ref.tag, index + 1]));
  const pages = new Map<string, number>();
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const [name, value] of destinations?.entries() ?? []) {
    const target = document.context.lookup(value);
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    const number = page instanceof PDFRef ? numbers.get(page.tag) : undefined;
    if (number !== undefined) pages.set(name.decodeText(), number);
  }
  return pages;
};

/** The name of a destination, whichever way it is written. */
export const destinationName = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFName || object instanceof PDFString || object instanceof PDFHexString
    ? object.decodeText()
    : undefined;
