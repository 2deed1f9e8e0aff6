import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { fillPages, pageTargets, printWithPages } from '../../../src/render/contents.ts';

const place = (target: string): string => `<span class="page-of" data-target="${target}"></span>`;
const options = { title: 'x', language: 'es' };
const noHeads = { headings: [], emptied: '', of: () => [] };

/** A PDF in which each anchor stands on its page, as Chromium writes it. */
const pdfWith = async (anchors: Readonly<Record<string, number>>): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  const pages = Array.from({ length: Math.max(...Object.values(anchors)) }, () => document.addPage());
  const entries = Object.entries(anchors).map(([id, page]) => [id, [pages[page - 1]?.ref, 'XYZ', 0, 0, 0]]);
  document.catalog.set(PDFName.of('Dests'), document.context.obj(Object.fromEntries(entries)));
  return document.save();
};

describe('fillPages', () => {
  it('fills every place, and again after that', () => {
    const html = `<li>${place('a')}</li><li>${place('b')}</li>`;
    const once = fillPages(html, new Map([['a', 3]]));
    expect(once).toBe(
      '<li><span class="page-of" data-target="a">3</span></li><li><span class="page-of" data-target="b"></span></li>',
    );
    expect(fillPages(once, new Map())).toBe(html);
    expect(pageTargets(html)).toEqual(['a', 'b']);
  });
});

describe('printWithPages', () => {
  it('prints until the numbers are those of the pages', async () => {
    const printed: string[] = [];
    const printer = {
      pdf: (html: string) => {
        printed.push(html);
        return pdfWith({ a: 2, b: 5 });
      },
    };
    const { pages } = await printWithPages(printer, place('a') + place('b'), options, noHeads);
    expect(printed).toHaveLength(2);
    expect(printed[1]).toContain('data-target="b">5<');
    expect(pages.get('a')).toBe(2);
  });

  it('says which target is on no page', async () => {
    const printer = { pdf: () => pdfWith({ a: 1 }) };
    await expect(printWithPages(printer, place('lost'), options, noHeads)).rejects.toThrow('"lost"');
  });

  it('gives up where the numbers move each time', async () => {
    let page = 0;
    const printer = {
      pdf: () => {
        page += 1;
        return pdfWith({ a: page });
      },
    };
    await expect(printWithPages(printer, place('a'), options, noHeads)).rejects.toThrow('do not settle');
  });
});
