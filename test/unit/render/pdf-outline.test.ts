import { PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { mendOutline, placesOfHeadings } from '../../../src/render/pdf-outline.ts';

/** A document whose outline has these items, one after another, each on a page of its own 100 points from the top. */
const outlined = async (titles: readonly string[]): Promise<PDFDocument> => {
  const document = await PDFDocument.create();
  const { context } = document;
  const references = titles.map(() => context.nextRef());
  for (const [index, title] of titles.entries()) {
    const page = document.addPage([600, 800]);
    const next = references[index + 1];
    const item = context.obj({
      Dest: [page.ref, 'XYZ', 50, 700, 0],
      ...(next === undefined ? {} : { Next: next }),
    });
    item.set(PDFName.of('Title'), PDFHexString.fromText(title));
    const reference = references[index];
    if (reference !== undefined) context.assign(reference, item);
  }
  const [first] = references;
  document.catalog.set(PDFName.of('Outlines'), context.obj(first === undefined ? {} : { First: first }));
  return document;
};

const titlesOf = (document: PDFDocument): string[] => {
  const titles: string[] = [];
  let item = document.catalog
    .lookup(PDFName.of('Outlines'), PDFDict)
    .lookupMaybe(PDFName.of('First'), PDFDict);
  while (item !== undefined) {
    titles.push(item.lookup(PDFName.of('Title'), PDFHexString).decodeText());
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
  return titles;
};

describe('the outline', () => {
  it('has its titles as the headings say them, however the browser repeats or joins their parts', async () => {
    const document = await outlined([
      'Cabriel scores Cabriel scores 7.807.80 points,  points, +0.42+0.42 since sinceQ2 2026',
      'Report the margin everyquarter',
      'Something else',
    ]);
    mendOutline(document, [
      'Plan',
      'Cabriel scores 7.80 points, +0.42 since Q2 2026',
      'Report the margin every quarter',
    ]);
    expect(titlesOf(document)).toEqual([
      'Cabriel scores 7.80 points, +0.42 since Q2 2026',
      'Report the margin every quarter',
      'Something else',
    ]);
  });

  it('tells where each heading stands, the second of two that say the same too', async () => {
    const document = await outlined(['Cabriel', 'Risks', 'Risks']);
    expect(placesOfHeadings(document, ['Plan', 'Cabriel', 'Risks', 'Risks'])).toEqual([
      undefined,
      { page: 1, fromTop: 100 },
      { page: 2, fromTop: 100 },
      { page: 3, fromTop: 100 },
    ]);
  });
});
