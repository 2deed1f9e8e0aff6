import type { Loader } from 'vega';
import type { Palette } from '../brand/palette.ts';
import type { Picture } from '../charts/chart.ts';
import { chartConfig } from '../charts/theme.ts';
import type { Locale } from '../locale/locale.ts';
import { chartMarks, marksIn } from './chart-marks.ts';
import { drawPlain } from './draw-plain.ts';
import { finishSvg } from './svg.ts';
import { numberLocale, timeLocale } from './vega-locale.ts';
import { collecting, loadTools } from './vega-tools.ts';

export interface ChartRendering {
  readonly locale: Locale;
  /** Prefix of the ids inside, unique in the page. */
  readonly idPrefix: string;
  /** Colours for a chart that stands alone; absent where its page defines every colour that it asks for. */
  readonly palette?: Palette;
}

/** A picture as SVG, and what Vega complained of while it drew: a chart that is not what its author meant. */
export interface DrawnChart {
  readonly svg: string;
  readonly complaints: readonly string[];
}

export type ChartDrawer = (picture: Picture, rendering: ChartRendering) => Promise<DrawnChart>;

/**
 * Draws a picture. The same picture gives the same bytes, whatever was drawn before or is drawn meanwhile, and whether its scene
 * is written down or worked out by Vega.
 * @throws Error when the spec is no valid Vega-Lite, or asks for data from outside: charts see the analysis only
 */
export const drawChart: ChartDrawer = async (picture, rendering) => {
  const { idPrefix, palette } = rendering;
  const plain = drawPlain(picture.spec, await loadTools());
  if (plain === undefined) return drawByVega(picture, rendering);
  const { svg, root, padding } = plain;
  const marks = marksIn(root, padding.left, padding.top);
  const finish = { alternative: picture.alternative, idPrefix, palette, marks };
  return { svg: finishSvg(svg, finish), complaints: [] };
};

/** The same by the compiler of Vega-Lite and the dataflow of Vega, whatever the spec holds. */
export const drawByVega: ChartDrawer = async (picture, { locale, idPrefix, palette }) => {
  const { vega, compile, expressionInterpreter } = await loadTools();
  const complaints: string[] = [];
  const logger = collecting(vega.logger(vega.Warn), complaints);
  const config = { ...chartConfig, locale: { number: numberLocale(locale), time: timeLocale(locale) } };
  // A chart stands on the paper of its page: no background of its own, whatever the spec says.
  const { background: _, ...compiled } = compile(picture.spec, { config, logger }).spec;
  const view = new vega.View(vega.parse(compiled, undefined, { ast: true }), {
    renderer: 'none',
    expr: expressionInterpreter,
    loader: refusingLoader,
    logger,
  });
  try {
    await view.runAsync();
    const svg = await view.toSVG();
    const marks = chartMarks(view);
    return {
      svg: finishSvg(svg, { alternative: picture.alternative, idPrefix, palette, marks }),
      complaints,
    };
  } finally {
    view.finalize();
  }
};

/**
 * The SVG of one of our own charts.
 * @throws Error too when Vega complains: that is a mistake of the chart, and must not pass in silence
 */
export const renderChart = async (
  picture: Picture,
  rendering: ChartRendering,
  draw: ChartDrawer = drawChart,
): Promise<string> => {
  const { svg, complaints } = await draw(picture, rendering);
  if (complaints.length > 0) throw new Error(complaints.join('; '));
  return svg;
};

const refuse = (address: string): never => {
  throw new Error(`A chart may not load ${address}: it draws from the series of the analysis`);
};

const refusingLoader: Loader = {
  load: async uri => refuse(uri),
  sanitize: async uri => refuse(uri),
  http: async uri => refuse(uri),
  file: async path => refuse(path),
};
