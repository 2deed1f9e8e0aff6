import {
  decodePDFRawStream,
  PDFArray,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { type Operation, readOperations, replaceParts } from './pdf-content.ts';

const pathStarts = new Set(['m', 're']);
const pathPaints = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const otherPaints = new Set(['Tj', 'TJ', "'", '"', 'Do', 'sh']);
const opening = new TextEncoder().encode('/Artifact BMC\n');
const closing = new TextEncoder().encode('\nEMC\n');

/**
 * Marks what is painted outside any tag as an artifact, so that a screen reader passes over it: running headers and
 * footers, which Chromium leaves unmarked, and lines and fills of the layout (PDF/UA-1, 7.1).
 */
export const markArtifacts = (document: PDFDocument): void => {
  for (const page of document.getPages()) {
    for (const [reference, stream] of contentStreams(document, page)) {
      const content = decodePDFRawStream(stream).decode();
      const marked = withArtifacts(content);
      if (marked !== content) document.context.assign(reference, document.context.flateStream(marked));
    }
  }
};

/** The content of a page, with the places where it is kept. */
export const contentStreams = (document: PDFDocument, page: PDFPage): [PDFRef, PDFRawStream][] => {
  const contents = page.node.get(PDFName.of('Contents'));
  const references = contents instanceof PDFArray ? contents.asArray() : [contents];
  return references.flatMap((reference): [PDFRef, PDFRawStream][] => {
    if (!(reference instanceof PDFRef)) return [];
    const stream = document.context.lookup(reference);
    return stream instanceof PDFRawStream ? [[reference, stream]] : [];
  });
};

/** The same content with artifacts marked; the very same array where there were none. */
export const withArtifacts = (content: Uint8Array): Uint8Array => {
  const unmarked = unmarkedPaint(readOperations(content));
  if (unmarked.length === 0) return content;
  return replaceParts(
    content,
    unmarked.flatMap(({ start, end }) => [
      { start, end: start, by: opening },
      { start: end, end, by: closing },
    ]),
  );
};

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A path is wrapped from its first operator on, since nothing may stand between its making and its painting. */
const unmarkedPaint = (operations: readonly Operation[]): Range[] => {
  const ranges: Range[] = [];
  let depth = 0;
  let path: number | undefined;
  for (const { operator, start, end } of operations) {
    depth += depthChange(operator);
    if (pathStarts.has(operator)) path ??= start;
    if (depth === 0 && pathPaints.has(operator)) ranges.push({ start: path ?? start, end });
    if (depth === 0 && otherPaints.has(operator)) ranges.push({ start, end });
    if (operator === 'n' || pathPaints.has(operator)) path = undefined;
  }
  return ranges;
};

const depthChange = (operator: string): number => {
  if (operator === 'BDC' || operator === 'BMC') return 1;
  return operator === 'EMC' ? -1 : 0;
};
