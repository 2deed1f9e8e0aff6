import {
  decodePDFRawStream,
  PDFArray,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { unzlibSync } from 'fflate';

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

/** What a stream holds; the browser compresses all of its own one way, which takes no general decoder. */
export const contentOf = (stream: PDFRawStream): Uint8Array => {
  const { dict } = stream;
  const isPlain =
    dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode') && !dict.has(PDFName.of('DecodeParms'));
  return isPlain ? unzlibSync(stream.getContents()) : decodePDFRawStream(stream).decode();
};
