import type { PDFDocument } from '@cantoo/pdf-lib';
import { type Operation, readOperations, replaceParts } from './pdf-content.ts';
import { contentOf, contentStreams } from './pdf-streams.ts';
import type { MarkedContent } from './pdf-tables.ts';

const pathStarts = new Set(['m', 're']);
const pathPaints = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const otherPaints = new Set(['Tj', 'TJ', "'", '"', 'Do', 'sh']);
const opening = new TextEncoder().encode('/Artifact BMC\n');
const pagination = new TextEncoder().encode('/Artifact <</Type /Pagination>> BDC');
const closing = new TextEncoder().encode('\nEMC\n');

/**
 * Marks what is painted outside any tag as an artifact, so that a screen reader passes over it: running headers and
 * footers, which Chromium leaves unmarked, and lines and fills of the layout (PDF/UA-1, 7.1); and what was taken out of the tags.
 */
export const markArtifacts = (document: PDFDocument, unread: MarkedContent): void => {
  for (const page of document.getPages()) {
    for (const [reference, stream] of contentStreams(document, page)) {
      const content = contentOf(stream);
      const marked = withArtifacts(content, unread.get(page.ref));
      if (marked !== content) document.context.assign(reference, document.context.flateStream(marked));
    }
  }
};

/**
 * The same content with artifacts marked; the very same array where there were none.
 * @param unread numbers of marked content that is for the eye alone
 */
export const withArtifacts = (content: Uint8Array, unread: ReadonlySet<number> = new Set()): Uint8Array => {
  const operations = readOperations(content);
  const parts = [
    ...unmarkedPaint(operations).flatMap(({ start, end }) => [
      { start, end: start, by: opening },
      { start: end, end, by: closing },
    ]),
    ...openingsOf(operations, content, unread).map(({ start, end }) => ({ start, end, by: pagination })),
  ];
  // The two never overlap: what is unmarked stands outside of all marked content.
  return parts.length === 0
    ? content
    : replaceParts(
        content,
        parts.sort((a, b) => a.start - b.start || a.end - b.end),
      );
};

const openingsOf = (
  operations: readonly Operation[],
  content: Uint8Array,
  numbers: ReadonlySet<number>,
): readonly Operation[] => {
  if (numbers.size === 0) return [];
  const decoder = new TextDecoder('latin1');
  return operations.filter(({ operator, start, end }) => {
    if (operator !== 'BDC') return false;
    const number = /\/MCID (\d+)/.exec(decoder.decode(content.subarray(start, end)))?.[1];
    return number !== undefined && numbers.has(Number(number));
  });
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
