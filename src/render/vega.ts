import type { Loader, Runtime, View } from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import type { Drawing } from '../charts/chart.ts';
import { chartConfig, colours } from '../charts/theme.ts';
import type { Locale } from '../locale/locale.ts';
import { finishSvg } from './svg.ts';
import { measureWithBundledFont } from './text-metrics.ts';
import { numberLocale, timeLocale } from './vega-locale.ts';

export interface ChartRendering {
  readonly locale: Locale;
  /** Prefix of the ids inside, unique in the page. */
  readonly idPrefix: string;
  /** Accent of the brand, #RRGGBB. */
  readonly accent?: string;
}

/**
 * The SVG of a drawing. The same drawing gives the same bytes, whatever was rendered before or is rendered meanwhile.
 * @throws Error when the spec is no valid Vega-Lite, or asks for data from outside: charts see the analysis only
 */
export const renderChart = async (
  drawing: Pick<Drawing, 'spec' | 'alternative'>,
  { locale, idPrefix, accent = colours.accent }: ChartRendering,
): Promise<string> => {
  const tools = await loadTools();
  const view = new tools.vega.View(tools.runtimeOf(drawing.spec, locale), {
    renderer: 'none',
    expr: tools.expressionInterpreter,
    loader: refusingLoader,
    logger: tools.throwingLogger,
  });
  try {
    return finishSvg(await svgOf(view), { alternative: drawing.alternative, idPrefix, accent });
  } finally {
    view.finalize();
  }
};

const svgOf = async (view: View): Promise<string> => {
  await view.runAsync();
  return view.toSVG();
};

/** Vega is large; it is loaded with the first chart and kept. */
const loadTools = async () => {
  const [vega, { compile }, { expressionInterpreter }] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('vega-interpreter'),
  ]);
  measureWithBundledFont(vega);
  const throwingLogger = throwing(vega.logger(vega.Warn));
  const runtimeOf = (spec: TopLevelSpec, locale: Locale): Runtime => {
    const config = { ...chartConfig, locale: { number: numberLocale(locale), time: timeLocale(locale) } };
    // A chart stands on the paper of its page: no background of its own, whatever the spec says.
    const { background: _, ...compiled } = compile(spec, { config, logger: throwingLogger }).spec;
    return vega.parse(compiled, undefined, { ast: true });
  };
  return { vega, runtimeOf, expressionInterpreter, throwingLogger };
};

/** A warning of Vega means a chart that is not what its author meant; it must not pass in silence. */
const throwing = <L extends import('vega').LoggerInterface>(logger: L): L => {
  const fail = (...messages: readonly unknown[]): never => {
    throw new Error(messages.map(String).join(' '));
  };
  return Object.assign(logger, { warn: fail, error: fail });
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
