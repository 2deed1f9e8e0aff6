import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** Where a heading stands in print. */
export interface PrintedHeading {
  /** Counted from 1. */
  readonly page: number;
  /** Points below the upper edge of the sheet. */
  readonly fromTop: number;
}

/**
 * Writes the titles of the outline as the headings have them. Chromium joins the lines of a heading without the space
 * between them, and says parts of one in a grid twice; so a title is found by its letters and by its place.
 *
 * @param headings all that are known, as plain text, in the order of the document
 */
export const mendOutline = (document: PDFDocument, headings: readonly string[]): void => {
  for (const [index, item] of aligned(itemsOf(document), headings).entries())
    item?.set(PDFName.of('Title'), PDFHexString.fromText(headings[index] ?? ''));
};

/** Where each of the headings stands; undefined for those that the outline lacks, like the title of a document without a cover. */
export const placesOfHeadings = (
  document: PDFDocument,
  headings: readonly string[],
): (PrintedHeading | undefined)[] => {
  const pages = new Map(
    document.getPages().map((page, index) => [page.ref.tag, { page, number: index + 1 }]),
  );
  return aligned(itemsOf(document), headings).map(item => {
    const destination = item?.lookup(PDFName.of('Dest'));
    if (!(destination instanceof PDFArray)) return undefined;
    const [target, , , y] = destination.asArray();
    const found = target instanceof PDFRef ? pages.get(target.tag) : undefined;
    return found === undefined || !(y instanceof PDFNumber)
      ? undefined
      : { page: found.number, fromTop: found.page.getHeight() - y.asNumber() };
  });
};

/** Every item of the outline, in the order of the document. */
const itemsOf = (document: PDFDocument): PDFDict[] => {
  const outline = document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  return outline === undefined ? [] : itemsBelow(outline);
};

const itemsBelow = (parent: PDFDict): PDFDict[] => {
  const items: PDFDict[] = [];
  let item = parent.lookupMaybe(PDFName.of('First'), PDFDict);
  while (item !== undefined) {
    items.push(item, ...itemsBelow(item));
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
  return items;
};

/** The item of each heading: the next one that may say it. */
const aligned = (items: readonly PDFDict[], headings: readonly string[]): (PDFDict | undefined)[] => {
  const titles = items.map(item => letters(titleOf(item)));
  let next = 0;
  return headings.map(heading => {
    const wanted = letters(heading);
    const found = titles.findIndex((title, index) => index >= next && saysWithRepeats(title, wanted));
    if (found < 0) return undefined;
    next = found + 1;
    return items[found];
  });
};

const titleOf = (item: PDFDict): string => {
  const title = item.lookup(PDFName.of('Title'));
  return title instanceof PDFString || title instanceof PDFHexString ? title.decodeText() : '';
};

/** Whether a title is the heading, parts of which may have been said twice. */
const saysWithRepeats = (title: string, heading: string): boolean => {
  if (heading === '' || title.length > 2 * heading.length) return false;
  let said = 0;
  for (const letter of title) {
    if (heading.startsWith(letter, said)) said += letter.length;
    else if (!heading.slice(0, said).includes(letter)) return false;
  }
  return said === heading.length;
};

const letters = (text: string): string => text.replace(/\s+/gu, '');
