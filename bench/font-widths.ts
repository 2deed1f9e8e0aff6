/**
 * Writes src/charts/font-widths.ts from the bundled font: `tsx bench/font-widths.ts`.
 * Run it after an update of the font; test/unit/charts/font-widths.test.ts fails until then.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';

const weights = [300, 400, 500, 600] as const;
const subsets = ['latin', 'latin-ext', 'greek'] as const;

const open = (subset: string, weight: number): Font => {
  const url = new URL(
    `../node_modules/@fontsource/ibm-plex-sans/files/ibm-plex-sans-${subset}-${weight}-normal.woff2`,
    import.meta.url,
  );
  const font = create(readFileSync(url));
  if (!('glyphForCodePoint' in font)) throw new Error(`${url.pathname} holds several fonts`);
  return font;
};

/** Advance width in thousandths of the size → the characters that have it, for one weight. The first subset that has a character wins, as in the style sheet. */
export const readWidths = (weight: number): Record<number, string> => {
  const advances = new Map<number, number>();
  for (const subset of subsets) {
    const font = open(subset, weight);
    for (const code of font.characterSet) {
      if (code >= 0x20 && !advances.has(code))
        advances.set(code, Math.round((font.glyphForCodePoint(code).advanceWidth * 1000) / font.unitsPerEm));
    }
  }
  const byWidth: Record<number, string> = {};
  for (const [code, advance] of [...advances].sort(([a], [b]) => a - b))
    byWidth[advance] = (byWidth[advance] ?? '') + String.fromCodePoint(code);
  return byWidth;
};

const literal = (text: string): string =>
  `'${[...text].map(c => (/[\p{L}\p{N}\p{P}\p{S}]/u.test(c) && !"'\\".includes(c) ? c : escaped(c))).join('')}'`;
const escaped = (character: string): string =>
  character === ' ' ? ' ' : `\\u{${character.codePointAt(0)?.toString(16)}}`;

/** One line for each weight: `width:characters`, parted by tabs. */
const line = (weight: number): string =>
  `  ${weight}: ${literal(
    Object.entries(readWidths(weight))
      .map(([width, characters]) => `${width}:${characters}`)
      .join('\t'),
  )},\n`;

if (process.argv[1]?.endsWith('font-widths.ts') === true)
  writeFileSync(
    new URL('../src/charts/font-widths.ts', import.meta.url),
    `/** IBM Plex Sans, by weight: advance width in thousandths of the size, then the characters that have it. Made by bench/font-widths.ts. */\nexport const fontWidths: Readonly<Record<300 | 400 | 500 | 600, string>> = {\n${weights.map(line).join('')}};\n`,
  );
