import { describe, expect, it } from 'vitest';
import { palettesOf } from '../../../src/brand/palette.ts';
import type { DocumentModel, Section } from '../../../src/document/model.ts';
import { brandSchema } from '../../../src/model/brand.ts';
import { pageHeads } from '../../../src/render/page-heads.ts';

const section = (id: string, flow: boolean): Section => ({
  id,
  number: 1,
  name: id,
  headline: `About ${id}`,
  title: [],
  landscape: false,
  appendix: false,
  flow,
  blocks: [],
});

const documentOf = (sections: readonly Section[]): DocumentModel => ({
  id: 'plan',
  notebook: 'plan',
  locale: 'en-GB',
  title: 'Plan',
  running: { company: 'Lime', name: 'Lime', period: 'Q3 2026', classification: '', status: '' },
  contents: false,
  sections,
  figures: [],
  rows: [],
  brand: { palettes: palettesOf(brandSchema.parse({})) },
});

/** Points from the upper edge: below the margin, and in the middle of the page. */
const [top, middle] = [77, 400];

const headsOf = (
  sections: readonly Section[],
  places: Readonly<Record<string, readonly [page: number, fromTop: number]>>,
  count: number,
): readonly string[] | undefined => {
  const known = new Map(Object.entries(places).map(([id, [page, fromTop]]) => [id, { page, fromTop }]));
  return pageHeads(documentOf(sections)).of({ sections: known, count });
};

describe('the head of a page', () => {
  const plan = [section('Value', false), section('Offers', true), section('Risks', true)];

  it('names the section that goes on and those that begin on it', () => {
    const places = { Value: [1, top], Offers: [1, middle], Risks: [3, middle] } as const;
    expect(headsOf(plan, places, 4)).toEqual(['Value · Offers', 'Offers', 'Offers · Risks', 'Risks']);
  });

  it('does not name the section that ended on the page before', () => {
    const places = { Value: [1, top], Offers: [2, top], Risks: [2, middle] } as const;
    expect(headsOf(plan, places, 2)).toEqual(['Value', 'Offers · Risks']);
  });

  it('names all that stand on it', () => {
    const places = { Value: [1, top], Offers: [1, middle], Risks: [1, middle] } as const;
    expect(headsOf(plan, places, 1)).toEqual(['Value · Offers · Risks']);
  });

  it('leaves its place empty in print, sheet by sheet', () => {
    const { emptied } = pageHeads(documentOf([section('Value', false), section('Risks', false)]));
    expect(emptied).toBe('@page sheet-1{@top-center{content:" "}}@page sheet-2{@top-center{content:" "}}');
  });

  it('is as the sheets say where the place of a section is not known', () => {
    expect(headsOf(plan, { Value: [1, top], Risks: [2, top] }, 2)).toBeUndefined();
  });

  it('leaves cover and contents alone', () => {
    const places = { Value: [3, top], Offers: [4, top], Risks: [5, top] } as const;
    expect(headsOf(plan, places, 5)).toEqual(['', '', 'Value', 'Offers', 'Risks']);
  });
});
