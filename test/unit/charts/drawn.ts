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
