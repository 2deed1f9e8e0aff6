import type { FontFace, Fonts } from '../effects.ts';

/** Stands in the head of a layout where the faces go. Between angle brackets, which no text of the data has in a page. */
const marker = /(?<=>)\/\* fonts \*\/(?=<)/;
const emphasis = /<(?:em|cite|i)[ >]/;

/**
 * Characters that every page gets, so that most documents share their faces and what a reader types into a field is set
 * like the rest: the letters of the languages that we write, and what stands between them.
 */
const usual =
  Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('') +
  '\u00a0\u00ad¡¿«»ªº°²±·×÷½ÀÁÇÈÉÍÑÓÖÚÜàáâäçèéêëíïñóôöúûüß–—‘’“”…€−';

/** Puts into a page the parts of faces that its text needs, and no others: by character, italics where there is emphasis. */
export const embedFonts = async (html: string, { faces, cut }: Fonts): Promise<string> => {
  const written = charactersOf(html);
  const italic = emphasis.test(html);
  const rules: string[] = [];
  let left = [...new Set([...usual, ...written])].sort(byCodePoint);
  // A family sets what those before it lack.
  for (const family of new Set(faces.map(face => face.family))) {
    const own = faces.filter(face => face.family === family && (face.style === 'normal' || italic));
    const covered = new Map(rangesOf(own).map(range => [range, left.filter(within(range))] as const));
    const set = await Promise.all(
      own.map(async face => {
        const characters = covered.get(face.unicodeRange) ?? [];
        if (!characters.some(character => written.has(character))) return [];
        const part = await cut(face, characters.join(''));
        return part === undefined ? [] : [faceRule(face, part)];
      }),
    );
    rules.push(...set.flat());
    const done = new Set([...covered.values()].flat());
    left = left.filter(character => !done.has(character));
  }
  return html.replace(marker, () => rules.join('\n'));
};

const unseen = /<(style|script)\b[\s\S]*?<\/\1>/g;

/** Characters of a page that none of the faces has: the browser looks for them elsewhere. In the order of code points. */
export const foreignCharacters = (html: string, faces: readonly FontFace[]): readonly string[] => {
  const known = rangesOf(faces).map(within);
  return [...charactersOf(html.replace(unseen, ''))]
    .filter(character => character > ' ' && !known.some(has => has(character)))
    .sort(byCodePoint);
};

/** Every character of a text once. A page has a million and two hundred kinds of them: to make a string of each takes long. */
const charactersOf = (text: string): ReadonlySet<string> => {
  const seen = new Uint8Array(0x11_0000);
  const characters = new Set<string>();
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Nearly all of them are one unit, and were seen before; a surrogate says nothing without its other half.
    if (seen[unit] === 1 && (unit & 0xf800) !== 0xd800) continue;
    const point = text.codePointAt(index) ?? unit;
    if (point > 0xffff) index += 1;
    if (seen[point] === 1) continue;
    seen[point] = 1;
    characters.add(String.fromCodePoint(point));
  }
  return characters;
};

/** Most faces of a family share their range: each is read once, not once for every face and character. */
const rangesOf = (faces: readonly FontFace[]): readonly string[] => [
  ...new Set(faces.map(({ unicodeRange }) => unicodeRange)),
];

const byCodePoint = (a: string, b: string): number => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);

const within = (range: string): ((character: string) => boolean) => {
  const intervals = range.split(',').map(part => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return character => {
    const point = character.codePointAt(0) ?? 0;
    return intervals.some(([from, to]) => from <= point && point <= to);
  };
};

const faceRule = ({ family, weight, style, unicodeRange, scale = 1 }: FontFace, data: string): string =>
  `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:block;` +
  `unicode-range:${unicodeRange};${scale === 1 ? '' : `size-adjust:${Math.round(scale * 1000) / 10}%;`}src:url(data:font/woff2;base64,${data}) format("woff2")}`;
