import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';

export interface PdfFacts {
  readonly tagged: boolean;
  readonly showsTitle: boolean;
  readonly language: string;
  readonly title: string | undefined;
  readonly headings: readonly string[];
}

/** What a PDF says about itself. */
export const pdfFacts = async (content: Uint8Array): Promise<PdfFacts> => {
  const pdf = await PDFDocument.load(content, { updateMetadata: false });
  const { catalog } = pdf;
  const marks = catalog.lookup(PDFName.of('MarkInfo'), PDFDict).toString();
  return {
    tagged: /\/Marked true/.test(marks) && catalog.lookup(PDFName.of('StructTreeRoot')) instanceof PDFDict,
    showsTitle: /\/DisplayDocTitle true/.test(
      catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict).toString(),
    ),
    language: catalog.lookup(PDFName.of('Lang'), PDFString).decodeText(),
    title: pdf.getTitle(),
    headings: outlineTitles(catalog.lookup(PDFName.of('Outlines'), PDFDict)),
  };
};

/** Titles of an outline, each before those below it. */
export const outlineTitles = (parent: PDFDict): string[] => {
  const titles: string[] = [];
  let item = parent.lookupMaybe(PDFName.of('First'), PDFDict);
  while (item !== undefined) {
    const title = item.lookup(PDFName.of('Title'));
    if (title instanceof PDFString || title instanceof PDFHexString) titles.push(title.decodeText());
    titles.push(...outlineTitles(item));
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
  return titles;
};

/**
 * The text of each page, or undefined where poppler is not there to read it.
 * @param order lines as they stand on the page, or text as it is read
 */
export const pageTexts = async (
  pdf: Uint8Array,
  order: 'lines' | 'reading',
): Promise<readonly string[] | undefined> => {
  const folder = await mkdtemp(join(tmpdir(), 'cuentas-print-'));
  const file = join(folder, 'file.pdf');
  const args = [...(order === 'lines' ? ['-layout'] : []), file, '-'];
  try {
    await writeFile(file, pdf);
    const { stdout } = await promisify(execFile)('pdftotext', args, { maxBuffer: 64e6 });
    return stdout.replace(/\f$/, '').split('\f');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
