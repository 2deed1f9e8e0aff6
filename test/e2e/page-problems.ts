import { createHash } from 'node:crypto';

/** Marks of a value that was not made into text. */
const unfinished = /\bundefined\b|\bNaN\b|\[object|\{\{|\}\}|\bnull\b/g;

/** The text that a reader of a page sees or hears, one piece for each element, without styles. */
export const visibleText = (html: string): string =>
  withoutStyles(html)
    .replace(/<[^>]*?\b(?:aria-label|alt|title)="([^"]*)"[^>]*>/g, '\n$1\n')
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const withoutStyles = (html: string): string =>
  html.replace(/<style>[\s\S]*?<\/style>/g, '').replace(scripts, '');

const scripts = /<script([^>]*)>([\s\S]*?)<\/script>/g;

/** What a page holds packed: the cards of its figures, and the later rows of long tables. */
const packed = [' type="text/plain" id="cards"', ' type="text/plain" class="rest"'];

/** The page runs one script, which its policy names by hash; what another holds is text. */
const scriptProblems = (html: string): readonly string[] => {
  const [, policy = ''] = /script-src ([^;"]*)/.exec(html) ?? [];
  return Array.from(html.matchAll(scripts)).flatMap(([, attributesOf = '', text = '']) => {
    if (packed.includes(attributesOf))
      return /^[A-Za-z0-9+/=]*$/.test(text) ? [] : [`holds what is not packed: ${attributesOf}`];
    const hash = createHash('sha256').update(text).digest('base64');
    return policy.split(' ').includes(`'sha256-${hash}'`)
      ? []
      : [`runs a script that its policy does not name: ${attributesOf}`];
  });
};

const ids = (html: string): ReadonlySet<string> =>
  new Set(Array.from(html.matchAll(/\sid="([^"]*)"/g), ([, id = '']) => id));

const attributes = (html: string, names: string): string[] =>
  Array.from(html.matchAll(new RegExp(`\\s(?:${names})="([^"]*)"`, 'g')), ([, value = '']) => value);

/** What is wrong with a page as a file of its own: empty where nothing is. */
export const pageProblems = (html: string): readonly string[] => {
  const bare = withoutStyles(html);
  const known = ids(bare);
  const targets = [
    ...attributes(bare, 'href')
      .filter(href => href.startsWith('#'))
      .map(href => href.slice(1)),
    ...attributes(bare, 'aria-labelledby|aria-describedby').flatMap(list => list.split(' ')),
  ];
  const drawings = Array.from(bare.matchAll(/<svg\b[^>]*>/g), ([tag]) => tag);
  return [
    ...(/\son\w+=|javascript:/i.test(bare) ? ['runs a script'] : []),
    ...scriptProblems(html),
    ...(/http-equiv="Content-Security-Policy" content="default-src 'none'/.test(html)
      ? []
      : ['has no policy']),
    ...attributes(bare, 'src|poster|data').filter(source => !source.startsWith('data:')),
    ...Array.from(html.matchAll(/url\((?!data:|#)[^)]*\)|@import[^;]*/g), ([load]) => load),
    ...(/<link\b|<iframe\b|<object\b|<embed\b/.test(bare) ? ['loads something'] : []),
    ...targets.filter(target => !known.has(target)).map(target => `leads to "${target}", which is not there`),
    ...duplicates(attributes(bare, 'id')).map(id => `has "${id}" twice`),
    ...drawings.filter(tag => !isLabelled(tag)).map(tag => `draws without a label: ${tag}`),
    ...Array.from(visibleText(html).matchAll(unfinished), ([mark]) => `says "${mark}"`),
  ];
};

const duplicates = (all: readonly string[]): string[] =>
  all.filter((one, index) => all.indexOf(one) !== index);

/** A drawing says what it shows, unless the number beside it does. */
const isLabelled = (tag: string): boolean =>
  /\srole="img"/.test(tag) ? /\saria-label="[^"]{3,}"/.test(tag) : /\saria-hidden="true"/.test(tag);
