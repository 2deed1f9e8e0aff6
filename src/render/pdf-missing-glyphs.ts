import type { PDFDocument } from '@cantoo/pdf-lib';
import { contentOf, contentStreams } from './pdf-streams.ts';

/** Glyph 0 of a font stands for every character that it has no glyph for: an empty box. */
const missing = /<(?:[\dA-F]{4})*?0000(?:[\dA-F]{4})*>\s*(?:\]\s*TJ|Tj|[-\d.])/i;

/** Whether a printed document shows an empty box where a character should be, which PDF/UA forbids (7.21.8). */
export const hasMissingGlyphs = (document: PDFDocument): boolean => {
  const decoder = new TextDecoder('latin1');
  return document
    .getPages()
    .some(page =>
      contentStreams(document, page).some(([, stream]) => missing.test(decoder.decode(contentOf(stream)))),
    );
};
