import type { Box, Deck, DeckTable, Paragraph, Part, Run, Slide } from './deck.ts';
import { foot, placeholder, tree } from './frame.ts';
import { emu, fill, namespaces, part, xml } from './xml.ts';

/** @param held relation of each chart and picture of the slide, in the order of its parts */
export const slideXml = (slide: Slide, deck: Deck, held: readonly string[]): string => {
  const title = placeholder({
    id: 2,
    name: 'Title',
    type: slide.layout === 'cover' ? 'ctrTitle' : 'title',
    text: paragraphXml({ runs: [{ text: slide.title, size: 0 }] }, deck.language),
  });
  let drawn = 0;
  const shapes = slide.parts.map((one, index) => {
    const relation = isHeld(one) ? held[drawn++] : undefined;
    return partXml(one, index + 10, deck.language, relation ?? '');
  });
  return part(
    `<p:sld ${namespaces}><p:cSld>${tree(title + shapes.join('') + (slide.layout === 'cover' ? '' : foot(deck)))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
  );
};

/** Whether a part stands in a file of its own. */
export const isHeld = (one: Part): one is Extract<Part, { kind: 'chart' | 'picture' }> =>
  one.kind === 'chart' || one.kind === 'picture';

const xfrm = (tag: 'a' | 'p', { x, y, width, height }: Box): string =>
  `<${tag}:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></${tag}:xfrm>`;

const partXml = (one: Part, id: number, language: string, relation: string): string => {
  switch (one.kind) {
    case 'text':
      return textXml(one, id, language);
    case 'table':
      return frameXml(
        one.box,
        id,
        one.description,
        'http://schemas.openxmlformats.org/drawingml/2006/table',
        tableXml(one.table, one.box, language),
      );
    case 'stripes':
      return stripesXml(one, id, language);
    case 'picture':
      return pictureXml(one, id, relation);
    case 'chart':
      return frameXml(
        one.box,
        id,
        one.description,
        'http://schemas.openxmlformats.org/drawingml/2006/chart',
        `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${relation}"/>`,
      );
  }
};

const textXml = (
  { box, paragraphs, bar }: Extract<Part, { kind: 'text' }>,
  id: number,
  language: string,
): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Text ${id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${xfrm('a', box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>` +
  `<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>${paragraphs.map(one => paragraphXml(one, language)).join('')}</p:txBody></p:sp>` +
  (bar === true ? barXml(box, id) : '');

const pictureXml = (
  { box, description }: Extract<Part, { kind: 'picture' }>,
  id: number,
  relation: string,
): string =>
  `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Picture ${id}" descr="${xml(description)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>` +
  `<p:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${xfrm('a', box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;

/** Stripes side by side, as one group. */
const stripesXml = (
  { box, shares, description }: Extract<Part, { kind: 'stripes' }>,
  id: number,
  language: string,
): string => {
  const gap = 0.8;
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const room = box.width - gap * (shares.length - 1);
  let x = box.x;
  const stripes = shares.map((share, index) => {
    const width = (room * share) / whole;
    const stripe = `<p:sp><p:nvSpPr><p:cNvPr id="${id + 200 + index}" name="Stripe ${index + 1}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${xfrm('a', { ...box, x, width })}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill('ink')}<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="${language}"/></a:p></p:txBody></p:sp>`;
    x += width + gap;
    return stripe;
  });
  const area = `<a:off x="${emu(box.x)}" y="${emu(box.y)}"/><a:ext cx="${emu(box.width)}" cy="${emu(box.height)}"/>`;
  return `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${id}" name="Stripes" descr="${xml(description)}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>${area}${area.replace('a:off', 'a:chOff').replace('a:ext', 'a:chExt')}</a:xfrm></p:grpSpPr>${stripes.join('')}</p:grpSp>`;
};

/** A line above a text that begins a card. */
const barXml = ({ x, y, width }: Box, id: number): string =>
  `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id + 100}" name="Line ${id}"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>${xfrm('a', { x, y: y - 2, width, height: 0 })}<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525">${fill('rule')}</a:ln></p:spPr></p:cxnSp>`;

const frameXml = (box: Box, id: number, description: string, kind: string, content: string): string =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Object ${id}" descr="${xml(description)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${xfrm('p', box)}<a:graphic><a:graphicData uri="${kind}">${content}</a:graphicData></a:graphic></p:graphicFrame>`;

export const paragraphXml = ({ runs, bullet, align, after }: Paragraph, language: string): string => {
  const indent = bullet === undefined ? '' : ` marL="${emu(7)}" indent="-${emu(7)}"`;
  const sign =
    bullet === undefined
      ? ''
      : bullet === 'number'
        ? '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
        : '<a:buFont typeface="Arial"/><a:buChar char="•"/>';
  const space = after === undefined ? '' : `<a:spcAft><a:spcPts val="${after * 100}"/></a:spcAft>`;
  const attributes = `${indent}${align === 'right' ? ' algn="r"' : ''}`;
  const properties = attributes + space + sign === '' ? '' : `<a:pPr${attributes}>${space}${sign}</a:pPr>`;
  return `<a:p>${properties}${runs.map(run => runXml(run, language)).join('')}</a:p>`;
};

const runXml = ({ text, size, bold, colour }: Run, language: string): string =>
  `<a:r><a:rPr lang="${language}"${size === 0 ? '' : ` sz="${Math.round(size * 100)}"`}${bold === true ? ' b="1"' : ''}>${colour === undefined ? '' : fill(colour)}${size === 0 ? '' : '<a:latin typeface="+mn-lt"/>'}</a:rPr><a:t>${xml(text)}</a:t></a:r>`;

const tableXml = ({ columns, rows, size, middle }: DeckTable, box: Box, language: string): string => {
  const whole = columns.reduce((sum, column) => sum + column.part, 0);
  const grid = columns
    .map(({ part: share }) => `<a:gridCol w="${emu((box.width * share) / whole)}"/>`)
    .join('');
  const headHeight = 8;
  const height = (box.height - headHeight) / Math.max(1, rows.length);
  const line = (content: string, high: number): string => `<a:tr h="${emu(high)}">${content}</a:tr>`;
  const anchor = middle ? 'ctr' : 't';
  const head = columns.map(({ title, align }) =>
    cellXml([{ text: title, size: size - 1, colour: 'ink2' }], align, 'ink', language, 'ctr'),
  );
  const body = rows.map(({ cells, strong }) =>
    line(
      cells
        .map(({ runs }, column) =>
          cellXml(
            runs.map(run => (strong ? { ...run, bold: true } : run)),
            columns[column]?.align ?? 'left',
            'rule',
            language,
            anchor,
          ),
        )
        .join(''),
      height,
    ),
  );
  return `<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${line(head.join(''), headHeight)}${body.join('')}</a:tbl>`;
};

/** Lines between rows only: tables of reports have no grid. */
const cellXml = (
  runs: readonly Run[],
  align: 'left' | 'right',
  border: 'ink' | 'rule',
  language: string,
  anchor: 't' | 'ctr',
): string => {
  const none = ['L', 'R', 'T'].map(side => `<a:ln${side} w="0"><a:noFill/></a:ln${side}>`).join('');
  const paragraphs = paragraphXml({ runs, ...(align === 'right' ? { align } : {}) }, language);
  return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</a:txBody><a:tcPr marL="0" marR="${emu(5)}" marT="${emu(anchor === 't' ? 2 : 0.9)}" marB="${emu(0.9)}" anchor="${anchor}">${none}<a:lnB w="9525">${fill(border)}</a:lnB><a:noFill/></a:tcPr></a:tc>`;
};

/** What the speaker sees below a slide. */
export const notesXml = ({ notes }: Slide, { language }: Deck): string =>
  part(
    `<p:notes ${namespaces}><p:cSld>${tree(
      placeholder({ id: 2, name: 'Slide', type: 'sldImg', text: '' }) +
        placeholder({
          id: 3,
          name: 'Notes',
          type: 'body',
          index: 3,
          text:
            notes.length === 0
              ? `<a:p><a:endParaRPr lang="${language}"/></a:p>`
              : notes.map(text => paragraphXml({ runs: [{ text, size: 0 }] }, language)).join(''),
        }),
    )}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`,
  );
