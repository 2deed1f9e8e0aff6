import type { Locale } from '../locale/locale.ts';
import type { Layer, Layers, Point } from './layers.ts';
import { colours } from './theme.ts';

/** The line below a chart that could not show everybody: "y 20 más". Nothing, and no room, where all are shown. */
export const moreRows = (
  locale: Locale,
  hidden: number,
): { readonly room: number; layers(layers: Layers, at: Point): Layer[] } => ({
  room: hidden > 0 ? 16 : 1,
  layers: (layers, at) =>
    hidden > 0
      ? [layers.texts([{ ...at, text: locale.t('charts.more', { count: hidden }) }], { color: colours.ink2 })]
      : [],
});
