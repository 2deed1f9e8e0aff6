import { SaxesParser, type SaxesTagNS } from 'saxes';

/** Something in an SVG that may not stand in a page, with its place: line and column from 1. */
export interface LogoProblem {
  readonly line: number;
  readonly column: number;
  readonly cause: LogoCause;
  /** The element, attribute or address that is meant. */
  readonly what: string;
}

export type LogoCause =
  | 'raster'
  | 'too-large'
  | 'not-xml'
  | 'no-svg'
  | 'no-size'
  | 'doctype'
  | 'instruction'
  | 'element'
  | 'text'
  | 'handler'
  | 'outside'
  | 'style';

export interface CheckedLogo {
  /** Width over height; undefined where it could not be told. */
  readonly ratio: number | undefined;
  readonly problems: readonly LogoProblem[];
}

/** Every document holds it, so it should be a drawing, not a picture: at most so many characters. */
export const largestLogo = 65_536;

const svgSpace = 'http://www.w3.org/2000/svg';
const drawing = new Set(
  'svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath mask pattern'.split(
    ' ',
  ),
);
const words = new Set(['text', 'tspan', 'textPath']);

/**
 * Whether an SVG may stand in a page: shapes only. Scripts, handlers, styles, text (its font would be another on each
 * machine), pictures and whatever comes from outside are refused; what editors add in namespaces of their own is inert.
 */
export const checkLogo = (svg: string): CheckedLogo => {
  const problems: LogoProblem[] = [];
  const whole = (cause: LogoCause, what: string): CheckedLogo => ({
    ratio: undefined,
    problems: [{ line: 1, column: 1, cause, what }],
  });
  if (!/^\uFEFF?\s*</.test(svg)) return whole('raster', '');
  if (svg.length > largestLogo) return whole('too-large', String(svg.length));
  const parser = new SaxesParser({ xmlns: true, position: true });
  let start = { line: 1, column: 1 };
  let ratio: number | undefined;
  let depth = 0;
  const tell = (cause: LogoCause, what: string): void => {
    problems.push({ ...start, cause, what });
  };
  const here = (): { line: number; column: number } => ({ line: parser.line, column: parser.columnIndex });
  parser.on('error', () => {
    if (problems.some(({ cause }) => cause === 'not-xml')) return;
    problems.push({ line: parser.line, column: Math.max(1, parser.columnIndex), cause: 'not-xml', what: '' });
  });
  parser.on('doctype', () => problems.push({ ...here(), cause: 'doctype', what: 'DOCTYPE' }));
  parser.on('processinginstruction', ({ target }) =>
    problems.push({ ...here(), cause: 'instruction', what: target }),
  );
  parser.on('opentagstart', ({ name }) => {
    // The name has been read: the tag began before it.
    start = { line: parser.line, column: Math.max(1, parser.columnIndex - name.length - 1) };
  });
  parser.on('opentag', tag => {
    if (depth === 0) {
      if (tag.local !== 'svg' || tag.uri !== svgSpace) tell('no-svg', tag.name);
      else ratio = ratioOf(tag);
      if (tag.local === 'svg' && ratio === undefined) tell('no-size', 'viewBox');
    }
    depth += 1;
    for (const [cause, what] of refusals(tag)) tell(cause, what);
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.write(svg).close();
  return { ratio, problems };
};

const refusals = (tag: SaxesTagNS): readonly (readonly [LogoCause, string])[] => {
  const isInert = tag.uri !== svgSpace && tag.uri !== '' && !tag.uri.includes('www.w3.org/1999/xhtml');
  if (isInert) return [];
  if (words.has(tag.local)) return [['text', tag.name]];
  if (!drawing.has(tag.local)) return [[tag.local === 'style' ? 'style' : 'element', tag.name]];
  return Object.values(tag.attributes).flatMap(({ local, name, value }): (readonly [LogoCause, string])[] => {
    if (/^on/i.test(local)) return [['handler', name]];
    if (local === 'href' && !value.trim().startsWith('#')) return [['outside', value]];
    if (/url\(\s*(?!['"]?#)/i.test(value) || /@import|javascript:/i.test(value)) return [['outside', value]];
    return [];
  });
};

/** Width over height, by the view box or, without one, by width and height. */
const ratioOf = ({ attributes }: SaxesTagNS): number | undefined => {
  const box = (attributes.viewBox?.value ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const sides = [attributes.width?.value, attributes.height?.value].map(
    Number.parseFloat as (s?: string) => number,
  );
  const [width = Number.NaN, height = Number.NaN] = box.length === 4 ? box.slice(2) : sides;
  return width > 0 && height > 0 ? width / height : undefined;
};
