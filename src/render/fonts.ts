import type { FontFace } from '../effects.ts';

/** Stands in the head of a layout where the faces go. */
const marker = '/* fonts */';
const emphasis = /<(?:em|cite|i)[ >]/;

/** Puts into a page the faces that its text needs, and no others: subsets by character, italics where there is emphasis. */
export const embedFonts = (html: string, faces: readonly FontFace[]): string => {
  const characters = new Set(Array.from(html, character => character.codePointAt(0) ?? 0));
  const italic = emphasis.test(html);
  const needed = faces.filter(
    ({ style, unicodeRange }) => (style === 'normal' || italic) && covers(unicodeRange, characters),
  );
  return html.replace(marker, () => needed.map(faceRule).join('\n'));
};

const covers = (range: string, characters: ReadonlySet<number>): boolean => {
  const intervals = range.split(',').map(part => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return [...characters].some(character =>
    intervals.some(([from, to]) => character >= from && character <= to),
  );
};

const faceRule = ({ family, weight, style, unicodeRange, data }: FontFace): string =>
  `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:block;` +
  `unicode-range:${unicodeRange};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
