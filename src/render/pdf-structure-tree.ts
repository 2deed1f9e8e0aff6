import { PDFArray, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';

/** What is directly below a tag: other tags, or marked content of pages. */
export const kidsOf = (element: PDFDict): PDFObject[] => {
  const kids = element.lookup(PDFName.of('K'));
  if (kids instanceof PDFArray) return kids.asArray();
  const direct = element.get(PDFName.of('K'));
  return direct === undefined ? [] : [direct];
};

/** Whether something is a tag of one of these types. */
export const isTagged = (element: unknown, ...types: readonly string[]): element is PDFDict => {
  const type = element instanceof PDFDict ? element.get(PDFName.of('S')) : undefined;
  return type instanceof PDFName && types.includes(type.decodeText());
};
