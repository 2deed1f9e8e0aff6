import type { TopLevelSpec } from 'vega-lite';
import type { Scale } from './scale.ts';
import type { Weight } from './text-width.ts';
import { labelSize } from './theme.ts';

export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A picture of exact size: plot and margins, nothing grows or shrinks. */
export const picture = (
  plot: { readonly width: number; readonly height: number },
  margins: Margins,
  layer: Layer[],
): TopLevelSpec => ({
  width: plot.width,
  height: plot.height,
  padding: { ...margins },
  autosize: { type: 'none', contains: 'content' },
  layer,
});

export interface Point {
  readonly x: number;
  readonly y: number;
  /** The row of the chart's series that it shows, from 0: who points at it reads that row. */
  readonly of?: number;
}
/** From (x, y) to (x2, y2): a segment, or the corners of a rectangle. */
export interface Span extends Point {
  readonly x2: number;
  readonly y2: number;
}
export interface Label extends Point {
  readonly text: string;
}

interface TextStyle {
  readonly color?: string;
  readonly weight?: Weight;
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly baseline?: 'top' | 'middle' | 'bottom' | 'alphabetic';
  readonly dx?: number;
  readonly dy?: number;
  /** Degrees clockwise. */
  readonly angle?: number;
}
interface StrokeStyle {
  readonly color?: string;
  readonly strokeWidth?: number;
  readonly strokeDash?: readonly number[];
}
interface FillStyle {
  readonly fill: string;
  readonly fillOpacity?: number;
  readonly stroke?: string | null;
  readonly strokeWidth?: number;
}

export type Shape =
  | 'circle'
  | 'square'
  | 'diamond'
  | 'cross'
  | 'triangle-up'
  | 'triangle-down'
  | 'triangle-right';

/** Layers over one pair of scales. Values are data; the text of labels comes ready from the locale. */
export interface Layers {
  rectangles(values: readonly Span[], style: FillStyle): Layer;
  /** Rectangles that show nothing and answer to the pointer for their row. */
  places(values: readonly Span[]): Layer;
  segments(values: readonly Span[], style?: StrokeStyle): Layer;
  texts(values: readonly Label[], style?: TextStyle): Layer;
  /** Discs; `size` is their area in square pixels. */
  discs(values: readonly (Point & { readonly size: number })[], style: FillStyle): Layer;
  /** Small signs of one shape; `size` is their area in square pixels. */
  signs(values: readonly Point[], style: FillStyle & { readonly shape: Shape; readonly size: number }): Layer;
  /** One line through all points, in their order. */
  line(values: readonly Point[], style?: StrokeStyle): Layer;
}

export const layersOver = (horizontal: Scale, vertical: Scale): Layers => {
  const axis = <F extends string>(field: F, { domain: [low, high] }: Scale) => {
    const domain: [number, number] = [low, high];
    return { field, type: 'quantitative', axis: null, scale: { domain, nice: false, zero: false } } as const;
  };
  const at = { x: axis('x', horizontal), y: axis('y', vertical) };
  const span = { ...at, x2: { field: 'x2' }, y2: { field: 'y2' } };
  const data = (values: readonly Point[]) => ({ data: { values: values.map(value => ({ ...value })) } });
  return {
    rectangles: (values, style) => ({ ...data(values), mark: { type: 'rect', ...style }, encoding: span }),
    places: values => ({
      ...data(values),
      mark: { type: 'rect', fill: null, stroke: null },
      encoding: span,
    }),
    segments: (values, style = {}) => ({
      ...data(values),
      mark: { type: 'rule', ...stroke(style) },
      encoding: span,
    }),
    texts: (values, style = {}) => ({
      ...data(values),
      mark: { type: 'text', ...textMark(style) },
      encoding: { ...at, text: { field: 'text', type: 'nominal' } },
    }),
    discs: (values, style) => ({
      ...data(values),
      mark: { type: 'point', shape: 'circle', filled: true, opacity: 1, ...style },
      encoding: { ...at, size: { field: 'size', type: 'quantitative', scale: null, legend: null } },
    }),
    signs: (values, style) => ({
      ...data(values),
      mark: { type: 'point', filled: true, opacity: 1, ...style },
      encoding: at,
    }),
    line: (values, style = {}) => ({
      ...data(values.map((value, order) => ({ ...value, order }))),
      mark: { type: 'line', strokeJoin: 'round', ...stroke(style) },
      encoding: { ...at, order: { field: 'order', type: 'quantitative' } },
    }),
  };
};

/** The same layers for values on another horizontal scale, such as that of one column of the picture. */
export const mapped = (layers: Layers, x: (value: number) => number): Layers => {
  const point = <P extends Point>(value: P): P => ({ ...value, x: x(value.x) });
  const span = (value: Span): Span => ({ ...point(value), x2: x(value.x2) });
  return {
    rectangles: (values, style) => layers.rectangles(values.map(span), style),
    places: values => layers.places(values.map(span)),
    segments: (values, style) => layers.segments(values.map(span), style),
    texts: (values, style) => layers.texts(values.map(point), style),
    discs: (values, style) => layers.discs(values.map(point), style),
    signs: (values, style) => layers.signs(values.map(point), style),
    line: (values, style) => layers.line(values.map(point), style),
  };
};

const stroke = ({ strokeDash, ...style }: StrokeStyle) => ({
  ...style,
  ...(strokeDash === undefined ? {} : { strokeDash: [...strokeDash] }),
});

const textMark = ({
  weight = 400,
  size = labelSize,
  align = 'left',
  baseline = 'alphabetic',
  ...rest
}: TextStyle) =>
  ({
    fontWeight: weight,
    fontSize: size,
    align,
    baseline,
    lineBreak: '\n',
    lineHeight: size * 1.1,
    ...rest,
  }) as const;
