import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { destinationName } from './pdf-destinations.ts';
import { isTagged, kidsOf } from './pdf-structure-tree.ts';

/** Types of PDF 2.0 that Chromium writes into a PDF 1.4, and what they are in ISO 32000-1, 14.8.4. */
const roles = { Strong: 'Span', Em: 'Span', Sub: 'Span', Title: 'P', Aside: 'Sect', FENote: 'Note' } as const;

/** Maps tags that older readers don't know to the nearest that they do (PDF/UA-1, 7.1). */
export const mapRoles = (document: PDFDocument): void => {
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const map = root.lookupMaybe(PDFName.of('RoleMap'), PDFDict) ?? document.context.obj({});
  for (const [role, standard] of Object.entries(roles)) map.set(PDFName.of(role), PDFName.of(standard));
  root.set(PDFName.of('RoleMap'), map);
};

/**
 * Without a cover a document has its title on the screen only, and its headings would begin at the second level: PDF/UA
 * wants the first one (7.4.2), so that all of them move up.
 */
export const raiseHeadings = (document: PDFDocument): void => {
  const headings = document.context
    .enumerateIndirectObjects()
    .flatMap(([, element]) =>
      element instanceof PDFDict && levelOf(element) !== undefined ? [element] : [],
    );
  const top = Math.min(...headings.map(heading => levelOf(heading) ?? 1));
  if (top === 1) return;
  for (const heading of headings)
    heading.set(PDFName.of('S'), PDFName.of(`H${(levelOf(heading) ?? 1) - top + 1}`));
};

const levelOf = (element: PDFDict): number | undefined => {
  const tag = element.get(PDFName.of('S'));
  const level = tag instanceof PDFName ? /^H([1-6])$/.exec(tag.decodeText())?.[1] : undefined;
  return level === undefined ? undefined : Number(level);
};

/**
 * Chromium gives a list item whose marker is not shown its content directly; PDF/UA wants a body between the two
 * (7.2). What was the item becomes the body of a new one, so that the parent tree stays true.
 */
export const completeLists = (document: PDFDocument): void => {
  for (const [reference, element] of document.context.enumerateIndirectObjects()) {
    if (isTagged(element, 'LI') && !hasBody(element)) wrapItem(document, reference, element);
  }
};

const hasBody = (item: PDFDict): boolean =>
  kidsOf(item).some(kid => {
    const child = item.context.lookup(kid);
    return isTagged(child, 'LBody');
  });

const wrapItem = (document: PDFDocument, reference: PDFRef, body: PDFDict): void => {
  const list = body.lookup(PDFName.of('P'), PDFDict);
  const item = document.context.obj({
    Type: 'StructElem',
    S: 'LI',
    P: body.get(PDFName.of('P')),
    K: [reference],
  });
  const itemReference = document.context.register(item);
  list.set(
    PDFName.of('K'),
    document.context.obj(kidsOf(list).map(kid => (kid === reference ? itemReference : kid))),
  );
  body.set(PDFName.of('S'), PDFName.of('LBody'));
  body.set(PDFName.of('P'), itemReference);
};

/**
 * Gives every link an alternative description (PDF/UA-1, 7.18.5).
 *
 * @param descriptions what stands at each anchor of the document, by its id
 */
export const describeLinks = (document: PDFDocument, descriptions: ReadonlyMap<string, string>): void => {
  for (const page of document.getPages()) {
    for (const link of linksOf(page.node.lookupMaybe(PDFName.of('Annots'), PDFArray))) {
      const text = address(link) ?? describe(link, descriptions);
      if (text !== undefined) link.set(PDFName.of('Contents'), PDFHexString.fromText(text));
    }
  }
};

const linksOf = (annotations: PDFArray | undefined): PDFDict[] =>
  Array.from({ length: annotations?.size() ?? 0 }, (_, index) => annotations?.lookup(index)).filter(
    annotation =>
      annotation instanceof PDFDict && annotation.get(PDFName.of('Subtype')) === PDFName.of('Link'),
  ) as PDFDict[];

const address = (link: PDFDict): string | undefined => {
  const action = link.lookupMaybe(PDFName.of('A'), PDFDict);
  const uri = action?.lookup(PDFName.of('URI'));
  return uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : undefined;
};

const describe = (link: PDFDict, descriptions: ReadonlyMap<string, string>): string | undefined => {
  const name = destinationName(link.lookup(PDFName.of('Dest')));
  return name === undefined ? undefined : (descriptions.get(name) ?? name);
};
