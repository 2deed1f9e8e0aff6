import { type Box, intersection } from './geometry.ts';
import type { Mark } from './page-marks.ts';
import type { PageProblem, Rule } from './page-problems.ts';
import type { PageLayout } from './structure.ts';

/** Nothing stands nearer to the edge than this, in millimetres: printers leave it white. */
const edge = 5;
/** Points; a hair less than 7.5 for what rounding takes. */
const smallestType = 7.45;

/** Problems of single marks of a page, and of texts that cover each other. */
export const markProblems = (page: PageLayout, number: number): PageProblem[] => {
  const texts = page.marks.filter(
    ({ kind, text }) => kind === 'text' && text.trim() !== '' && !accent.test(text),
  );
  const inside = { left: edge, top: edge, right: page.width - edge, bottom: page.height - edge };
  const rules: readonly (readonly [Rule, (mark: Mark) => boolean])[] = [
    ['edge', mark => !contains(inside, mark.seen)],
    ['small-type', ({ size, kind }) => kind === 'text' && size < smallestType],
    ['picture-font', ({ font }) => font?.type3 === true],
    ['missing-glyph', ({ missing }) => missing > 0],
    ['clipped', ({ kind, box, seen }) => kind === 'text' && !contains(grown(seen, 0.4), box)],
  ];
  const found = rules.flatMap(([rule, breaks]): PageProblem[] => {
    const [first, ...others] = page.marks.filter(mark => isPainted(mark, page) && breaks(mark));
    if (first === undefined) return [];
    const detail = others.length === 0 ? describe(first) : `${describe(first)}, and ${others.length} more`;
    return [{ page: number, rule, detail }];
  });
  return [...found, ...overlaps(texts, number)];
};

/** What begins with an accent stands over the letter before it. */
const accent = /^\p{M}/u;

/** The paper itself is no mark, and neither is a space. */
const isPainted = ({ kind, box, text }: Mark, page: PageLayout): boolean =>
  kind === 'text' ? text.trim() !== '' : box.right - box.left < page.width - 1;

/** A mark as a message names it, with its place on the page. */
export const describe = ({ kind, text, size, box }: Mark): string =>
  `${kind === 'text' ? `"${text.trim()}" in ${size.toFixed(1)} pt` : 'a shape'} at ${box.left.toFixed(0)}, ${box.top.toFixed(0)} mm`;

const grown = (box: Box, by: number): Box => ({
  left: box.left - by,
  top: box.top - by,
  right: box.right + by,
  bottom: box.bottom + by,
});

const contains = (outer: Box, inner: Box): boolean =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.right <= outer.right &&
  inner.bottom <= outer.bottom;

/** Texts that cover each other: by more than kerning, or by more than the descenders of a line meet the next. */
const overlaps = (texts: readonly Mark[], page: number): PageProblem[] => {
  const sorted = texts.filter(({ slanting }) => !slanting).sort((a, b) => a.box.top - b.box.top);
  const found: PageProblem[] = [];
  sorted.forEach((one, index) => {
    for (const other of sorted.slice(index + 1)) {
      if (other.box.top > one.box.bottom) break;
      const common = intersection(one.box, other.box);
      const kerning = 0.05 * Math.max(one.size, other.size);
      if (common.right - common.left > Math.max(0.5, kerning) && common.bottom - common.top > 0.5)
        found.push({ page, rule: 'overlap', detail: `${describe(one)} and ${describe(other)}` });
    }
  });
  return found.slice(0, 8);
};
