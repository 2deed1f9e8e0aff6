import type { DocumentModel, Section } from '../document/model.ts';

/** Words in the margins: around the page number (`página 2 de 8`), and over the contents. */
export interface RunningWords {
  readonly contents: string;
  readonly before: string;
  readonly between: string;
}

/** Widths of the boxes at the head and foot of a landscape page: three, six and three of its twelve columns. */
const landscapeSide = '62.75mm';
const landscapeMiddle = '129.5mm';

/**
 * The rules that differ from document to document: what the margins of its pages say. Each section that begins a page
 * has a named page of its own, since Chromium has no `string-set`; which sections stand on which of its pages is known
 * once it has been printed, see page-heads.ts.
 */
export const runningStyles = (document: DocumentModel, words: RunningWords): string => {
  const { running, sections, title, cover } = document;
  const properties = {
    // A cover says what the document is; where there is none, every page does.
    '--running-period': cover === undefined ? `${running.period} · ${title}` : running.period,
    '--running-document': title,
    '--running-company': running.name,
    '--running-classification': running.classification,
    '--running-status': running.status,
    '--running-contents': words.contents,
    '--page-before': words.before,
    '--page-between': words.between,
  };
  const root = Object.entries(properties).map(([name, value]) => `${name}:${cssString(value)}`);
  const sheets = sheetsOf(sections).map(({ sheet, members }) =>
    sheetRule(sheet, members[0]?.landscape === true, headOf(document, members)),
  );
  return `:root{${root.join(';')}}\n${sheets.join('\n')}`;
};

/** What fits between period and company on one line. */
const longestHead = 60;

/**
 * What the head of a page says of the sections on it, after the one whom the document is about. Of many, the first and
 * the last, as in a dictionary.
 */
export const headOf = (
  { running: { subject } }: Pick<DocumentModel, 'running'>,
  sections: readonly Pick<Section, 'name'>[],
): string => {
  const names = sections.map(({ name }) => name).filter(name => name !== subject);
  if (subject !== undefined && names.length === 0) return subject;
  const before = subject === undefined ? '' : `${subject}: `;
  const all = `${before}${names.join(' · ')}`;
  return all.length <= longestHead || names.length < 3 ? all : `${before}${names[0]} – ${names.at(-1)}`;
};

/** Sections that follow one another without a page of their own. */
export interface Sheet {
  readonly sheet: number;
  readonly members: readonly Section[];
}

export const sheetsOf = (sections: readonly Section[]): Sheet[] =>
  sections.flatMap((_, index) => {
    const sheet = index + 1;
    return sheetOf(sections, index) === sheet
      ? [{ sheet, members: sections.filter((_section, other) => sheetOf(sections, other) === sheet) }]
      : [];
  });

/**
 * The sheet of a section, counted from 1. What flows follows on the sheet of the section before, everything else begins
 * a new one; a change of orientation does too.
 */
export const sheetOf = (sections: readonly Section[], index: number): number => {
  const section = sections[index];
  const previous = sections[index - 1];
  const continues =
    section?.flow === true && previous !== undefined && section.landscape === previous.landscape;
  return continues ? sheetOf(sections, index - 1) : index + 1;
};

const sheetRule = (sheet: number, landscape: boolean, head: string): string => {
  const heading = `content:${cssString(head)}`;
  const rule = landscape ? landscapeRule(heading) : `@top-center{${heading}}`;
  return `@page sheet-${sheet}{${rule}}.sheet-${sheet}{page:sheet-${sheet}}`;
};

/** @param heading declarations of the box in the middle of the head */
export const landscapeRule = (heading: string): string =>
  [
    'size:A4 landscape',
    `@top-left{width:${landscapeSide}}@top-center{width:${landscapeMiddle};${heading}}@top-right{width:${landscapeSide}}`,
    `@bottom-left{width:${landscapeSide}}@bottom-center{width:${landscapeMiddle}}@bottom-right{width:${landscapeSide}}`,
  ].join(';');

/** A text as CSS writes it. `<` is escaped too, since the rules stand in a `style` element, which it could end. */
export const cssString = (text: string): string =>
  `"${text.replace(/["\\<>&\n\r\f\0]/g, character => `\\${character.charCodeAt(0).toString(16)} `)}"`;
