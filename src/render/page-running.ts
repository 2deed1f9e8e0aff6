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
 * has a named page of its own, since Chromium has no `string-set`.
 */
export const runningStyles = (document: DocumentModel, words: RunningWords): string => {
  const { running, sections } = document;
  const properties = {
    '--running-period': running.period,
    '--running-document': document.title,
    '--running-company': running.name,
    '--running-classification': running.classification,
    '--running-status': running.status,
    '--running-contents': words.contents,
    '--page-before': words.before,
    '--page-between': words.between,
  };
  const root = Object.entries(properties).map(([name, value]) => `${name}:${cssString(value)}`);
  const sheets = sections.flatMap((section, index) =>
    sheetOf(sections, index) === index + 1 ? [sheetRule(section, headingOf(sections, index), index + 1)] : [],
  );
  return `:root{${root.join(';')}}\n${sheets.join('\n')}`;
};

/** What fits between period and company on one line. */
const longestHeading = 60;

/**
 * The names of the sections of a sheet: Chromium cannot tell on which of its pages which of them stands. Of many, the
 * first and the last, as in a dictionary.
 * @param first index of the section that begins the sheet
 */
const headingOf = (sections: readonly Section[], first: number): string => {
  const names = sections.flatMap(({ name }, index) => (sheetOf(sections, index) === first + 1 ? [name] : []));
  const all = names.join(' · ');
  return all.length <= longestHeading ? all : `${names[0]} – ${names.at(-1)}`;
};

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

const sheetRule = ({ landscape }: Section, names: string, sheet: number): string => {
  const heading = `content:${cssString(names)}`;
  const rule = landscape ? landscapeRule(heading) : `@top-center{${heading}}`;
  return `@page sheet-${sheet}{${rule}}.sheet-${sheet}{page:sheet-${sheet}}`;
};

const landscapeRule = (heading: string): string =>
  [
    'size:A4 landscape',
    `@top-left{width:${landscapeSide}}@top-center{width:${landscapeMiddle};${heading}}@top-right{width:${landscapeSide}}`,
    `@bottom-left{width:${landscapeSide}}@bottom-center{width:${landscapeMiddle}}@bottom-right{width:${landscapeSide}}`,
  ].join(';');

/** A text as CSS writes it. `<` is escaped too, since the rules stand in a `style` element, which it could end. */
export const cssString = (text: string): string =>
  `"${text.replace(/["\\<>&\n\r\f\0]/g, character => `\\${character.charCodeAt(0).toString(16)} `)}"`;
