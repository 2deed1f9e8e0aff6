import type { ChartInput, Drawing, Drawn } from '../../../src/charts/chart.ts';
import { chartNamed } from '../../../src/charts/index.ts';
import { renderChart } from '../../../src/render/vega.ts';

export const draw = (name: string, input: ChartInput, options: object = {}): Drawn => {
  const chart = chartNamed(name);
  if (chart === undefined) throw new Error(`no chart ${name}`);
  return chart.draw(input, chart.options.parse(options));
};

export const drawing = (name: string, input: ChartInput, options: object = {}): Drawing => {
  const drawn = draw(name, input, options);
  if ('unavailable' in drawn) throw new Error(`${name} has nothing to draw`);
  return drawn;
};

export const svgOf = (name: string, input: ChartInput, options: object = {}): Promise<string> =>
  renderChart(drawing(name, input, options), { locale: input.locale, idPrefix: 'c' });

/** The texts of a picture, without markup. */
export const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, content = '']) =>
    content.replace(/<\/tspan><tspan[^>]*>/g, '\n').replace(/<[^>]+>/g, ''),
  );

/** A label may be split by no-break spaces, which are not the point of most tests. */
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

/** Texts of a picture with plain spaces. */
export const shownTexts = async (name: string, input: ChartInput, options: object = {}): Promise<string[]> =>
  textsOf(await svgOf(name, input, options)).map(spaced);

export const said = (name: string, input: ChartInput): string => spaced(drawing(name, input).alternative);

export const nothing = { unavailable: { code: 'not-recorded' } };
