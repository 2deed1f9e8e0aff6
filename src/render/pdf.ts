import type { PDFDocument } from '@cantoo/pdf-lib';
import { markArtifacts } from './pdf-artifacts.ts';
import { type PdfMetadata, writeMetadata } from './pdf-metadata.ts';
import { renumberNodes } from './pdf-node-ids.ts';
import { mendOutline } from './pdf-outline.ts';
import { completeLists, describeLinks, mapRoles, raiseHeadings } from './pdf-structure.ts';
import { tidyTables } from './pdf-tables.ts';

export interface Finishing extends PdfMetadata {
  /** What stands at each anchor of the document, by its id: read to who can't see where a link leads. */
  readonly anchors: ReadonlyMap<string, string>;
  /** The headings of the document as plain text: the browser's outline loses the space at the end of a line. */
  readonly headings: readonly string[];
}

/**
 * Makes the PDF of the browser one to publish: metadata, described links, artifacts marked, small.
 * The same bytes in give the same bytes out; what Chromium dates by the clock is dated by `date`.
 *
 * @param document read without touching its metadata; it is changed
 * @throws Error where the PDF has no tags
 */
export const finishPdf = (document: PDFDocument, finishing: Finishing): Promise<Uint8Array> => {
  writeMetadata(document, finishing);
  renumberNodes(document);
  mapRoles(document);
  raiseHeadings(document);
  completeLists(document);
  const unread = tidyTables(document);
  describeLinks(document, finishing.anchors);
  mendOutline(document, finishing.headings);
  markArtifacts(document, unread);
  return document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
};
