import type { Box } from './geometry.ts';
import { describe, markProblems } from './mark-problems.ts';
import type { Mark } from './page-marks.ts';
import {
  type DocumentLayout,
  type Element,
  elementsOf,
  marksOf,
  type PageLayout,
  type Placed,
  readAloud,
} from './structure.ts';

/** What is wrong with a page, by the rules for pages of a board paper. */
export interface PageProblem {
  readonly page: number;
  readonly rule: Rule;
  readonly detail: string;
}

export type Rule =
  | 'blank'
  | 'thin'
  | 'late-section'
  | 'long-message'
  | 'orphaned-heading'
  | 'lost-caption'
  | 'split-row'
  | 'split-chart'
  | 'lost-head'
  | 'stray-line'
  | 'edge'
  | 'small-type'
  | 'picture-font'
  | 'missing-glyph'
  | 'clipped'
  | 'overlap';

/** Margins of every page but the cover, in millimetres, as the style of print has them. */
const margins = { top: 26, bottom: 20 };
/** Headlines of sections, in points: larger than what stands within a section, smaller than the title of a cover. */
const headlineSizes = { least: 15, most: 25 };
/** A page holds at least this part, unless a chapter ends on it; a section does not begin below that part. */
const leastFill = 1 / 3;
const latestStart = 4 / 5;
/** A message is read at a glance: it takes so many lines at most. */
const mostLines = 2;

/** Every problem of every page, in the order of pages. */
export const pageProblems = (layout: DocumentLayout): readonly PageProblem[] =>
  [
    ...layout.pages.flatMap((page, index) => markProblems(page, index + 1)),
    ...layout.pages.flatMap((page, index) => strayLines(page, index + 1)),
    ...fillProblems(layout),
    ...headingProblems(layout),
    ...elementProblems(layout),
  ].sort((a, b) => a.page - b.page);

/** The part of the room for text that is used, 0 to 1: down to the lowest thing that belongs to the document. */
export const fillOf = ({ height, marks }: PageLayout): number => {
  const own = marks.filter(({ tag }) => tag !== undefined);
  const lowest = Math.max(margins.top, ...own.map(({ box }) => box.bottom));
  return Math.min(1, (lowest - margins.top) / (height - margins.top - margins.bottom));
};

const isCover = ({ marks }: PageLayout): boolean => marks.some(({ size }) => size > headlineSizes.most);

const headlineOf = (mark: Mark): boolean =>
  mark.tag !== undefined && mark.size >= headlineSizes.least && mark.size <= headlineSizes.most;

/** Headings in the size of a headline: those of the sections. */
export const sectionHeadings = ({ root }: DocumentLayout): readonly Element[] =>
  elementsOf(root, /^H\d$/).filter(heading => marksOf(heading).some(({ mark }) => headlineOf(mark)));

/** Pages at whose top a section begins. */
const opening = (layout: DocumentLayout): ReadonlySet<number> => {
  const pages = sectionHeadings(layout).flatMap(heading => marksOf(heading).slice(0, 1));
  return new Set(
    pages.filter(({ page, mark }) => fillAbove(layout, page, mark.box) < 0.05).map(({ page }) => page),
  );
};

/** The page whose headline is the title of the document, counted from 1. */
export const contentsPage = (layout: DocumentLayout): number | undefined => {
  const [title] = elementsOf(layout.root, /^H1$/);
  const [first] = sectionHeadings(layout);
  const isContents =
    title !== undefined &&
    first !== undefined &&
    letters(readAloud(title)).startsWith(letters(readAloud(first)));
  return isContents && title !== first ? marksOf(first)[0]?.page : undefined;
};

const letters = (text: string): string => text.replace(/\s+/g, '');

/** How far down its page a box begins: 0 at the head, 1 at the foot of the room for text. */
const fillAbove = ({ pages }: DocumentLayout, page: number, { top }: Box): number => {
  const height = pages[page - 1]?.height ?? 297;
  return (top - margins.top) / (height - margins.top - margins.bottom);
};

/** The last page of a chapter is the one before a section that begins a page. */
const fillProblems = (layout: DocumentLayout): PageProblem[] => {
  const begins = opening(layout);
  const contents = contentsPage(layout);
  return layout.pages.flatMap((page, index): PageProblem[] => {
    const number = index + 1;
    if (isCover(page) || number === contents) return [];
    if (page.marks.every(({ tag }) => tag === undefined))
      return [{ page: number, rule: 'blank', detail: 'nothing stands on it' }];
    const fill = fillOf(page);
    const ends = number === layout.pages.length || begins.has(number + 1);
    const chapterGoesOn = begins.has(number) || !ends;
    return fill < leastFill && chapterGoesOn
      ? [{ page: number, rule: 'thin', detail: `only ${Math.round(fill * 100)} % full` }]
      : [];
  });
};

const headingProblems = (layout: DocumentLayout): PageProblem[] => [
  ...sectionHeadings(layout).flatMap((heading): PageProblem[] => {
    const [first] = marksOf(heading);
    if (first === undefined) return [];
    const message = readAloud(heading);
    const lines = linesOf(heading);
    const problems: readonly (readonly [boolean, Rule, string])[] = [
      [fillAbove(layout, first.page, first.mark.box) > latestStart, 'late-section', message],
      [lines > mostLines, 'long-message', `${lines} lines: ${message}`],
    ];
    return problems.flatMap(([is, rule, detail]) => (is ? [{ page: first.page, rule, detail }] : []));
  }),
  ...orphanedHeadings(layout),
];

/** How many lines a heading takes, on the pages that it stands on: what is set in another type on a line is part of it. */
const linesOf = (heading: Element): number => {
  const ends = marksOf(heading)
    .filter(({ mark }) => mark.kind === 'text' && mark.text.trim() !== '')
    .map(({ page, mark }) => page * 1000 + mark.box.bottom)
    .sort((a, b) => a - b);
  return ends.filter((end, index) => index === 0 || end - (ends[index - 1] ?? 0) > 2).length;
};

/** A heading needs two lines of what it heads on its own page. */
const orphanedHeadings = ({ root, pages }: DocumentLayout): PageProblem[] => {
  const headings = elementsOf(root, /^H\d$/);
  const owner = new Map(headings.flatMap(heading => marksOf(heading).map(({ mark }) => [mark, heading])));
  const all = marksOf(root);
  return headings.flatMap((heading): PageProblem[] => {
    const own = marksOf(heading);
    const last = own.at(-1);
    const start = last === undefined ? -1 : all.findIndex(({ mark }) => mark === last.mark);
    if (last === undefined || isCover(pages[last.page - 1] as PageLayout)) return [];
    const after = all.slice(start + 1);
    const next = after.findIndex(({ mark }) => owner.has(mark));
    const follows = (next === -1 ? after : after.slice(0, next)).filter(({ page }) => page === last.page);
    const reach = Math.max(0, ...follows.map(({ mark }) => mark.box.bottom - last.mark.box.bottom));
    const least = headlineOf(last.mark) ? 20 : 5.5;
    const goesOn = after[next === -1 ? after.length - 1 : next - 1]?.page !== last.page;
    return goesOn && reach < least
      ? [{ page: last.page, rule: 'orphaned-heading', detail: readAloud(heading) }]
      : [];
  });
};

/** A line is so thin at most, and so far below a text at least where it does not close what that text is part of; in millimetres. */
const line = { thickest: 0.5, shortest: 60, farthest: 4 };

/** A line at the foot of a page, far below the last text: it opens something that stands on the next page. */
const strayLines = (page: PageLayout, number: number): PageProblem[] => {
  if (isCover(page)) return [];
  const within = page.marks.filter(
    ({ box }) => box.top >= margins.top && box.bottom <= page.height - margins.bottom,
  );
  const lowest = Math.max(
    0,
    ...within.filter(({ kind, text }) => kind === 'text' && text.trim() !== '').map(({ box }) => box.bottom),
  );
  const stray = within.filter(
    ({ kind, box }) =>
      kind === 'shape' &&
      box.bottom - box.top < line.thickest &&
      box.right - box.left > line.shortest &&
      box.top - lowest > line.farthest,
  );
  return stray.slice(0, 1).map(mark => ({ page: number, rule: 'stray-line', detail: describe(mark) }));
};

const pagesOf = (element: Element): readonly number[] => [
  ...new Set(marksOf(element).map(({ page }) => page)),
];

const elementProblems = ({ root, pages }: DocumentLayout): PageProblem[] => {
  const all = marksOf(root);
  const place = new Map(all.map(({ mark }, index) => [mark, index]));
  const before = (element: Element): Placed | undefined => {
    const [first] = marksOf(element);
    const above = first === undefined ? [] : all.slice(0, place.get(first.mark));
    return above.findLast(({ mark }) => mark.text.trim() !== '');
  };
  const split = (elements: readonly Element[], rule: Rule): PageProblem[] =>
    elements.flatMap(element => {
      const [first, ...others] = pagesOf(element);
      return first === undefined || others.length === 0
        ? []
        : [{ page: first, rule, detail: readAloud(element).slice(0, 80) }];
    });
  const lost = elementsOf(root, /^(Table|Figure)$/).flatMap((element): PageProblem[] => {
    const [first] = marksOf(element);
    const caption = before(element);
    return first === undefined || caption === undefined || caption.page === first.page || first.page < 3
      ? []
      : [{ page: caption.page, rule: 'lost-caption', detail: caption.mark.text }];
  });
  return [
    ...split(
      elementsOf(root, /^TBody$/).flatMap(body => elementsOf(body, /^TR$/)),
      'split-row',
    ),
    ...split(elementsOf(root, /^Figure$/), 'split-chart'),
    ...lost,
    ...elementsOf(root, /^Table$/).flatMap(table => lostHeads(table, pages)),
  ];
};

/** On each page that a table goes on to, the words of its head stand again, for the eye alone. */
const lostHeads = (table: Element, pages: readonly PageLayout[]): PageProblem[] => {
  const [head] = elementsOf(table, /^THead$/);
  const words = head === undefined ? [] : marksOf(head).filter(({ mark }) => mark.text.trim() !== '');
  if (words.length === 0) return [];
  return pagesOf(table)
    .slice(1)
    .flatMap((number): PageProblem[] => {
      const untagged = (pages[number - 1]?.marks ?? []).filter(({ tag }) => tag === undefined);
      const again = letters(untagged.map(({ text }) => text).join(''));
      const missing = words.find(({ mark }) => !again.includes(letters(mark.text)));
      return missing === undefined
        ? []
        : [{ page: number, rule: 'lost-head', detail: `without "${missing.mark.text}"` }];
    });
};
