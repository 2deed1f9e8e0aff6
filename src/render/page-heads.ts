import type { DocumentModel, Section } from '../document/model.ts';
import type { PageHeads } from './contents.ts';
import { headingsOf } from './headings.ts';
import { headOf, sheetsOf } from './page-running.ts';

/** Where a section begins in print. */
interface Start {
  readonly section: Section;
  /** Counted from 1. */
  readonly page: number;
  /** Whether nothing stands above it on that page. */
  readonly first: boolean;
}

/**
 * The head of each page names the sections that stand on it. Chromium has no `string-set`, and which sections stand on a page is
 * known only once it is printed: so pages are printed with an empty place in their head, and what belongs there is laid over
 * them, see running-heads.ts. Whoever prints the page from a browser of their own has the heads of its sheets.
 */
export const pageHeads = (document: DocumentModel): PageHeads => ({
  headings: headingsOf(document),
  emptied: sheetsOf(document.sections)
    .map(({ sheet }) => `@page sheet-${sheet}{@top-center{content:" "}}`)
    .join(''),
  of: ({ sections, count }) => {
    const starts = document.sections.flatMap((section): Start[] => {
      const place = sections.get(section.id);
      return place === undefined ? [] : [{ section, page: place.page, first: place.fromTop < topOfPage }];
    });
    // A head that names the wrong section is worse than one that names them all.
    if (starts.length < document.sections.length) return undefined;
    return Array.from({ length: count }, (_, index) => {
      const own = sectionsOn(starts, index + 1);
      return own.length === 0 ? '' : headOf(document, own);
    });
  },
});

/** Points from the upper edge of the sheet down to where a heading can be the first of its page; its margin takes 74. */
const topOfPage = 91;

/** Those that begin on the page, after the one that goes on from the page before. */
const sectionsOn = (starts: readonly Start[], page: number): Section[] => {
  const beginning = starts.filter(start => start.page === page);
  const before = starts.findLast(start => start.page < page);
  const goesOn = before !== undefined && beginning[0]?.first !== true;
  return [...(goesOn ? [before] : []), ...beginning].map(({ section }) => section);
};
