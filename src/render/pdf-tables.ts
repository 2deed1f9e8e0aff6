import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { isTagged, kidsOf } from './pdf-structure-tree.ts';

/** Numbers of marked content by the page that it stands on. */
export type MarkedContent = ReadonlyMap<PDFObject, ReadonlySet<number>>;
type Unread = Map<PDFObject, Set<number>>;

/**
 * Groups the rows of tables into head and body, which Chromium leaves out, and takes out of the tags what is there for
 * the eye alone (PDF/UA-1, 7.1): the lines between rows, and the repetitions of a head, which Chromium paints on each
 * page that a table goes on to as content of the very same cells, so that one would be read as "ClientClient".
 * @returns what is no longer in the tags, to be marked as artifacts
 */
export const tidyTables = (document: PDFDocument): MarkedContent => {
  const unread: Unread = new Map();
  for (const [reference, table] of document.context.enumerateIndirectObjects()) {
    if (!isTagged(table, 'Table')) continue;
    const rows = takeLines(table, unread);
    const body = rows.findIndex(row => !isHeadRow(document.context.lookup(row)));
    const heads = rows.slice(0, Math.max(0, body));
    for (const row of heads) dropRepetitions(document.context.lookup(row, PDFDict), unread);
    const groups = () => [
      group(document, 'THead', reference, heads),
      group(document, 'TBody', reference, rows.slice(heads.length)),
    ];
    table.set(PDFName.of('K'), document.context.obj(heads.length === 0 ? [...rows] : groups()));
  }
  for (const page of document.getPages()) {
    const numbers = unread.get(page.ref);
    if (numbers === undefined) continue;
    forgetParents(document, page, numbers);
  }
  return unread;
};

/** What a table paints outside of its rows are lines. @returns its rows */
const takeLines = (table: PDFDict, unread: Unread): readonly PDFObject[] =>
  kidsOf(table).filter(kid => {
    const content = markedContent(kid, table);
    if (content !== undefined) add(unread, content);
    return content === undefined;
  });

const group = (
  document: PDFDocument,
  type: 'THead' | 'TBody',
  table: PDFRef,
  rows: readonly PDFObject[],
): PDFRef => {
  const element = document.context.obj({ Type: 'StructElem', S: type, P: table, K: [...rows] });
  const reference = document.context.register(element);
  for (const row of rows) document.context.lookup(row, PDFDict).set(PDFName.of('P'), reference);
  return reference;
};

/** A row whose heads are those of columns; a row of the body may have a head too, but of itself. */
const isHeadRow = (row: PDFObject | undefined): boolean => {
  if (!isTagged(row, 'TR')) return false;
  const heads = kidsOf(row)
    .map(kid => row.context.lookup(kid))
    .filter(cell => isTagged(cell, 'TH'));
  return heads.length > 0 && heads.every(isOfColumn);
};

const isOfColumn = (head: PDFDict): boolean => {
  const attributes = head.lookup(PDFName.of('A'));
  const all = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  return all.some(one => {
    const attribute = one === undefined ? undefined : head.context.lookup(one);
    return attribute instanceof PDFDict && attribute.get(PDFName.of('Scope')) === PDFName.of('Column');
  });
};

/** Leaves to each tag below an element what is on the first page that it is on. */
const dropRepetitions = (element: PDFDict, unread: Unread): void => {
  let first: PDFObject | undefined;
  const kept = kidsOf(element).filter(kid => {
    const content = markedContent(kid, element);
    first ??= content?.page;
    if (content === undefined || content.page === first) return true;
    add(unread, content);
    return false;
  });
  element.set(PDFName.of('K'), element.context.obj(kept));
  for (const kid of kept) {
    const child = element.context.lookup(kid);
    if (child instanceof PDFDict && child.has(PDFName.of('S'))) dropRepetitions(child, unread);
  }
};

interface Content {
  readonly page: PDFObject;
  readonly number: number;
}

/** The marked content that a kid of an element is: a number on the page of the element, or one that names its page. */
const markedContent = (kid: PDFObject, element: PDFDict): Content | undefined => {
  const own = element.context.lookup(kid);
  const number = own instanceof PDFDict ? own.lookup(PDFName.of('MCID')) : own;
  if (!(number instanceof PDFNumber)) return undefined;
  const page = (own instanceof PDFDict ? own : element).get(PDFName.of('Pg'));
  if (page === undefined) throw new Error('Marked content of a table is on no page');
  return { page, number: number.asNumber() };
};

const add = (contents: Unread, { page, number }: Content): void => {
  contents.set(page, (contents.get(page) ?? new Set()).add(number));
};

/** The tree that leads from marked content back to its tags, an array for each page (ISO 32000-1, 14.7.4.4). */
const forgetParents = (document: PDFDocument, page: PDFPage, numbers: ReadonlySet<number>): void => {
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const tree = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
  const key = page.node.lookup(PDFName.of('StructParents'), PDFNumber).asNumber();
  for (let index = 0; index < tree.size(); index += 2) {
    if (tree.lookup(index, PDFNumber).asNumber() !== key) continue;
    const parents = tree.lookup(index + 1, PDFArray);
    for (const number of numbers) parents.set(number, PDFNull);
  }
};
