import { boardSummary, documentIds, documentsOf } from '../documents.ts';
import type { ExportFormat } from '../format.ts';
import { emailHtml } from './html.ts';
import { emailText } from './text.ts';

/** A document as the body of a message: HTML that mail programs show, and the same as plain text. */
export const emailFormat: ExportFormat = {
  names: documentIds,
  usual: [boardSummary],
  files: async (sources, chosen) =>
    documentsOf(sources, chosen).flatMap(document => {
      const path = `email/${document.id}.${sources.locale.tag}`;
      return [
        { path: `${path}.html`, content: emailHtml(document, sources.locale) },
        { path: `${path}.txt`, content: emailText(document, sources.locale) },
      ];
    }),
};
