import { recent } from '../analysis/recent.ts';
import type { Locale } from '../locale/locale.ts';
import { type ChartDrawer, type DrawnChart, drawChart } from './vega.ts';

/** More than the charts of the documents that somebody has open. */
const kept = 400;

interface Place {
  drawn?: Promise<DrawnChart>;
}

/** Draws charts, and draws one again only when its spec, its words or its colours differ; for the preview. */
export const rememberingCharts = (): ChartDrawer => {
  const byLocale = new WeakMap<Locale, (key: string) => Place>();
  return (picture, rendering) => {
    const { locale, idPrefix, palette } = rendering;
    const places = byLocale.get(locale) ?? recent((): Place => ({}), kept);
    byLocale.set(locale, places);
    const place = places(JSON.stringify([picture.spec, picture.alternative, idPrefix, palette]));
    place.drawn ??= drawChart(picture, rendering);
    return place.drawn;
  };
};
