import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFString } from '@cantoo/pdf-lib';

const nodeId = /^node\d{8,}$/;

/**
 * Numbers the ids of tags from one. Chromium takes them from a counter that runs on as long as the browser does, so
 * that the same page printed twice differs. Their order stays, since the tree that holds them is sorted by them.
 */
export const renumberNodes = (document: PDFDocument): void => {
  const objects = document.context.enumerateIndirectObjects().map(([, object]) => object);
  const found = new Set<string>();
  for (const object of objects) visit(object, id => void found.add(id));
  const renumbered = new Map(
    [...found].sort().map((id, index) => [id, PDFString.of(`node${String(index + 1).padStart(8, '0')}`)]),
  );
  for (const object of objects) visit(object, id => renumbered.get(id));
};

/** Shows each node id below an object to the visitor, and puts what it returns, if anything, in its place. */
const visit = (object: PDFObject, visitor: (id: string) => PDFObject | undefined): void => {
  if (object instanceof PDFDict) {
    for (const [key, value] of object.entries())
      visitValue(value, visitor, replacement => object.set(key, replacement));
  } else if (object instanceof PDFArray) {
    object.asArray().forEach((value, index) => {
      visitValue(value, visitor, replacement => object.set(index, replacement));
    });
  }
};

const visitValue = (
  value: PDFObject,
  visitor: (id: string) => PDFObject | undefined,
  replace: (replacement: PDFObject) => void,
): void => {
  if (!(value instanceof PDFString)) {
    visit(value, visitor);
    return;
  }
  const text = value.asString();
  const replacement = nodeId.test(text) ? visitor(text) : undefined;
  if (replacement !== undefined) replace(replacement);
};
