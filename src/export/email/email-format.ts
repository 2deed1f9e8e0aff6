import type { DocumentModel } from '../../document/model.ts';
import type { Locale } from '../../locale/locale.ts';
import { boardSummary, documentIds, documentsOf } from '../documents.ts';
import type { ExportFormat } from '../format.ts';
import { bytesOf, extracts, mostBytes } from './extract.ts';
import { emailHtml } from './html.ts';
import { emailText } from './text.ts';

/** A document as the body of a message: HTML that mail programs show, and the same as plain text. */
export const emailFormat: ExportFormat = {
  names: documentIds,
  usual: [boardSummary],
  files: async (sources, chosen) =>
    documentsOf(sources, chosen).flatMap(document => {
      const path = `email/${document.id}.${sources.locale.tag}`;
      const { html, text } = messageOf(document, sources.locale);
      return [
        { path: `${path}.html`, content: html },
        { path: `${path}.txt`, content: text },
      ];
    }),
};

/** As much of a document as a message holds; what was left out is said. */
const messageOf = (
  document: DocumentModel,
  locale: Locale,
): { readonly html: string; readonly text: string } => {
  const messages = extracts(document).map(({ document: extract, isShortened }) => {
    const note = isShortened ? locale.t('export.email.shortened') : undefined;
    return { html: emailHtml(extract, locale, note), text: emailText(extract, locale, note) };
  });
  const fitting = messages.find(({ html }) => bytesOf(html) < mostBytes) ?? messages.at(-1);
  if (fitting === undefined) throw new Error('A document has at least one extract');
  return fitting;
};
