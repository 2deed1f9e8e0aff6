import type { DocumentModel, Section } from '../document/model.ts';
import type { PageHeads } from './contents.ts';
import { headingsOf } from './headings.ts';
import { cssString, headOf, type Sheet, sheetsOf } from './page-running.ts';

/** Where a section begins in print. */
interface Start {
  readonly section: Section;
  /** Counted from 1. */
  readonly page: number;
  /** Whether nothing stands above it on that page. */
  readonly first: boolean;
}

/**
 * Under its rules the head of each page names the sections that stand on it; there are none where those of the sheets do
 * so already. Chromium has no `string-set`, but it counts pages, and a counter may be written in words of one's own.
 */
export const pageHeads = (document: DocumentModel): PageHeads => ({
  headings: headingsOf(document),
  styles: ({ sections, count }) => {
    const starts = document.sections.flatMap((section): Start[] => {
      const place = sections.get(section.id);
      return place === undefined ? [] : [{ section, page: place.page, first: place.fromTop < topOfPage }];
    });
    // A head that names the wrong section is worse than one that names them all.
    return starts.length < document.sections.length ? '' : headStyles(document, starts, count);
  },
});

const headStyles = (
  document: Pick<DocumentModel, 'sections' | 'running'>,
  starts: readonly Start[],
  pages: number,
): string => {
  const sheets = sheetsOf(document.sections);
  const wanted = Array.from({ length: pages }, (_, index) => headOf(document, sectionsOn(starts, index + 1)));
  const given = Array.from({ length: pages }, (_, index) =>
    headOf(document, sheetAt(sheets, starts, index + 1)),
  );
  if (wanted.every((head, index) => head === given[index])) return '';
  const symbols = wanted.map(head => cssString(head === '' ? ' ' : head)).join(' ');
  const rules = sheets.map(({ sheet }) => `@page sheet-${sheet}{@top-center{content:counter(page,heads)}}`);
  return `@counter-style heads{system:fixed;symbols:${symbols}}${rules.join('')}`;
};

/** Points from the upper edge of the sheet down to where a heading can be the first of its page; its margin takes 74. */
const topOfPage = 91;

/** Those that begin on the page, after the one that goes on from the page before. */
const sectionsOn = (starts: readonly Start[], page: number): Section[] => {
  const beginning = starts.filter(start => start.page === page);
  const before = starts.findLast(start => start.page < page);
  const goesOn = before !== undefined && beginning[0]?.first !== true;
  return [...(goesOn ? [before] : []), ...beginning].map(({ section }) => section);
};

/** What the page names without further rules: all sections of its sheet. Cover and contents, before the first, are apart. */
const sheetAt = (sheets: readonly Sheet[], starts: readonly Start[], page: number): readonly Section[] => {
  const last = starts.findLast(start => start.page <= page)?.section;
  return sheets.find(({ members }) => last !== undefined && members.includes(last))?.members ?? [];
};
