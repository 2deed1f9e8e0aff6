import { isRightToLeft } from '../locale/direction.ts';
import { fontWidths } from './font-widths.ts';

export type Weight = keyof typeof fontWidths;

const parse = (table: string): ReadonlyMap<string, number> =>
  new Map(
    table.split('\t').flatMap(entry => {
      const colon = entry.indexOf(':');
      const width = Number(entry.slice(0, colon));
      return [...entry.slice(colon + 1)].map(character => [character, width] as const);
    }),
  );

const parsed = new Map<Weight, ReadonlyMap<string, number>>();
const widthsOf = (weight: Weight): ReadonlyMap<string, number> => {
  const known = parsed.get(weight);
  if (known !== undefined) return known;
  const widths = parse(fontWidths[weight]);
  parsed.set(weight, widths);
  return widths;
};

/** Marks of direction and joiners take no room. */
const unseen = /[\u200c-\u200f\u2066-\u2069]|\ufe0f/;
/** Letters of Hebrew and Arabic are no wider than this in the faces that pages embed. */
const rightToLeftAdvance = 800;
/** Of the face that pages embed for emoji. */
const emojiAdvance = 1280;
/** A character that no table knows comes from another face: one em keeps its neighbours clear. */
const unknownAdvance = 1000;

const advanceOutside = (character: string): number => {
  if (unseen.test(character)) return 0;
  if (isRightToLeft(character)) return rightToLeftAdvance;
  return /\p{Extended_Pictographic}/u.test(character) ? emojiAdvance : unknownAdvance;
};

/**
 * Width of a line of IBM Plex Sans in the unit of `size`, from the advance widths of the bundled font. Kerning is left
 * out: it only ever makes a line a little narrower, so a label that fits by this measure fits on the page.
 */
export const textWidth = (text: string, size: number, weight: Weight = 400): number => {
  const widths = widthsOf(weight);
  let total = 0;
  for (const character of text) total += widths.get(character) ?? advanceOutside(character);
  return (total * size) / 1000;
};

/**
 * The text, cut at a character and closed with an ellipsis where it is wider than `limit`. Takes no longer for a text that
 * is: names may have any length.
 */
export const ellipsize = (text: string, limit: number, size: number, weight: Weight = 400): string => {
  const widths = widthsOf(weight);
  const room = (limit * 1000) / size - (widths.get('…') ?? unknownAdvance);
  if (room < 0) return textWidth(text, size, weight) <= limit ? text : '';
  let [width, length, kept] = [0, 0, 0];
  for (const character of text) {
    width += widths.get(character) ?? advanceOutside(character);
    length += character.length;
    // The whole may fit where it would not with an ellipsis.
    if ((width * size) / 1000 > limit) return `${text.slice(0, kept)}…`;
    if (width <= room && character.trim() !== '') kept = length;
  }
  return text;
};

/** The text on at most two lines, broken at a space; what is still too wide ends in an ellipsis. */
export const twoLines = (text: string, limit: number, size: number, weight: Weight = 400): string => {
  if (textWidth(text, size, weight) <= limit) return text;
  const words = text.split(' ');
  let fitting = 0;
  while (fitting < words.length && textWidth(words.slice(0, fitting + 1).join(' '), size, weight) <= limit)
    fitting++;
  if (fitting === 0) return ellipsize(text, limit, size, weight);
  const rest = ellipsize(words.slice(fitting).join(' '), limit, size, weight);
  return `${words.slice(0, fitting).join(' ')}\n${rest}`;
};
