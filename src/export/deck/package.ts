import { workbookFile } from '../workbook/file.ts';
import { type Parts, zipped } from '../zip.ts';
import { chartSheet, chartXml } from './chart-xml.ts';
import type { Deck, Slide } from './deck.ts';
import { levels, notesMaster, page, slideLayout, slideMaster, theme } from './frame.ts';
import type { NativeChart } from './native-chart.ts';
import { isHeld, notesXml, slideXml } from './slide-xml.ts';
import { emu, namespaces, part, type Relation, relations, xml } from './xml.ts';

/** The bytes of a presentation (ECMA-376): those of the same deck are the same. */
export const deckFile = async (deck: Deck): Promise<Uint8Array> => {
  const charts = deck.slides.flatMap(chartsOf);
  const workbooks = await Promise.all(charts.map(chart => chartWorkbook(chart, deck)));
  return zipped({
    '[Content_Types].xml': contentTypes(deck, charts.length),
    '_rels/.rels': relations([
      { type: 'officeDocument', target: 'ppt/presentation.xml' },
      {
        type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        target: 'docProps/core.xml',
      },
      { type: 'extended-properties', target: 'docProps/app.xml' },
    ]),
    'docProps/core.xml': coreProperties(deck),
    'docProps/app.xml': part(
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office PowerPoint</Application></Properties>',
    ),
    ...frameParts(deck),
    ...slideParts(deck),
    ...Object.fromEntries(
      charts.flatMap((chart, index) => [
        [`ppt/charts/chart${index + 1}.xml`, chartXml(chart, deck.language)],
        [
          `ppt/charts/_rels/chart${index + 1}.xml.rels`,
          relations([{ type: 'package', target: `../embeddings/workbook${index + 1}.xlsx` }]),
        ],
        [`ppt/embeddings/workbook${index + 1}.xlsx`, workbooks[index] ?? new Uint8Array()],
      ]),
    ),
  });
};

const chartsOf = ({ parts }: Slide): readonly NativeChart[] =>
  parts.flatMap(one => (one.kind === 'chart' ? [one.chart] : []));

const chartWorkbook = (chart: NativeChart, { palette, title, author, date }: Deck): Promise<Uint8Array> =>
  workbookFile([chartSheet(chart)], { palette, title, author, date });

const frameParts = (deck: Deck): Parts => ({
  'ppt/presentation.xml': presentation(deck),
  'ppt/_rels/presentation.xml.rels': relations([
    { type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
    { type: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
    { type: 'theme', target: 'theme/theme1.xml' },
    ...deck.slides.map((_, index) => ({ type: 'slide', target: `slides/slide${index + 1}.xml` })),
  ]),
  'ppt/theme/theme1.xml': theme(deck, deck.author),
  'ppt/theme/theme2.xml': theme(deck, deck.author),
  'ppt/slideMasters/slideMaster1.xml': slideMaster(deck),
  'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations([
    { type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
    { type: 'slideLayout', target: '../slideLayouts/slideLayout2.xml' },
    { type: 'theme', target: '../theme/theme1.xml' },
  ]),
  'ppt/slideLayouts/slideLayout1.xml': slideLayout(deck, 'cover'),
  'ppt/slideLayouts/_rels/slideLayout1.xml.rels': toMaster,
  'ppt/slideLayouts/slideLayout2.xml': slideLayout(deck, 'content'),
  'ppt/slideLayouts/_rels/slideLayout2.xml.rels': toMaster,
  'ppt/notesMasters/notesMaster1.xml': notesMaster(deck),
  'ppt/notesMasters/_rels/notesMaster1.xml.rels': relations([
    { type: 'theme', target: '../theme/theme2.xml' },
  ]),
});

const toMaster = relations([{ type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }]);

const slideParts = (deck: Deck): Parts => {
  const parts: Record<string, string | Uint8Array> = {};
  const counts = { chart: 0, picture: 0 };
  for (const [index, slide] of deck.slides.entries()) {
    const number = index + 1;
    const held = slide.parts.filter(isHeld).map((one): Relation => {
      const count = ++counts[one.kind];
      if (one.kind === 'chart') return { type: 'chart', target: `../charts/chart${count}.xml` };
      parts[`ppt/media/picture${count}.png`] = one.png;
      return { type: 'image', target: `../media/picture${count}.png` };
    });
    const own: readonly Relation[] = [
      { type: 'slideLayout', target: `../slideLayouts/slideLayout${slide.layout === 'cover' ? 1 : 2}.xml` },
      { type: 'notesSlide', target: `../notesSlides/notesSlide${number}.xml` },
      ...held,
    ];
    parts[`ppt/slides/slide${number}.xml`] = slideXml(
      slide,
      deck,
      held.map((_, place) => `rId${place + 3}`),
    );
    parts[`ppt/slides/_rels/slide${number}.xml.rels`] = relations(own);
    parts[`ppt/notesSlides/notesSlide${number}.xml`] = notesXml(slide, deck);
    parts[`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`] = relations([
      { type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
      { type: 'slide', target: `../slides/slide${number}.xml` },
    ]);
  }
  return parts;
};

const presentation = ({ slides }: Deck): string =>
  part(
    `<p:presentation ${namespaces} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>` +
      `<p:sldIdLst>${slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 4}"/>`).join('')}</p:sldIdLst>` +
      `<p:sldSz cx="${emu(page.width)}" cy="${emu(page.height)}"/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle>${levels(1400)}</p:defaultTextStyle></p:presentation>`,
  );

const office = 'application/vnd.openxmlformats-officedocument';

const contentTypes = ({ slides }: Deck, charts: number): string => {
  const override = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="${type}"/>`;
  const drawing = (path: string, type: string): string =>
    override(path, `${office}.presentationml.${type}+xml`);
  const numbers = (count: number): readonly number[] =>
    Array.from({ length: count }, (_, index) => index + 1);
  return part(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      (slides.some(({ parts }) => parts.some(one => one.kind === 'picture'))
        ? '<Default Extension="png" ContentType="image/png"/>'
        : '') +
      (charts === 0 ? '' : `<Default Extension="xlsx" ContentType="${office}.spreadsheetml.sheet"/>`) +
      drawing('ppt/presentation.xml', 'presentation.main') +
      drawing('ppt/slideMasters/slideMaster1.xml', 'slideMaster') +
      numbers(2)
        .map(number => drawing(`ppt/slideLayouts/slideLayout${number}.xml`, 'slideLayout'))
        .join('') +
      drawing('ppt/notesMasters/notesMaster1.xml', 'notesMaster') +
      numbers(2)
        .map(number => override(`ppt/theme/theme${number}.xml`, `${office}.theme+xml`))
        .join('') +
      numbers(slides.length)
        .map(
          number =>
            drawing(`ppt/slides/slide${number}.xml`, 'slide') +
            drawing(`ppt/notesSlides/notesSlide${number}.xml`, 'notesSlide'),
        )
        .join('') +
      numbers(charts)
        .map(number => override(`ppt/charts/chart${number}.xml`, `${office}.drawingml.chart+xml`))
        .join('') +
      override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
      override('docProps/app.xml', `${office}.extended-properties+xml`) +
      '</Types>',
  );
};

const coreProperties = ({ title, author, date, language }: Deck): string =>
  part(
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<dc:title>${xml(title)}</dc:title><dc:creator>${xml(author)}</dc:creator><dc:language>${xml(language)}</dc:language>` +
      `<dcterms:created xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:modified></cp:coreProperties>`,
  );
