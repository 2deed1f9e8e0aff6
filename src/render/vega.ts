import type { Loader, LoggerInterface } from 'vega';
import { lightColours, type Palette } from '../brand/palette.ts';
import type { Drawing } from '../charts/chart.ts';
import { chartConfig } from '../charts/theme.ts';
import type { Locale } from '../locale/locale.ts';
import { chartMarks } from './chart-marks.ts';
import { finishSvg } from './svg.ts';
import { measureWithBundledFont } from './text-metrics.ts';
import { numberLocale, timeLocale } from './vega-locale.ts';

interface ChartRendering {
  readonly locale: Locale;
  /** Prefix of the ids inside, unique in the page. */
  readonly idPrefix: string;
  /** Colours of the light page; ours when absent. */
  readonly palette?: Palette;
}

/** Makes the SVG of a drawing. */
export type ChartRenderer = (
  drawing: Pick<Drawing, 'spec' | 'alternative'>,
  rendering: ChartRendering,
) => Promise<string>;

/**
 * The SVG of a drawing. The same drawing gives the same bytes, whatever was rendered before or is rendered meanwhile.
 * @throws Error when the spec is no valid Vega-Lite, or asks for data from outside: charts see the analysis only
 */
export const renderChart: ChartRenderer = async (drawing, { locale, idPrefix, palette = lightColours }) => {
  const { vega, compile, expressionInterpreter } = await loadTools();
  const complaints: string[] = [];
  const logger = collecting(vega.logger(vega.Warn), complaints);
  const config = { ...chartConfig, locale: { number: numberLocale(locale), time: timeLocale(locale) } };
  // A chart stands on the paper of its page: no background of its own, whatever the spec says.
  const { background: _, ...compiled } = compile(drawing.spec, { config, logger }).spec;
  const view = new vega.View(vega.parse(compiled, undefined, { ast: true }), {
    renderer: 'none',
    expr: expressionInterpreter,
    loader: refusingLoader,
    logger,
  });
  try {
    await view.runAsync();
    const svg = await view.toSVG();
    if (complaints.length > 0) throw new Error(complaints.join('; '));
    const marks = chartMarks(view);
    return finishSvg(svg, { alternative: drawing.alternative, idPrefix, palette, marks });
  } finally {
    view.finalize();
  }
};

/** Vega is large; it is loaded with the first chart and kept. */
const loadTools = async () => {
  const [vega, { compile }, { expressionInterpreter }] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('vega-interpreter'),
  ]);
  measureWithBundledFont(vega);
  return { vega, compile, expressionInterpreter };
};

/**
 * A warning of Vega means a chart that is not what its author meant; it must not pass in silence. It is collected rather
 * than thrown, because Vega warns from inside promises that it does not await.
 */
const collecting = (logger: LoggerInterface, complaints: string[]): LoggerInterface => {
  const collect = (...messages: readonly unknown[]): LoggerInterface => {
    complaints.push(messages.map(String).join(' '));
    return logger;
  };
  return Object.assign(logger, { warn: collect, error: collect });
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
