import type { BrandColourName, BrandSettings } from '../model/brand.ts';
import { contrast, type Hex, leastDifference, nearestShade } from './colour.ts';
import {
  brandColourNames,
  brandRules,
  darkColours,
  declared,
  lightColours,
  markContrast,
  type Palettes,
  pairDifference,
  palettesOf,
} from './palette.ts';

type Side = keyof Palettes;

/** A colour of the brand with which a page could not be read. */
export interface ColourProblem {
  readonly name: BrandColourName;
  readonly side: Side;
  readonly colour: Hex;
  /** What it must stand out from, and how: a ratio of luminances, or a difference for the colour-blind. */
  readonly against: 'paper' | 'ink' | BrandColourName;
  readonly kind: 'contrast' | 'difference';
  readonly measured: number;
  readonly needed: number;
  /** The nearest colour of the same hue that would do. */
  readonly suggestion: Hex | undefined;
}

/** Everything that is wrong with the colours that a brand declares, the colours of light pages first. */
export const colourProblems = (brand: BrandSettings): readonly ColourProblem[] => {
  const palettes = palettesOf(brand);
  return (['light', 'dark'] as const).flatMap(side => [
    ...againstPaper(brand, side),
    ...againstInk(brand, side, palettes),
    ...pair(brand, side, palettes),
  ]);
};

const paperOf = (side: Side): Hex => (side === 'light' ? lightColours : darkColours).paper;

const againstPaper = (brand: BrandSettings, side: Side): readonly ColourProblem[] =>
  brandColourNames.flatMap(name => {
    const colour = declared(brand[name], side);
    const needed = brandRules[name].contrast;
    if (colour === undefined || contrast(colour, paperOf(side)) >= needed) return [];
    const suggestion = nearestShade(colour, shade => contrast(shade, paperOf(side)) >= needed);
    const measured = contrast(colour, paperOf(side));
    return [{ name, side, colour, against: 'paper', kind: 'contrast', measured, needed, suggestion }];
  });

/** The smallest ratio between actual and previous period at which a grey print still tells them apart. */
const periodContrast = 2;

const againstInk = (brand: BrandSettings, side: Side, palettes: Palettes): readonly ColourProblem[] => {
  const colour = declared(brand.previous, side);
  const { ink, paper } = palettes[side];
  if (colour === undefined || contrast(colour, ink) >= periodContrast) return [];
  const fits = (shade: Hex): boolean =>
    contrast(shade, ink) >= periodContrast && contrast(shade, paper) >= markContrast;
  return [
    {
      name: 'previous',
      side,
      colour,
      against: 'ink',
      kind: 'contrast',
      measured: contrast(colour, ink),
      needed: periodContrast,
      suggestion: nearestShade(colour, fits),
    },
  ];
};

/** Good and bad must be told apart by everybody; what is declared is to blame, good where both are. */
const pair = (brand: BrandSettings, side: Side, palettes: Palettes): readonly ColourProblem[] => {
  const blamed = (['good', 'bad'] as const).find(name => declared(brand[name], side) !== undefined);
  const { good, bad, paper } = palettes[side];
  const measured = leastDifference(good, bad);
  if (blamed === undefined || measured >= pairDifference) return [];
  const other = blamed === 'good' ? 'bad' : 'good';
  const fits = (shade: Hex): boolean =>
    leastDifference(shade, palettes[side][other]) >= pairDifference && contrast(shade, paper) >= markContrast;
  return [
    {
      name: blamed,
      side,
      colour: palettes[side][blamed],
      against: other,
      kind: 'difference',
      measured,
      needed: pairDifference,
      suggestion: nearestShade(palettes[side][blamed], fits),
    },
  ];
};
