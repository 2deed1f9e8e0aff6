import { expect, it } from 'vitest';
import { palettesOf } from '../../../src/brand/palette.ts';
import type { DocumentModel, Section } from '../../../src/document/model.ts';
import { brandSchema } from '../../../src/model/brand.ts';
import { headOf, runningStyles, sheetOf } from '../../../src/render/page-running.ts';

const section = (name: string, flow: boolean, landscape = false): Section => ({
  id: name,
  number: 1,
  name,
  headline: name,
  title: [],
  landscape,
  appendix: false,
  flow,
  blocks: [],
});

const stylesOf = (sections: readonly Section[]): string => {
  const document: DocumentModel = {
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
  };
  return runningStyles(document, { contents: '', before: '', between: '' });
};

it('begins a page for each section, unless it flows and lies the same way', () => {
  const sections = [
    section('Portfolio', true),
    section('Groups', true),
    section('Risks', true, true),
    section('Actions', false, true),
  ];
  expect(sections.map((_, index) => sheetOf(sections, index))).toEqual([1, 1, 3, 4]);
});

it('names the sections that share a page in its head', () => {
  const styles = stylesOf([section('Vision', false), section('Alignment', true), section('Data', false)]);
  expect(styles).toContain('"Vision · Alignment"');
  expect(styles).toContain('"Data"');
});

it('names the first and the last where all names do not fit', () => {
  const names = ['Commitment and phase', 'Congruence of the programme', 'Resources', 'Path of adoption'];
  const styles = stylesOf(names.map((name, index) => section(name, index > 0)));
  expect(styles).toContain('"Commitment and phase – Path of adoption"');
});

it('says on every page what a document without a cover is', () => {
  expect(stylesOf([section('Data', false)])).toContain('--running-period:"Q3 2026 · Plan"');
});

it('names whom the document is about once, before the sections', () => {
  const running = {
    company: 'Lime',
    name: 'Lime',
    period: '',
    classification: '',
    status: '',
    subject: 'Cabriel',
  };
  expect(headOf({ running }, [{ name: 'Cabriel' }])).toBe('Cabriel');
  expect(headOf({ running }, [{ name: 'Cabriel' }, { name: 'Plan' }])).toBe('Cabriel: Plan');
  expect(headOf({ running }, [{ name: 'Plan' }, { name: 'SWOT' }])).toBe('Cabriel: Plan · SWOT');
});
