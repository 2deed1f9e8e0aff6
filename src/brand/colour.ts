import {
  clampChroma,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  wcagContrast,
} from 'culori';

/** #rrggbb */
export type Hex = string;

/** Ratio of luminances after WCAG 2, from 1 to 21. */
export const contrast = (a: Hex, b: Hex): number => wcagContrast(a, b);

const visions = [filterDeficiencyProt(1), filterDeficiencyDeuter(1), filterDeficiencyTrit(1)];
const difference = differenceCiede2000();
const toRgb = converter('rgb');
const rgbOf = (colour: Hex) => toRgb(colour) ?? { mode: 'rgb' as const, r: 0, g: 0, b: 0 };

/**
 * How far apart two colours are for those who see them least so: the smallest CIEDE2000 difference among full protanopia,
 * deuteranopia and tritanopia, as Machado, Oliveira & Fernandes (2009) simulate them.
 */
export const leastDifference = (a: Hex, b: Hex): number =>
  Math.min(...visions.map(see => difference(see(rgbOf(a)), see(rgbOf(b)))));

const toOklch = converter('oklch');

/** Perceived lightness, 0 to 1, in OKLCH (Ottosson 2020). */
export const lightnessOf = (colour: Hex): number => toOklch(colour)?.l ?? 0;

/** The colour of the same hue at another lightness; less of it where a screen could not show as much. */
export const withLightness = (colour: Hex, lightness: number): Hex =>
  formatHex(clampChroma({ ...(toOklch(colour) ?? { mode: 'oklch', c: 0 }), l: lightness }, 'oklch')) ??
  colour;

/** The hue of one colour with the lightness and strength of another. */
export const tinted = (like: Hex, hueOf: Hex): Hex => {
  const [shape, hue] = [toOklch(like), toOklch(hueOf)];
  if (shape === undefined || hue === undefined) return like;
  const own = hue.h === undefined ? {} : { h: hue.h };
  return (
    formatHex(clampChroma({ mode: 'oklch', l: shape.l, c: Math.min(shape.c, hue.c), ...own }, 'oklch')) ??
    like
  );
};

const steps = 200;

/** Colours of the same hue in all lightnesses, the nearest first; the colour itself leads. */
export const shadesOf = (colour: Hex): readonly Hex[] => {
  const own = lightnessOf(colour);
  const lightnesses = Array.from({ length: steps + 1 }, (_, index) => index / steps);
  const nearest = lightnesses.sort((a, b) => Math.abs(a - own) - Math.abs(b - own) || a - b);
  return [colour.toLowerCase(), ...nearest.map(lightness => withLightness(colour, lightness))];
};

/** The nearest colour of the same hue with which something holds; undefined where there is none. */
export const nearestShade = (colour: Hex, holds: (shade: Hex) => boolean): Hex | undefined =>
  shadesOf(colour).find(holds);
