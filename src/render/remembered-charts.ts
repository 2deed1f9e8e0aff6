import { recent } from '../analysis/recent.ts';
import type { Locale } from '../locale/locale.ts';
import { type ChartRenderer, renderChart } from './vega.ts';

/** More than the charts of the documents that somebody has open. */
const kept = 400;

interface Place {
  svg?: Promise<string>;
}

/** Draws charts, and draws one again only when its spec, its words or its colours differ; for the preview. */
export const rememberingCharts = (): ChartRenderer => {
  const byLocale = new WeakMap<Locale, (key: string) => Place>();
  return (drawing, rendering) => {
    const { locale, idPrefix, palette } = rendering;
    const places = byLocale.get(locale) ?? recent((): Place => ({}), kept);
    byLocale.set(locale, places);
    const place = places(JSON.stringify([drawing.spec, drawing.alternative, idPrefix, palette]));
    place.svg ??= renderChart(drawing, rendering);
    return place.svg;
  };
};
