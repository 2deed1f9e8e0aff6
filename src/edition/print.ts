import type { Printer } from '../effects.ts';
import { printWithPages } from '../render/contents.ts';
import { finishPdf } from '../render/pdf.ts';
import { hasMissingGlyphs } from '../render/pdf-missing-glyphs.ts';
import type { EditionPage } from './edition.ts';

/** A document as it is printed. */
export interface PrintedPage {
  readonly pdf: Uint8Array;
  /** Characters among which are those that print as an empty box; none where every one has a glyph. */
  readonly missing: readonly string[];
}

/** Prints a page and finishes the PDF. @param date that the PDF carries, ISO */
export const printPage = async (
  print: Printer,
  { html, anchors, headings, foreign, model }: EditionPage,
  date: string,
): Promise<PrintedPage> => {
  const title = model.subject === undefined ? model.title : `${model.title}: ${model.subject}`;
  const language = model.locale;
  const { pdf } = await printWithPages(print, html, { title, language });
  const author = model.running.company;
  return {
    pdf: await finishPdf(pdf, { title, language, date, author, anchors, headings }),
    missing: foreign.length > 0 && (await hasMissingGlyphs(pdf)) ? foreign : [],
  };
};
