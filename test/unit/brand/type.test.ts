import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFace, sample, sampleWidths } from '../../../src/brand/type.ts';
import { textWidth } from '../../../src/charts/text-width.ts';
import { embedFonts } from '../../../src/render/fonts.ts';

const plex = (name: string): Uint8Array =>
  readFileSync(`node_modules/@fontsource/ibm-plex-sans/files/ibm-plex-sans-${name}-normal.woff2`);
const regular = { weight: 400, style: 'normal' } as const;

describe('a face of the brand', () => {
  it('is held against the widths that charts are measured with', () => {
    for (const weight of [300, 400, 500, 600] as const)
      expect(sampleWidths[weight]).toBe(Math.round(textWidth(sample, 1000, weight)));
  });
  it('of the same width keeps its size', () => {
    const { face, problems } = checkFace('Own', regular, plex('latin-400'));
    expect(problems).toEqual([]);
    expect(face?.scale).toBeGreaterThan(0.99);
    expect(face?.unicodeRange).toContain('U+0020-007E');
  });
  it('that runs wider is scaled so that nothing runs longer', () => {
    const { face } = checkFace('Own', { weight: 300, style: 'normal' }, plex('latin-600'));
    expect(face?.scale).toBeLessThan(0.97);
    expect(face?.scale).toBeGreaterThan(0.9);
  });
  it('without our letters is refused, and so is what is no font', () => {
    const [greek] = checkFace('Own', regular, plex('greek-400')).problems;
    expect(greek?.cause).toBe('glyphs');
    expect(greek?.what).toContain('ñ');
    expect(checkFace('Own', regular, new TextEncoder().encode('no font')).problems[0]?.cause).toBe(
      'not-a-font',
    );
  });
});

it('the family of the brand sets what it can, ours only what it lacks', async () => {
  const face = { weight: 400, style: 'normal' as const, file: new Uint8Array() };
  const faces = [
    { ...face, family: 'Own', unicodeRange: 'U+0020-007E', scale: 0.95 },
    { ...face, family: 'IBM Plex Sans', unicodeRange: 'U+0000-00FF' },
  ];
  const cut = async ({ family }: { family: string }, characters: string) =>
    `${family}:${characters.includes('a')}:${characters.includes('ñ')}`;
  const page = await embedFonts('<style>/* fonts */</style> añ', { faces, cut });
  expect(page).toContain('size-adjust:95%;');
  expect(page).toContain('Own:true:false');
  expect(page).toContain('IBM Plex Sans:false:true');
  expect(await embedFonts('<style>/* fonts */</style> a', { faces, cut })).not.toContain('IBM Plex Sans:');
});
