import type { DocumentModel } from '../document/model.ts';
import type { Printer } from '../effects.ts';
import { printWithPages } from '../render/contents.ts';
import { headingsOf } from '../render/headings.ts';
import { pageHeads } from '../render/page-heads.ts';
import { type Finishing, finishPdf } from '../render/pdf.ts';
import type { PageMap } from '../render/pdf-destinations.ts';
import { hasMissingGlyphs } from '../render/pdf-missing-glyphs.ts';
import type { EditionPage } from './edition.ts';

/** A document as it is printed. */
export interface PrintedPage {
  readonly pdf: Uint8Array;
  /** Characters among which are those that print as an empty box; none where every one has a glyph. */
  readonly missing: readonly string[];
  /** What the next document of the same notebook can be printed with: the page of each anchor that its contents name. */
  readonly pages: PageMap;
}

/**
 * A page as it goes to the printer. Nothing runs there and nobody asks for explanations: what only these need is left out, and
 * what is printed does not change with it.
 */
export const printable = (html: string): string =>
  html
    .replace(/(<script\b[^>]*>)[\s\S]*?(<\/script>)/g, '$1$2')
    .replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*/, `$1${printPolicy}`)
    .replace(/ data-figure="[^"]*"/g, ' data-figure=""');

const printPolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** What a PDF says beyond what its page does. */
export const printHead = (model: DocumentModel): Omit<Finishing, 'date' | 'anchors'> => ({
  title: model.subject === undefined ? model.title : `${model.title}: ${model.subject}`,
  language: model.locale,
  author: model.running.company,
  headings: headingsOf(model).map(({ text }) => text),
});

/**
 * Prints a page and finishes the PDF; the same bytes whatever is assumed.
 *
 * @param date that the PDF carries, ISO
 * @param assumed pages of a document like this one: where they are those of this one too, that saves a printing
 */
export const printPage = async (
  print: Printer,
  { html, anchors, foreign, model }: EditionPage,
  date: string,
  assumed?: PageMap,
): Promise<PrintedPage> => {
  const head = printHead(model);
  const { document, pages } = await printWithPages(print, printable(html), head, pageHeads(model), assumed);
  const missing = foreign.length > 0 && hasMissingGlyphs(document) ? foreign : [];
  return { pdf: await finishPdf(document, { ...head, date, anchors }), missing, pages };
};
