/** Text in an element or attribute; what XML forbids is left out: control characters, halves of pairs, U+FFFE and U+FFFF. */
export const xml = (text: string): string =>
  [...text]
    .filter(character => (character >= ' ' && !forbidden.test(character)) || /[\n\t]/.test(character))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const forbidden = /\p{Cs}|[\ufffe\uffff]/u;

export const part = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`;

export const namespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A relationship of a part: `rId1` is the first. */
export interface Relation {
  readonly type: string;
  readonly target: string;
}

export const relations = (all: readonly Relation[]): string =>
  part(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
      .map(
        ({ type, target }, index) =>
          `<Relationship Id="rId${index + 1}" Type="${type.startsWith('http') ? type : `${kinds}/${type}`}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`,
  );

/** Millimetres as the format counts: 36,000 to one. */
export const emu = (millimetres: number): number => Math.round(millimetres * 36_000);

/** Colours of the palette as places of the theme, so that a change of theme recolours the deck. */
export const themeColours = {
  ink: 'tx1',
  paper: 'bg1',
  ink2: 'tx2',
  rule: 'bg2',
  accent: 'accent1',
  py: 'accent2',
  good: 'accent3',
  goodText: 'accent3',
  bad: 'accent4',
  badText: 'accent4',
  ink3: 'accent5',
} as const;

export const fill = (colour: keyof typeof themeColours): string =>
  `<a:solidFill><a:schemeClr val="${themeColours[colour]}"/></a:solidFill>`;
