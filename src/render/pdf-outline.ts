import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';

/**
 * Writes the titles of the outline as the headings have them. Chromium joins the lines of a heading without the space
 * between them, and says the beginning of one in a grid twice; so a title is found by its letters.
 */
export const mendOutline = (document: PDFDocument, headings: readonly string[]): void => {
  const outline = document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  if (outline !== undefined) mendBelow(outline, headings);
};

const mendBelow = (parent: PDFDict, headings: readonly string[]): void => {
  let item = parent.lookupMaybe(PDFName.of('First'), PDFDict);
  while (item !== undefined) {
    const title = item.lookup(PDFName.of('Title'));
    const text = title instanceof PDFString || title instanceof PDFHexString ? title.decodeText() : '';
    const heading = headings.find(candidate => isMangled(letters(text), letters(candidate)));
    if (heading !== undefined) item.set(PDFName.of('Title'), PDFHexString.fromText(heading));
    mendBelow(item, headings);
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
};

/** The heading itself, or its beginning and then the whole of it. */
const isMangled = (text: string, heading: string): boolean =>
  text.endsWith(heading) && heading.startsWith(text.slice(0, text.length - heading.length));

const letters = (text: string): string => text.replace(/\s+/gu, '');
