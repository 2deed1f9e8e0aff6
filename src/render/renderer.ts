import type { Picture } from '../charts/chart.ts';
import type { Block, DocumentModel } from '../document/model.ts';
import type { Files, Fonts } from '../effects.ts';
import type { Locale } from '../locale/locale.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';
import { foreignCharacters } from './fonts.ts';
import { numberMarks } from './pack.ts';
import { packRows } from './pack-rows.ts';
import { createPageRenderer } from './page.ts';
import { readTemplates } from './page-templates.ts';
import { anchorNames, pageModel } from './page-view.ts';
import { missingName } from './template-check.ts';
import { type ChartDrawer, type ChartRendering, drawChart, renderChart } from './vega.ts';

export interface RenderedPage {
  /** One file that needs no other. What explains its figures is put into it by `explained`. */
  readonly html: string;
  /** The figures and rows that can be asked for in it, in the order of their numbers. */
  readonly marked: readonly string[];
  /** What stands at each anchor, for those to whom links are read. */
  readonly anchors: ReadonlyMap<string, string>;
  /** Characters that the embedded type lacks. */
  readonly foreign: readonly string[];
  /** What Vega has against charts of analysts; errors where one could not be drawn. */
  readonly complaints: readonly Diagnostic[];
}

/** Turns composed documents into pages: charts drawn, layout filled, fonts embedded. */
export interface Renderer {
  page(document: DocumentModel, locale: Locale): Promise<RenderedPage>;
}

/**
 * @param product the installed package, which holds the templates
 * @param chart one that remembers where the same documents are rendered again and again
 */
export const createRenderer = async (
  product: Pick<Files, 'read' | 'list'>,
  fonts: Fonts,
  layout: string,
  chart: ChartDrawer = drawChart,
): Promise<Renderer> => {
  const { styles, scripts: texts, ...templates } = await readTemplates(product, layout);
  const render = createPageRenderer({ ...templates, fonts });
  const files = new Map([
    [`templates/layouts/${layout}.hbs`, templates.layout],
    ...[...templates.partials].map(([name, text]) => [`templates/partials/${name}.hbs`, text] as const),
  ]);
  const scripts = await Promise.all(
    [...texts].map(async ([name, text]) => ({ name, text, hash: await hashOf(text) })),
  );
  return {
    async page(document, locale) {
      const drawn = new Map<Picture, string>();
      const complaints: Diagnostic[] = [...(document.problems ?? [])];
      for (const [index, picture] of picturesOf(document).entries()) {
        const { svg, problems } = await drawnOrTold(picture, { locale, idPrefix: `c${index}` }, chart);
        drawn.set(picture, svg);
        complaints.push(...problems);
      }
      const draw = (picture: Picture): string => {
        const svg = drawn.get(picture);
        if (svg === undefined) throw new Error('A chart was placed that was not drawn');
        return svg;
      };
      const model = pageModel(document, {
        draw,
        locale,
        styles,
        scripts: scripts.filter(({ name }) => name !== 'find' || listsDocuments(document)),
        explains: document.figures.length > 0 || document.rows.length > 0,
      });
      const filled = await render(model).catch((error: unknown) => {
        const missing = missingName(error, files);
        if (missing === undefined) throw error;
        complaints.push(missing);
        return '';
      });
      const explained = [...document.figures, ...document.rows.map(({ id }) => id)];
      const { html: numbered, marked } = numberMarks(filled, explained);
      const html = packRows(numbered, count => locale.t('page.moreRows', { count }));
      return {
        html,
        marked,
        foreign: foreignCharacters(html, fonts.faces),
        anchors: anchorNames(document),
        complaints,
      };
    },
  };
};

/** Our own charts must draw. Those of analysts are told what is wrong with them, at their place. */
const drawnOrTold = async (
  picture: Picture,
  rendering: ChartRendering,
  draw: ChartDrawer,
): Promise<{ readonly svg: string; readonly problems: readonly Diagnostic[] }> => {
  const { author } = picture;
  if (author === undefined) return { svg: await renderChart(picture, rendering, draw), problems: [] };
  const tell = (severity: Diagnostic['severity'], complaint: string): Diagnostic =>
    vegaSays(severity, complaint, rendering.locale.tag, author);
  try {
    const { svg, complaints } = await draw(picture, rendering);
    return { svg, problems: [...new Set(complaints)].map(complaint => tell('warning', complaint)) };
  } catch (error) {
    return { svg: '', problems: [tell('error', error instanceof Error ? error.message : String(error))] };
  }
};

/** @param author place of the chart in the notebook */
export const vegaSays = (
  severity: Diagnostic['severity'],
  complaint: string,
  tag: string,
  author: Span,
): Diagnostic => ({
  code: 'chart/vega',
  severity,
  message: `Vega says of this chart, in ${tag}: ${complaint}`,
  span: author,
  hints: ['Look at its data with: cuentas analyze --json'],
});

const listsDocuments = ({ sections }: DocumentModel): boolean =>
  sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'documents'));

const hashOf = async (text: string): Promise<string> => {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
};

/** Every picture of a document, the cover's first. */
const picturesOf = ({ cover, sections }: DocumentModel): Picture[] => [
  ...(cover?.drawing === undefined ? [] : [cover.drawing]),
  ...sections.flatMap(({ blocks }) => blocks.flatMap(blockPictures)),
];

const blockPictures = (block: Block): Picture[] => {
  if (block.kind === 'row') return block.blocks.flatMap(blockPictures);
  return block.kind === 'figure' && block.drawing !== undefined ? [block.drawing] : [];
};
