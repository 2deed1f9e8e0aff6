import type { BrandColour, BrandColourName, BrandSettings } from '../model/brand.ts';
import {
  contrast,
  type Hex,
  leastDifference,
  lightnessOf,
  nearestShade,
  tinted,
  withLightness,
} from './colour.ts';

/** Colours of the light page where the brand says nothing; the style sheet holds the same. */
export const lightColours = {
  paper: '#FFFFFF',
  ink: '#0F1B2D',
  ink2: '#445069',
  ink3: '#667085',
  py: '#8793A7',
  rule: '#CBD1DB',
  accent: '#1C3FAA',
  good: '#008A8A',
  goodText: '#00706F',
  bad: '#A4161A',
  badText: '#A4161A',
} as const;

/** Those of the dark page. */
export const darkColours: Palette = {
  paper: '#0e1420',
  ink: '#e9edf4',
  ink2: '#b4becd',
  ink3: '#93a0b4',
  py: '#6c7a91',
  rule: '#2e394b',
  accent: '#8faeff',
  good: '#50d1cc',
  goodText: '#50d1cc',
  bad: '#d45955',
  badText: '#ff8f88',
};

export type ColourName = keyof typeof lightColours;
export type Palette = Readonly<Record<ColourName, Hex>>;
export interface Palettes {
  readonly light: Palette;
  readonly dark: Palette;
}

/** Contrast with paper that text needs, and what marks need (WCAG 2.2, 1.4.3 and 1.4.11). */
export const textContrast = 4.5;
export const markContrast = 3;
/** How far good and bad must be apart for everybody, in CIEDE2000. */
export const pairDifference = 32;

/** What each colour of the brand must hold against paper, and how the palette calls it. */
export const brandRules: Readonly<
  Record<BrandColourName, { readonly token: ColourName; readonly contrast: number }>
> = {
  ink: { token: 'ink', contrast: textContrast },
  accent: { token: 'accent', contrast: textContrast },
  previous: { token: 'py', contrast: markContrast },
  good: { token: 'good', contrast: markContrast },
  bad: { token: 'bad', contrast: markContrast },
};

export const brandColourNames = Object.keys(brandRules) as readonly BrandColourName[];

/** The colours of a page: those of the brand, what follows from them, and ours for the rest. */
export const palettesOf = (brand: BrandSettings): Palettes => ({
  light: paletteOf(brand, 'light', lightColours),
  dark: paletteOf(brand, 'dark', darkColours),
});

type Side = keyof Palettes;

const paletteOf = (brand: BrandSettings, side: Side, ours: Palette): Palette => {
  const own = new Map(
    brandColourNames.flatMap(name => {
      const colour = declared(brand[name], side) ?? derived(brand[name], name, side);
      return colour === undefined ? [] : [[name, colour] as const];
    }),
  );
  const ink = own.get('ink');
  // What is between ink and paper takes the hue of the ink.
  const toned = (token: 'ink2' | 'ink3' | 'py' | 'rule', needed: number): Hex =>
    ink === undefined ? ours[token] : holding(tinted(ours[token], ink), ours.paper, needed);
  const [good, bad] = pairOf(brand, side, own.get('good') ?? ours.good, own.get('bad') ?? ours.bad);
  return {
    paper: ours.paper,
    ink: ink ?? ours.ink,
    ink2: toned('ink2', textContrast),
    ink3: toned('ink3', textContrast),
    py: own.get('previous') ?? toned('py', markContrast),
    rule: toned('rule', 1),
    accent: own.get('accent') ?? ours.accent,
    good,
    goodText: own.has('good') ? holding(good, ours.paper, textContrast) : ours.goodText,
    bad,
    badText: own.has('bad') ? holding(bad, ours.paper, textContrast) : ours.badText,
  };
};

/** The colour that the brand declares for a side. */
export const declared = (colour: BrandColour | undefined, side: Side): Hex | undefined =>
  (typeof colour === 'string' ? (side === 'light' ? colour : undefined) : colour?.[side])?.toLowerCase();

/** The dark colour of one that is declared for light pages only: its hue at the lightness of ours. */
const derived = (colour: BrandColour | undefined, name: BrandColourName, side: Side): Hex | undefined => {
  const light = declared(colour, 'light');
  if (side === 'light' || light === undefined) return undefined;
  const { token, contrast: needed } = brandRules[name];
  return holding(withLightness(light, lightnessOf(darkColours[token])), darkColours.paper, needed);
};

const holding = (colour: Hex, paper: Hex, needed: number): Hex =>
  nearestShade(colour, shade => contrast(shade, paper) >= needed) ?? colour;

/** Good and bad of a dark page that nobody chose are moved apart in lightness as far as they need. */
const pairOf = (brand: BrandSettings, side: Side, good: Hex, bad: Hex): readonly [Hex, Hex] => {
  const chosen = declared(brand.good, side) !== undefined && declared(brand.bad, side) !== undefined;
  if (side === 'light' || chosen || leastDifference(good, bad) >= pairDifference) return [good, bad];
  const paper = darkColours.paper;
  const apart = (a: Hex, b: Hex): boolean =>
    leastDifference(a, b) >= pairDifference && contrast(a, paper) >= markContrast;
  if (declared(brand.good, 'dark') === undefined) {
    const other = nearestShade(good, shade => apart(shade, bad));
    if (other !== undefined) return [other, bad];
  }
  if (declared(brand.bad, 'dark') === undefined) {
    const other = nearestShade(bad, shade => apart(shade, good));
    if (other !== undefined) return [good, other];
  }
  return [good, bad];
};
