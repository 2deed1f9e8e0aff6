import type { Analysis } from '../../analysis/analyze.ts';
import type { Block, DocumentModel, Html, Section } from '../../document/model.ts';
import type { Locale } from '../../locale/locale.ts';
import { flatBlocks, lineOf } from '../documents.ts';
import type { ExportSources } from '../format.ts';
import type { Box, Part, Slide } from './deck.ts';
import { page } from './frame.ts';
import { nativeChart } from './native-chart.ts';
import { decisionsTable, listPart, stripParts, tableParts, textPart } from './parts.ts';

type OneBlock = Exclude<Block, { kind: 'row' }>;

/** A finding of the document, listed in it or behind a figure of it, and the anchor of what shows it. */
interface Told {
  readonly anchor?: string;
  readonly message: string;
  readonly detail?: string;
}

const { width, height, margin } = page;
/** Below the title, above the foot. */
const body = { x: margin, y: 34, width: width - 2 * margin, height: height - 34 - 18 } as const;

/**
 * The slides of a document: a cover, then each of its blocks under the message that it supports.
 * @param logo that of the brand; the company is named where it has none
 */
export const slidesOf = (
  document: DocumentModel,
  sources: ExportSources,
  logo: Part | undefined,
): readonly Slide[] => [
  coverSlide(document, sources, logo),
  ...document.sections.flatMap(section => sectionSlides(section, toldIn(document), sources)),
];

const coverSlide = (
  { title, subject, running, sections }: DocumentModel,
  { locale, analysis }: ExportSources,
  logo: Part | undefined,
): Slide => ({
  layout: 'cover',
  title: subject === undefined ? title : `${title}: ${subject}`,
  parts: [
    ...stripes(analysis, locale),
    logo ??
      textPart({ x: margin, y: 16, width: 200, height: 8 }, [
        { text: running.company, size: 16, bold: true },
      ]),
    textPart({ x: margin, y: 81, width: width - 2 * margin, height: 10 }, [
      { text: running.period, size: 24, colour: 'ink2' },
    ]),
    textPart({ x: margin, y: height - 22, width: width - 2 * margin, height: 8 }, [
      { text: `${running.status} · ${running.classification}`, size: 12, colour: 'ink2' },
    ]),
  ],
  notes: [locale.t('export.deck.notesHead'), ...sections.map(({ headline }) => lineOf(headline))],
});

/** The picture of the cover, where the brand has one: customers as stripes as wide as their share of revenue. */
const stripes = (analysis: Analysis, { t }: Locale): readonly Part[] => {
  if (analysis.scope.workspace.settings.brand.cover === 'plain') return [];
  const shares = (analysis.series.get('portfolio.customers')?.rows ?? []).flatMap(({ share }) =>
    typeof share === 'number' && share > 0 ? [share] : [],
  );
  const box = { x: margin, y: 108, width: width - 2 * margin, height: 46 };
  return shares.length === 0
    ? []
    : [{ kind: 'stripes', box, shares, description: t('captions.cover-stripes') }];
};

const toldIn = ({ sections }: DocumentModel): readonly Told[] =>
  sections
    .flatMap(({ blocks }) => flatBlocks(blocks))
    .flatMap(block => (block.kind === 'findings' ? [...block.items, ...block.behind] : []))
    .map(({ strong, text, reference }) => {
      const [, anchor] = /href="#([^"]+)"/.exec(reference ?? '') ?? [];
      return {
        message: lineOf(strong),
        ...(anchor === undefined ? {} : { anchor }),
        ...(text === undefined ? {} : { detail: lineOf(text) }),
      };
    });

const sectionSlides = (
  { headline, title, blocks }: Section,
  told: readonly Told[],
  sources: ExportSources,
): readonly Slide[] => {
  const parts = flatBlocks(blocks);
  const heading = lineOf(headline);
  const scope = title.map(lineOf).join(' · ');
  // A message that a finding's own slide tells is not told again.
  let isUsed = told.some(({ message }) => withoutStop(message) === withoutStop(heading));
  /** The message of the section goes to the first slide that has none of its own. */
  const titleFor = (own: string | undefined, otherwise: string): string => {
    if (own !== undefined) return own;
    if (isUsed) return otherwise;
    isUsed = true;
    return heading;
  };
  const made: Slide[] = [];
  const strip = parts.find(block => block.kind === 'strip');
  for (const block of parts)
    made.push(...blockSlides(block, { strip, told, titleFor, scope, sources, isFirst: made.length === 0 }));
  return made;
};

interface Setting {
  /** Headline figures, which stand above what comes first. */
  readonly strip: Extract<Block, { kind: 'strip' }> | undefined;
  readonly told: readonly Told[];
  readonly titleFor: (own: string | undefined, otherwise: string) => string;
  readonly scope: string;
  readonly sources: ExportSources;
  readonly isFirst: boolean;
}

const withoutStop = (text: string): string => text.replace(/\.$/, '');

const content = (title: string, parts: readonly Part[], notes: readonly string[]): Slide => ({
  layout: 'content',
  // Headlines carry no full stop.
  title: withoutStop(title),
  parts,
  notes: notes.filter(note => note !== ''),
});

const blockSlides = (block: OneBlock, setting: Setting): readonly Slide[] => {
  switch (block.kind) {
    case 'decisions':
      return block.items.length === 0 ? [] : [decisionsSlide(block, setting)];
    case 'findings':
      return [
        content(
          lineOf(block.items[0]?.strong ?? block.title),
          withStrip(setting, box => listPart(box, findingItems(block), undefined)),
          block.items.map(({ strong, text }) =>
            `${lineOf(strong)} ${text === undefined ? '' : lineOf(text)}`.trim(),
          ),
        ),
      ];
    case 'asks':
      return block.groups.map(({ title, items }) =>
        content(
          title,
          [
            listPart(
              body,
              items.map(item => ({ strong: lineOf(item) })),
              'number',
            ),
          ],
          items.map(lineOf),
        ),
      );
    case 'figure':
      return figureSlides(block, setting);
    case 'table':
      return block.table === undefined
        ? []
        : tableSlides(block.anchor, block.table, caption(block.label, block.caption), block.note, setting);
    default:
      return [];
  }
};

/** The first finding is the title; what it adds stands first below. */
const findingItems = ({ items }: Extract<Block, { kind: 'findings' }>) =>
  items
    .map(({ strong, text }, index) => ({
      ...(index === 0 ? {} : { strong: lineOf(strong) }),
      ...(text === undefined ? {} : { text: lineOf(text) }),
    }))
    .filter(item => 'strong' in item || 'text' in item);

const caption = (label: string, text: Html): string => `${label}. ${lineOf(text)}`;

/** The headline figures stand above the first slide of their section. */
const withStrip = ({ strip, isFirst }: Setting, below: (box: Box) => Part): readonly Part[] => {
  if (!isFirst || strip === undefined) return [below(body)];
  const top = 36;
  return [...stripParts(strip.items, body), below({ ...body, y: body.y + top, height: body.height - top })];
};

const decisionsSlide = (block: Extract<Block, { kind: 'decisions' }>, setting: Setting): Slide => {
  return content(
    setting.titleFor(undefined, block.items.map(({ label }) => label).join(', ')),
    withStrip(setting, box => decisionsTable(block.items, box, setting.sources.locale)),
    block.items.flatMap(({ label, title, reason, facts }) => [
      `${label}. ${lineOf(title)}. ${lineOf(reason)} ${facts.map(fact => `${fact.label}: ${fact.value}`).join('; ')}.`,
    ]),
  );
};

const figureSlides = (block: Extract<Block, { kind: 'figure' }>, setting: Setting): readonly Slide[] => {
  const { anchor, drawing, data, label, note } = block;
  if (drawing === undefined) return [];
  const finding = setting.told.find(one => one.anchor === anchor);
  const name = caption(label, block.caption);
  const chart = 'series' in drawing ? nativeChart(String(drawing.series), setting.sources) : undefined;
  if (chart === undefined)
    return data === undefined ? [] : tableSlides(anchor, data, name, note, setting, drawing.alternative);
  const beside = { x: body.x + 218, y: body.y + 10, width: body.width - 218, height: body.height - 10 };
  const read = [finding?.detail, note === undefined ? undefined : lineOf(note)].filter(
    text => text !== undefined,
  );
  return [
    content(
      setting.titleFor(finding?.message, name),
      [
        textPart({ ...body, height: 7 }, [
          {
            text: chart.caption === undefined ? name : caption(label, chart.caption),
            size: 12,
            colour: 'ink2',
          },
        ]),
        {
          kind: 'chart',
          box: {
            x: body.x,
            y: body.y + 8,
            width: read.length === 0 ? body.width : 210,
            height: body.height - 8,
          },
          chart,
          description: drawing.alternative,
        },
        ...(read.length === 0
          ? []
          : [
              listPart(
                beside,
                read.map(text => ({ text })),
                undefined,
              ),
            ]),
      ],
      [finding?.message ?? '', finding?.detail ?? '', drawing.alternative, setting.scope],
    ),
  ];
};

const tableSlides = (
  anchor: string,
  table: NonNullable<Extract<Block, { kind: 'table' }>['table']>,
  name: string,
  note: Html | undefined,
  { told, titleFor, scope }: Setting,
  alternative = '',
): readonly Slide[] => {
  const finding = told.find(one => one.anchor === anchor);
  const title = titleFor(finding?.message, name);
  const box = { ...body, y: body.y + 8, height: body.height - 8 };
  return tableParts(table, box, name).map(made =>
    content(
      title,
      [textPart({ ...body, height: 7 }, [{ text: name, size: 12, colour: 'ink2' }]), made],
      [
        finding?.message ?? '',
        finding?.detail ?? '',
        alternative,
        note === undefined ? '' : lineOf(note),
        scope,
      ],
    ),
  );
};
