import { expect, it } from 'vitest';
import type { Fonts } from '../../../src/effects.ts';
import { loadFonts } from '../../../src/platform/fonts.ts';
import { embedFonts, foreignCharacters } from '../../../src/render/fonts.ts';

const page = (text: string): string => `<style>/* fonts */</style><p>${text}</p>`;

/** Fonts that remember what they were asked for. */
const spied = async (): Promise<{ readonly fonts: Fonts; readonly asked: Set<string> }> => {
  const { faces } = await loadFonts();
  const asked = new Set<string>();
  const cut: Fonts['cut'] = async ({ weight, style }, characters) => {
    asked.add(`${weight} ${style} ${characters}`);
    return 'AAAA';
  };
  return { fonts: { faces, cut }, asked };
};

it('embeds the characters of the page and those of our languages, in order, once', async () => {
  const { fonts, asked } = await spied();
  const html = await embedFonts(page('Łódź, Σ 12'), fonts);
  const ofText = [...asked].filter(one => one.startsWith('400 normal'));
  expect(ofText).toHaveLength(3);
  expect(ofText.some(one => one.endsWith('Łź') || one.includes('źŁ') || one.includes('Łź'))).toBe(true);
  expect(ofText.some(one => one.endsWith(' Σ'))).toBe(true);
  expect(html).toContain('unicode-range:U+0370-0377');
  expect([...asked].some(one => one.includes('italic'))).toBe(false);
});

it('asks for the same part for pages of the same letters, so that it is cut once', async () => {
  const { fonts, asked } = await spied();
  await embedFonts(page('Cabriel, S.L.'), fonts);
  const { size } = asked;
  await embedFonts(page('Júcar Sur: ¿quién paga?'), fonts);
  expect(asked.size).toBe(size);
});

it('embeds italics where something is emphasised', async () => {
  const { fonts, asked } = await spied();
  await embedFonts(page('<em>sic</em>'), fonts);
  expect([...asked].some(one => one.startsWith('400 italic'))).toBe(true);
});

it('cuts a face to the same bytes again, and to less than half of it', async () => {
  const [first, second] = [await loadFonts(), await loadFonts()];
  const face = first.faces[0];
  const again = second.faces[0];
  if (face === undefined || again === undefined) throw new Error('there is no face');
  const letters = 'ABCabc 0123456789 áé€';
  const part = await first.cut(face, letters);
  expect(await second.cut(again, letters)).toBe(part);
  expect(
    Buffer.from(part ?? '', 'base64')
      .subarray(0, 4)
      .toString('latin1'),
  ).toBe('wOF2');
  expect((part ?? '').length * 0.75).toBeLessThan(face.file.length / 2);
});

it('embeds no face of which nothing would be drawn: browsers refuse one that has no outlines', async () => {
  const fonts = await loadFonts();
  const facesIn = async (text: string) => (await embedFonts(page(text), fonts)).match(/@font-face/g);
  // A joiner, a variation selector after a sign of text, a mark of direction, and letters that the type only claims to have.
  expect(await facesIn('Ca\u200dl\ufe0f 1\u200c2\u200f \u0180\u0460\u0370')).toEqual(await facesIn('Cal 12'));
});

it('embeds Arabic, Hebrew and emoji where a page has them, and names what no face has', async () => {
  const { fonts, asked } = await spied();
  await embedFonts(page('شركة תעשיות 👩\u200d🔧 12'), fonts);
  const ofText = [...asked].filter(one => one.startsWith('400 normal'));
  const together = (...letters: readonly string[]): boolean =>
    ofText.some(one => letters.every(letter => one.includes(letter)));
  expect(together('ش', 'ك', 'ة')).toBe(true);
  expect(together('ת', 'ש', 'ע')).toBe(true);
  expect(together('\u200d', '👩', '🔧')).toBe(true);
  expect(foreignCharacters(page('株 & ≥ 12 شركة 👩\u200d🔧 ñ'), fonts.faces)).toEqual(['≥', '株']);
});

it('takes a text that looks like its mark for what it is', async () => {
  const { fonts } = await spied();
  const html = await embedFonts(`<title>&lt;b&gt;/* fonts */&lt;/b&gt;</title>${page('a')}`, fonts);
  expect(html).toContain('<title>&lt;b&gt;/* fonts */&lt;/b&gt;</title><style>@font-face');
});
