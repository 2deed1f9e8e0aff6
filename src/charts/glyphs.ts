import type { Layer, Layers, Point, Span } from './layers.ts';
import { colours } from './theme.ts';

/** What a mark says by its form, so that it says so without colour and in grey print. */
export interface Glyph {
  readonly shape:
    | 'circle'
    | 'square'
    | 'diamond'
    | 'triangle-up'
    | 'triangle-down'
    | 'triangle-right'
    | 'plus'
    | 'cross'
    | 'dash';
  readonly fill: 'solid' | 'hollow';
  readonly color: string;
}

export interface PlacedGlyph extends Point {
  readonly glyph: Glyph;
}

/** Side of the square around a mark, in pixels. */
export const glyphSide = 9;

/** Marks on a picture measured in pixels, those of one form in one layer. */
export const glyphLayers = (layers: Layers, placed: readonly PlacedGlyph[]): Layer[] => {
  const byForm = new Map<string, { readonly glyph: Glyph; readonly at: Point[] }>();
  for (const { glyph, ...point } of placed) {
    const form = `${glyph.shape} ${glyph.fill} ${glyph.color}`;
    const known = byForm.get(form) ?? { glyph, at: [] };
    known.at.push(point);
    byForm.set(form, known);
  }
  return [...byForm.values()].flatMap(({ glyph, at }) => layersOf(layers, glyph, at));
};

const half = glyphSide / 2;
const strokeWidth = 1.1;

const layersOf = (layers: Layers, { shape, fill, color }: Glyph, at: readonly Point[]): Layer[] => {
  if (shape === 'cross') return [layers.segments(at.flatMap(crossAt), { color, strokeWidth: 1.4 })];
  if (shape === 'dash') return [layers.segments(at.map(dashAt), { color, strokeWidth })];
  const solid = fill === 'solid';
  return [
    layers.signs(at, {
      shape: shape === 'plus' ? 'cross' : shape,
      size: glyphSide ** 2,
      fill: solid ? color : colours.paper,
      stroke: color,
      strokeWidth,
    }),
  ];
};

const boxAt = ({ x, y }: Point): Span => ({ x: x - half, y: y - half, x2: x + half, y2: y + half });
const dashAt = ({ x, y }: Point): Span => ({ x: x - half + 1, y, x2: x + half - 1, y2: y });
const crossAt = (point: Point): Span[] => {
  const { x, y, x2, y2 } = boxAt(point);
  return [
    { x, y, x2, y2 },
    { x, y: y2, x2, y2: y },
  ];
};
