import type { Printer } from '../effects.ts';
import { type PageKnowledge, printWithPages } from '../render/contents.ts';
import { pageHeads } from '../render/page-heads.ts';
import { finishPdf } from '../render/pdf.ts';
import { hasMissingGlyphs } from '../render/pdf-missing-glyphs.ts';
import type { EditionPage } from './edition.ts';

/** A document as it is printed. */
export interface PrintedPage {
  readonly pdf: Uint8Array;
  /** Characters among which are those that print as an empty box; none where every one has a glyph. */
  readonly missing: readonly string[];
  /** What the next document of the same notebook can be printed with. */
  readonly known: PageKnowledge;
}

/**
 * Prints a page and finishes the PDF; the same bytes whatever is assumed.
 *
 * @param date that the PDF carries, ISO
 * @param assumed what was known of a document like this one: where it holds for this one too, it saves a printing
 */
export const printPage = async (
  print: Printer,
  { html, anchors, foreign, model }: EditionPage,
  date: string,
  assumed?: PageKnowledge,
): Promise<PrintedPage> => {
  const title = model.subject === undefined ? model.title : `${model.title}: ${model.subject}`;
  const language = model.locale;
  const heads = pageHeads(model);
  const { pdf, known } = await printWithPages(print, html, { title, language }, heads, assumed);
  const author = model.running.company;
  return {
    pdf: await finishPdf(pdf, {
      title,
      language,
      date,
      author,
      anchors,
      headings: heads.headings.map(({ text }) => text),
    }),
    missing: foreign.length > 0 && (await hasMissingGlyphs(pdf)) ? foreign : [],
    known,
  };
};
