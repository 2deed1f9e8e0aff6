import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import { type Mark, readMarks } from './page-marks.ts';

/** A mark and the page that it is on, counted from 1. */
export interface Placed {
  readonly page: number;
  readonly mark: Mark;
}

/** A tag of a document and what is in it, in the order in which it is read aloud. */
export interface Element {
  /** Type of the tag: H1, P, Table, TR, Figure, … */
  readonly type: string;
  readonly alternative: string | undefined;
  readonly language: string | undefined;
  readonly content: readonly (Element | Placed)[];
}

export interface PageLayout {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

export interface DocumentLayout {
  readonly pages: readonly PageLayout[];
  readonly root: Element;
}

export const readLayout = (document: PDFDocument): DocumentLayout => {
  const pages = document.getPages().map(page => {
    const { width, height } = page.getSize();
    return { width: (width * 25.4) / 72, height: (height * 25.4) / 72, marks: readMarks(page) };
  });
  const numbers = new Map(document.getPages().map((page, index) => [page.ref.tag, index + 1]));
  const tagged = pages.map(({ marks }) => byTag(marks));
  const marksOf = (page: number, tag: number): Placed[] =>
    (tagged[page - 1]?.get(tag) ?? []).map(mark => ({ page, mark }));
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  return { pages, root: readElement(root, 0) };

  function readElement(element: PDFDict, inherited: number): Element {
    const page = numbers.get(element.get(PDFName.of('Pg'))?.toString() ?? '') ?? inherited;
    const type = element.get(PDFName.of('S'));
    return {
      type: type instanceof PDFName ? type.decodeText() : '',
      alternative: textOf(element.get(PDFName.of('Alt'))),
      language: textOf(element.get(PDFName.of('Lang'))),
      content: kidsOf(element).flatMap(kid => readKid(kid, page)),
    };
  }

  function readKid(kid: PDFObject | undefined, page: number): readonly (Element | Placed)[] {
    if (kid instanceof PDFNumber) return marksOf(page, kid.asNumber());
    if (!(kid instanceof PDFDict)) return [];
    const type = kid.get(PDFName.of('Type'));
    if (type === PDFName.of('OBJR')) return [];
    if (type !== PDFName.of('MCR')) return [readElement(kid, page)];
    const own = numbers.get(kid.get(PDFName.of('Pg'))?.toString() ?? '') ?? page;
    return marksOf(own, kid.lookup(PDFName.of('MCID'), PDFNumber).asNumber());
  }
};

const byTag = (marks: readonly Mark[]): ReadonlyMap<number, readonly Mark[]> => {
  const groups = new Map<number, Mark[]>();
  for (const mark of marks)
    if (mark.tag !== undefined) groups.set(mark.tag, [...(groups.get(mark.tag) ?? []), mark]);
  return groups;
};

const kidsOf = (element: PDFDict): (PDFObject | undefined)[] => {
  const kids = element.lookup(PDFName.of('K'));
  return kids instanceof PDFArray
    ? kids.asArray().map(kid => element.context.lookup(kid))
    : kids === undefined
      ? []
      : [kids];
};

const textOf = (object: unknown): string | undefined =>
  typeof object === 'object' && object !== null && 'decodeText' in object
    ? (object as { decodeText(): string }).decodeText()
    : undefined;

export const isElement = (item: Element | Placed): item is Element => 'content' in item;

/** Everything that an element paints, in reading order. */
export const marksOf = (element: Element): readonly Placed[] =>
  element.content.flatMap(item => (isElement(item) ? marksOf(item) : [item]));

/** Elements of these types below another, outermost first, in reading order. */
export const elementsOf = (element: Element, type: RegExp): readonly Element[] =>
  element.content
    .filter(isElement)
    .flatMap(child => [...(type.test(child.type) ? [child] : []), ...elementsOf(child, type)]);

/** The text of an element as it is read aloud: what stands for a picture is its alternative. */
export const readAloud = (element: Element): string =>
  element.alternative ??
  element.content.map(item => (isElement(item) ? readAloud(item) : item.mark.text)).join('');
