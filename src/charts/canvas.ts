import type { TopLevelSpec } from 'vega-lite';
import { type Layer, type Layers, layersOver, picture } from './layers.ts';
import { linear } from './scale.ts';

/** A picture whose data are its own pixels from the top left corner: for what is laid out like a table. */
interface Canvas {
  readonly layers: Layers;
  picture(layers: Layer[]): TopLevelSpec;
}

const noMargins = { top: 0, right: 0, bottom: 0, left: 0 };

export const canvas = (width: number, height: number): Canvas => ({
  layers: layersOver(linear([0, width], [0, width]), linear([height, 0], [height, 0])),
  picture: layers => picture({ width, height }, noMargins, layers),
});
