import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elementsOf, isElement, marksOf, readAloud, readLayout } from '../../scripts/pdf-layout/structure.ts';
import { type BrowserPrinter, createBrowserPrinter } from '../../src/platform/printer.ts';
import { type PrintedDocument, printWithPages } from '../../src/render/contents.ts';
import { pageHeads } from '../../src/render/page-heads.ts';
import { anchorNames } from '../../src/render/page-view.ts';
import { finishPdf } from '../../src/render/pdf.ts';
import { readOperations } from '../../src/render/pdf-content.ts';
import { contentOf } from '../../src/render/pdf-streams.ts';
import { pageOf } from './page-of.ts';
import { outlineTitles, pageTexts } from './pdf-reading.ts';
import { smallDocument } from './small-document.ts';

const options = { title: smallDocument.title, language: smallDocument.locale };
const heads = pageHeads(smallDocument);
const finishing = {
  title: smallDocument.title,
  author: 'Cales & Cía.',
  language: 'es-ES',
  date: '2026-09-30',
  anchors: anchorNames(smallDocument),
  headings: heads.headings.map(({ text }) => text),
};
const silent = { info: () => {}, warn: () => {}, progress: () => {} };

describe('a printed document', { timeout: 120_000 }, () => {
  let printer: BrowserPrinter;
  let html: string;
  let printed: PrintedDocument;
  let finished: Uint8Array;
  let pdf: PDFDocument;

  beforeAll(async () => {
    printer = createBrowserPrinter({}, silent);
    html = await pageOf(smallDocument);
    printed = await printWithPages(printer, html, options, heads);
    finished = await finishPdf(printed.document, finishing);
    pdf = await PDFDocument.load(finished, { updateMetadata: false });
  }, 120_000);

  afterAll(() => printer.close());

  it('is tagged, has an outline, and says its language and title', () => {
    const { catalog } = pdf;
    expect(catalog.lookup(PDFName.of('StructTreeRoot'))).toBeInstanceOf(PDFDict);
    expect(catalog.lookup(PDFName.of('Lang'), PDFString).decodeText()).toBe('es-ES');
    expect(catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict).toString()).toContain(
      '/DisplayDocTitle true',
    );
    expect(pdf.getTitle()).toBe('Revisión de «cuentas clave»');
    const outline = catalog.lookup(PDFName.of('Outlines'), PDFDict);
    const [portfolio, resources] = smallDocument.sections.map(section => section.headline);
    expect(outlineTitles(outline)).toEqual([smallDocument.title, smallDocument.title, portfolio, resources]);
  });

  it('names in its contents the pages on which the sections stand', async () => {
    // Cover, contents, portfolio over two pages or more, then the landscape section on the last one.
    expect(printed.pages.get('portfolio-message')).toBe(3);
    expect(printed.pages.get('resources-message')).toBe(pdf.getPageCount());
    expect(pdf.getPageCount()).toBeGreaterThan(4);
  });

  it('turns the page for a landscape section only', () => {
    const turned = pdf.getPages().map(page => page.getWidth() > page.getHeight());
    expect(turned.indexOf(true)).toBe(turned.length - 1);
  });

  it('is printed once where the pages are remembered, and its heads once', async () => {
    const asked: string[] = [];
    const counting = {
      pdf: (text: string) => {
        asked.push(text);
        return printer.pdf(text, options);
      },
    };
    await printWithPages(counting, html, options, heads, printed.pages);
    expect(asked.map(text => text.includes('<h1'))).toEqual([true, false]);
  });

  it('has nothing but letters laid over its pages, as artifacts: paper would cover what is there', () => {
    const [, , page] = pdf.getPages();
    const head = page?.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict).entries()[0]?.[1];
    const laid = pdf.context.lookup(head);
    if (!(laid instanceof PDFRawStream)) throw new Error('Nothing is laid over the page');
    const operators = readOperations(contentOf(laid)).map(({ operator }) => operator);
    expect(operators.some(operator => operator === 'Tj' || operator === 'TJ')).toBe(true);
    expect(operators.filter(operator => /^(?:f|F|f\*|B|B\*|b|b\*|S|s|sh|Do)$/.test(operator))).toEqual([]);
  });

  it('is the same to the byte when printed again', async () => {
    const again = await printWithPages(printer, html, options, heads, printed.pages);
    expect(Buffer.from(await finishPdf(again.document, finishing)).equals(Buffer.from(finished))).toBe(true);
  });

  it('describes its links', () => {
    const texts = pdf
      .getPages()
      .flatMap(page => page.node.Annots()?.asArray() ?? [])
      .map(reference =>
        pdf.context.lookup(reference, PDFDict).lookup(PDFName.of('Contents'), PDFHexString).decodeText(),
      );
    expect(texts).toEqual(
      expect.arrayContaining(['1 Cartera', 'Tabla 1', 'Figura 1', 'https://example.org/']),
    );
  });

  it('refuses a page that asks for anything from outside', async () => {
    const asking = '<!doctype html><title>x</title><img alt="x" src="https://example.org/x.png">';
    await expect(printer.pdf(asking, options)).rejects.toThrow('https://example.org/x.png');
  });

  it('runs no script of the page', async () => {
    const page = '<!doctype html><title>x</title><p id="x">before</p><script>document.title="ran"</script>';
    const raw = await PDFDocument.load(await printer.pdf(page, options), { updateMetadata: false });
    expect(raw.getTitle()).toBe('x');
  });

  it('says the page and what it belongs to in its margins', async context => {
    const texts = await pageTexts(finished, 'lines');
    if (texts === undefined) return context.skip('pdftotext is not installed');
    const text = texts[2];
    expect(text).toContain(`página 3 de ${pdf.getPageCount()}`);
    expect(text).toContain('Cartera');
    expect(text).toContain('Cales & Cía.');
    expect(text).toContain('Confidencial');
  });

  it('has the head of a table once for who hears it, on however many pages it is repeated', () => {
    const { root } = readLayout(pdf);
    const [table] = elementsOf(root, /^Table$/);
    if (table === undefined) throw new Error('The table has no tag');
    expect(new Set(marksOf(table).map(({ page }) => page)).size).toBe(2);
    expect(table.content.map(group => (isElement(group) ? group.type : ''))).toEqual(['THead', 'TBody']);
    const [head] = elementsOf(table, /^THead$/);
    expect(elementsOf(head ?? root, /^T[HD]$/).map(cell => readAloud(cell).trim())).toEqual([
      'Cliente',
      'Ingresos',
      '',
    ]);
  });

  it('repeats the head of a long table and shows markup in data as text', async context => {
    const texts = await pageTexts(finished, 'lines');
    if (texts === undefined) return context.skip('pdftotext is not installed');
    const text = texts[3];
    expect(text).toMatch(/Cliente +Ingresos/);
    expect(text).toContain('<b>& Cía.</b>');
  });
});
