import type { Deck } from './deck.ts';
import { emu, namespaces, part, xml } from './xml.ts';

/** A slide of 16 to 9, in millimetres. */
export const page = { width: 338.667, height: 190.5, margin: 16 } as const;

const hex = (colour: string): string => colour.slice(1).toUpperCase();

/** Colours and type of the brand. */
export const theme = ({ palette, font }: Deck, name: string): string => {
  const colour = (tag: string, value: string): string =>
    `<a:${tag}><a:srgbClr val="${hex(value)}"/></a:${tag}>`;
  const fonts = (tag: string): string =>
    `<a:${tag}><a:latin typeface="${xml(font)}"/><a:ea typeface=""/><a:cs typeface=""/></a:${tag}>`;
  const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="9525">${solid}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return part(
    `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${xml(name)}"><a:themeElements><a:clrScheme name="${xml(name)}">` +
      [
        colour('dk1', palette.ink),
        colour('lt1', palette.paper),
        colour('dk2', palette.ink2),
        colour('lt2', palette.rule),
        colour('accent1', palette.accent),
        colour('accent2', palette.py),
        colour('accent3', palette.goodText),
        colour('accent4', palette.badText),
        colour('accent5', palette.ink3),
        colour('accent6', palette.ink2),
        colour('hlink', palette.accent),
        colour('folHlink', palette.ink2),
      ].join('') +
      `</a:clrScheme><a:fontScheme name="${xml(name)}">${fonts('majorFont')}${fonts('minorFont')}</a:fontScheme>` +
      `<a:fmtScheme name="${xml(name)}"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>` +
      `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
  );
};

const group =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** The tree of what stands on a slide, master or layout. */
export const tree = (shapes: string): string => `<p:spTree>${group}${shapes}</p:spTree>`;

interface Placeholder {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly index?: number;
  readonly at?: readonly [x: number, y: number, width: number, height: number];
  readonly body?: string;
  readonly text: string;
}

export const placeholder = ({ id, name, type, index, at, body, text }: Placeholder): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xml(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}"${index === undefined ? '' : ` sz="quarter" idx="${index}"`}/></p:nvPr></p:nvSpPr>` +
  `<p:spPr>${at === undefined ? '' : `<a:xfrm><a:off x="${emu(at[0])}" y="${emu(at[1])}"/><a:ext cx="${emu(at[2])}" cy="${emu(at[3])}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`}</p:spPr>` +
  `${type === 'sldImg' ? '' : `<p:txBody>${body ?? '<a:bodyPr/>'}<a:lstStyle/>${text}</p:txBody>`}</p:sp>`;

const number = (language: string): string =>
  `<a:p><a:pPr algn="r"/><a:fld id="{5B4E2F6A-6A3C-4B0E-9C55-2F1D8E0A7C11}" type="slidenum"><a:rPr lang="${language}" sz="900"><a:latin typeface="+mn-lt"/></a:rPr><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="${language}" sz="900"/></a:p>`;

/** Foot of a slide: what the deck is, and its number. */
export const foot = ({ footer, language }: Deck): string =>
  placeholder({
    id: 90,
    name: 'Footer',
    type: 'ftr',
    index: 11,
    text: `<a:p><a:r><a:rPr lang="${language}" sz="900"><a:latin typeface="+mn-lt"/></a:rPr><a:t>${xml(footer)}</a:t></a:r></a:p>`,
  }) + placeholder({ id: 91, name: 'Number', type: 'sldNum', index: 12, text: number(language) });

const { width, height, margin } = page;
const titleAt = [margin, 11, width - 2 * margin, 17] as const;
const inset = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:normAutofit/></a:bodyPr>';
const footInset = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>';

export const levels = (size: number): string =>
  Array.from(
    { length: 9 },
    (_, level) =>
      `<a:lvl${level + 1}pPr marL="${level * 228_600}" indent="0" algn="l"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="${size}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${level + 1}pPr>`,
  ).join('');

export const slideMaster = (deck: Deck): string =>
  part(
    `<p:sldMaster ${namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>${tree(
      placeholder({
        id: 2,
        name: 'Title',
        type: 'title',
        at: titleAt,
        body: inset,
        text: `<a:p><a:endParaRPr lang="${deck.language}"/></a:p>`,
      }) +
        placeholder({
          id: 3,
          name: 'Footer',
          type: 'ftr',
          index: 3,
          at: [margin, height - 11, width - 2 * margin - 30, 6],
          body: footInset,
          text: `<a:p><a:endParaRPr lang="${deck.language}" sz="900"/></a:p>`,
        }) +
        placeholder({
          id: 4,
          name: 'Number',
          type: 'sldNum',
          index: 4,
          at: [width - margin - 25, height - 11, 25, 6],
          body: footInset,
          text: number(deck.language),
        }),
    )}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>` +
      '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst>' +
      `<p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="2200" b="1" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>${levels(1400)}</p:bodyStyle><p:otherStyle>${levels(1400)}</p:otherStyle></p:txStyles></p:sldMaster>`,
  );

/** @param kind the cover has its title lower and larger */
export const slideLayout = (deck: Deck, kind: 'cover' | 'content'): string => {
  const empty = `<a:p><a:endParaRPr lang="${deck.language}"/></a:p>`;
  const shapes =
    kind === 'cover'
      ? placeholder({
          id: 2,
          name: 'Title',
          type: 'ctrTitle',
          at: [margin, 40, width - 2 * margin, 36],
          body: '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:normAutofit/></a:bodyPr>',
          text: empty,
        }).replace(
          '<a:lstStyle/>',
          '<a:lstStyle><a:lvl1pPr algn="l"><a:defRPr sz="4000" b="1"/></a:lvl1pPr></a:lstStyle>',
        )
      : placeholder({ id: 2, name: 'Title', type: 'title', text: empty }) + foot(deck);
  return part(
    `<p:sldLayout ${namespaces} type="${kind === 'cover' ? 'title' : 'titleOnly'}" preserve="1"><p:cSld name="${kind === 'cover' ? 'Cover' : 'Content'}">${tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
  );
};

export const notesMaster = ({ language }: Deck): string =>
  part(
    `<p:notesMaster ${namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>${tree(
      placeholder({
        id: 2,
        name: 'Slide',
        type: 'sldImg',
        index: 2,
        at: [19, 31.75, 152.4, 85.725],
        text: '',
      }) +
        placeholder({
          id: 3,
          name: 'Notes',
          type: 'body',
          index: 3,
          at: [19, 122, 152.4, 100],
          text: `<a:p><a:endParaRPr lang="${language}"/></a:p>`,
        }),
    )}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:notesStyle>${levels(1200)}</p:notesStyle></p:notesMaster>`,
  );
