import type { Palette } from '../brand/palette.ts';
import { colours, colourTokens, fontFamily } from '../charts/theme.ts';
import { rootDefaults, tighten } from './svg-size.ts';
import { inTags } from './tags.ts';

interface SvgFinish {
  /** What the picture says, for those who don't see it. */
  readonly alternative: string;
  /** Prefix of the ids inside, unique in the page. */
  readonly idPrefix: string;
  /** What each custom property falls back to, for readers that know none; none needed in a page that defines them. */
  readonly palette: Palette | undefined;
  /** Where the rows of its series are in it; empty where no mark says so. */
  readonly marks: string;
}

/**
 * Makes the SVG of a chart ready to stand in a page: one picture with one name for assistive technology, ids of its
 * own, colours that follow the page. Works on the text that Vega writes, in which every attribute is double-quoted and escaped.
 */
export const finishSvg = (svg: string, finish: SvgFinish): string => {
  const inside = svg
    .slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
    .replace(/<[^/!][^>]*>/g, tag => tidyTag(tag, finish.palette));
  return renumberIds(`${rootTag(svg, finish)}${tighten(inside)}</svg>`, finish.idPrefix);
};

const rootTag = (svg: string, { alternative, marks }: SvgFinish): string => {
  const attribute = (name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(svg)?.[1] ?? '';
  const [width, height] = [rounded(attribute('width')), rounded(attribute('height'))];
  const defaults = [...rootDefaults].map(([name, value]) => `${name}="${value}" `).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-label="${escapeAttribute(alternative)}" ` +
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${defaults}font-family="var(--font,'${fontFamily}')" ` +
    `${marks === '' ? '' : `data-marks="${marks}" `}style="--natural:${width}px">`
  );
};

/** Inner roles and English sentences go: the root says everything in the reader's language. */
const tidyTag = (tag: string, palette: Palette | undefined): string =>
  withTokens(
    tag
      .replace(/\s(?:role|aria-[a-z]+|class)="[^"]*"/g, '')
      .replace(` font-family="${fontFamily}"`, '')
      .replace(/\d+\.\d{3,}(?:e-\d+)?/g, rounded),
    palette,
  );

/** Hundredths of a pixel are more than anybody sees. */
const rounded = (digits: string): string => String(Math.round(Number(digits) * 100) / 100);

const keyOf = new Map(
  (Object.keys(colours) as (keyof typeof colours)[]).map(key => [colours[key].toLowerCase(), key]),
);

/** A colour of the theme as its custom property. */
const withTokens = (markup: string, palette: Palette | undefined): string =>
  markup.replace(/"(#[0-9a-fA-F]{6})"/g, (whole, hex: string) => {
    const key = keyOf.get(hex.toLowerCase());
    if (key === undefined) return whole;
    return palette === undefined
      ? `"var(${colourTokens[key]})"`
      : `"var(${colourTokens[key]},${palette[key]})"`;
  });

/** Vega numbers its ids from a counter of the whole process; here they count from one in each chart, in order of appearance. */
const renumberIds = (svg: string, prefix: string): string => {
  const ids = new Map<string, string>();
  const known = inTags(svg, tag => {
    const [, id] = /\sid="([^"]+)"/.exec(tag) ?? [];
    if (id !== undefined) ids.set(id, `${prefix}-${ids.size + 1}`);
    return tag;
  });
  return inTags(known, tag =>
    tag.replace(/(\sid="|url\(#|href="#)([^")]+)/g, (whole, before: string, id: string) => {
      const renamed = ids.get(id);
      return renamed === undefined ? whole : `${before}${renamed}`;
    }),
  );
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const escapeAttribute = (text: string): string =>
  text.replace(/[&"<>]/g, character => entities[character] ?? '');
