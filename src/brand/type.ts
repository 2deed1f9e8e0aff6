import { create, type Font } from 'fontkit';
import type { BrandFace, BrandFaceSettings } from '../model/brand.ts';

export type FaceCause = 'not-a-font' | 'variable' | 'glyphs' | 'figures' | 'wide' | 'too-large';

export interface FaceProblem {
  readonly cause: FaceCause;
  /** Characters that are missing, or by how much it is too wide. */
  readonly what: string;
}

export interface CheckedFace {
  readonly face?: BrandFace;
  readonly problems: readonly FaceProblem[];
}

/** What every document says: letters of Spanish and English, figures, and the signs around them. */
const needed = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)),
  ...'\u00a0ÁÉÍÑÓÚÜáéíñóúü¡¿«»ªº·–—‘’“”…€−×',
];

/** A face of this many bytes is more than a family of our alphabet needs. */
const largestFace = 2_000_000;

/** Below this the letters become too small beside what the sizes of the pages promise. */
const leastScale = 0.85;

/** Text as it stands in pages, for how long lines run. */
export const sample =
  'La cartera aporta 60,3 millones de euros; tres cuentas clave suman el 61 % de los ingresos. ' +
  'Three accounts bring 61% of revenue, 0123456789, and Siderúrgica del Palancia, S.A. leads.';

/** Its width in IBM Plex Sans, for which layouts are made and charts are measured, in thousandths of the size, by weight. */
export const sampleWidths = { 300: 81_816, 400: 82_885, 500: 84_453, 600: 85_474 } as const;

const sampleWidth = (weight: number): number => {
  if (weight <= 350) return sampleWidths[300];
  if (weight <= 450) return sampleWidths[400];
  return weight <= 550 ? sampleWidths[500] : sampleWidths[600];
};

/**
 * Whether a face may set the documents: static, since variable ones print as Type 3 fonts; with the characters that every
 * document has; with figures of one width, so that columns of them align.
 */
export const checkFace = (
  family: string,
  { weight, style }: Pick<BrandFaceSettings, 'weight' | 'style'>,
  file: Uint8Array,
): CheckedFace => {
  if (file.byteLength > largestFace) return refused('too-large', String(file.byteLength));
  const font = open(file);
  if (font === undefined) return refused('not-a-font', '');
  if (Object.keys(font.variationAxes ?? {}).length > 0) return refused('variable', '');
  const missing = needed.filter(character => !font.hasGlyphForCodePoint(codeOf(character)));
  if (missing.length > 0) return refused('glyphs', missing.filter(isVisible).join(' '));
  const scale = Math.min(1, sampleWidth(weight) / advanceOf(font, sample));
  if (scale < leastScale) return refused('wide', String(Math.round((1 / scale - 1) * 100)));
  const problems = hasTabularFigures(font) ? [] : [{ cause: 'figures' as const, what: '' }];
  const unicodeRange = rangeOf(font.characterSet);
  return { face: { family, weight, style, unicodeRange, file, scale: rounded(scale) }, problems };
};

const refused = (cause: FaceCause, what: string): CheckedFace => ({ problems: [{ cause, what }] });

/** fontkit says by an exception that it can't read a file. */
const open = (file: Uint8Array): Font | undefined => {
  try {
    const font = create(Buffer.from(file));
    return 'glyphForCodePoint' in font ? font : undefined;
  } catch {
    return undefined;
  }
};

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
const isVisible = (character: string): boolean => character.trim() !== '';
const rounded = (scale: number): number => Math.floor(scale * 1000) / 1000;

const advanceOf = (font: Font, text: string): number =>
  ([...text].reduce((sum, character) => sum + font.glyphForCodePoint(codeOf(character)).advanceWidth, 0) *
    1000) /
  font.unitsPerEm;

const hasTabularFigures = (font: Font): boolean =>
  font.availableFeatures.includes('tnum') ||
  new Set([...'0123456789'].map(figure => font.glyphForCodePoint(codeOf(figure)).advanceWidth)).size === 1;

/** `U+0020-007E,U+00A0` */
const rangeOf = (codes: readonly number[]): string => {
  const ranges: [number, number][] = [];
  for (const code of [...codes].filter(one => one >= 0x20).sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && code <= last[1] + 1) last[1] = code;
    else ranges.push([code, code]);
  }
  const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');
  return ranges.map(([from, to]) => `U+${hex(from)}${from === to ? '' : `-${hex(to)}`}`).join(',');
};
