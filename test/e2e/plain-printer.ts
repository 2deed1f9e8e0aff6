import { createHash } from 'node:crypto';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { NamedPrinter } from '../../src/effects.ts';

/** Prints what pages hold as a hash, on as many sheets as they have sections: enough to see whether a page is another one. */
export const plainPrinter = (name = 'no browser 1'): NamedPrinter & { readonly printed: string[] } => {
  const printed: string[] = [];
  return {
    printed,
    name: async () => name,
    pdf: async html => {
      printed.push(html);
      const document = await PDFDocument.create({ updateMetadata: false });
      const { context, catalog } = document;
      const sections = html.split('<section').length;
      const pages = Array.from({ length: Math.max(1, sections) }, () => document.addPage([300, 400]));
      const root = context.register(context.obj({ Type: 'StructTreeRoot', K: [] }));
      catalog.set(PDFName.of('StructTreeRoot'), root);
      catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
      const targets = [...html.matchAll(/data-target="([^"]*)"/g)].map(([, id = '']) => id);
      const places = targets.map((id, index) => [id, [pages[index % pages.length]?.ref, 'XYZ', 0, 0, 0]]);
      catalog.set(PDFName.of('Dests'), context.obj(Object.fromEntries(places)));
      const hash = createHash('sha256').update(`${name} ${html}`).digest('hex');
      catalog.set(PDFName.of('PieceInfo'), PDFString.of(hash));
      return document.save();
    },
  };
};
