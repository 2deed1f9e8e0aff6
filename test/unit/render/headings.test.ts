import { expect, it } from 'vitest';
import { palettesOf } from '../../../src/brand/palette.ts';
import { escapeMarkup } from '../../../src/document/escape.ts';
import type { DocumentModel } from '../../../src/document/model.ts';
import { brandSchema } from '../../../src/model/brand.ts';
import { headingsOf } from '../../../src/render/headings.ts';

const headline = `Sales = costs & "O'Hara" <lost> \`all\``;

const documentWith = (markup: string): DocumentModel => ({
  id: 'plan',
  notebook: 'plan',
  locale: 'en-GB',
  title: 'Plan',
  subject: 'Lime',
  running: { company: 'Lime', name: 'Lime', period: 'Q3 2026', classification: '', status: '' },
  contents: false,
  sections: [
    {
      id: 'sales',
      number: 1,
      name: 'Sales',
      headline: markup,
      title: [],
      landscape: false,
      appendix: false,
      flow: false,
      blocks: [],
    },
  ],
  figures: [],
  rows: [],
  brand: { palettes: palettesOf(brandSchema.parse({})) },
});

it('reads headlines as a reader does, whatever characters they are made of', () => {
  expect(headingsOf(documentWith(`${escapeMarkup(headline)}&nbsp;<b>twice</b>`))).toEqual([
    { text: 'Plan Lime' },
    { text: 'Plan' },
    { text: `${headline}\u00a0twice`, section: 'sales' },
  ]);
});
