import type { TopLevelSpec } from 'vega-lite';
import { chartConfig } from '../charts/theme.ts';

/** A mark of a chart, as Vega would make it from its layer: its kind, and each item with the row of data that it shows. */
export interface PlainMark {
  readonly marktype: 'rect' | 'rule' | 'symbol' | 'text' | 'line';
  readonly items: readonly PlainItem[];
}

/** Properties of Vega's scene, in pixels of the plot. */
export type PlainItem = Readonly<Record<string, unknown>> & { readonly datum: Datum };

/** A chart of exact size without axes, legends, transforms or anything else that takes Vega to work out. */
export interface PlainScene {
  readonly width: number;
  readonly height: number;
  readonly padding: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;
  readonly marks: readonly PlainMark[];
}

/** Where a value lies: Vega's own linear scale. */
export type LinearScale = (domain: readonly number[], range: readonly number[]) => (value: number) => number;

type Datum = Readonly<Record<string, unknown>>;
type Keyed = Readonly<Record<string, unknown>>;

/**
 * The scene of a chart that is made of layers over one pair of linear scales (`charts/layers.ts`), as the compiler of Vega-Lite
 * and the dataflow of Vega would make it: most of our charts are, and to work them out anew each time takes ten times
 * as long as to write them down.
 * @returns undefined where the spec holds anything else; then it is Vega's to draw
 */
export const plainScene = (spec: TopLevelSpec, linear: LinearScale): PlainScene | undefined => {
  const { width, height, padding, autosize, layer, ...rest } = spec as unknown as Keyed;
  if (Object.keys(rest).length > 0 || !isFixed(autosize) || !isPadding(padding)) return undefined;
  if (!isNumber(width) || !isNumber(height) || !Array.isArray(layer) || layer.length < 2) return undefined;
  const domains = domainsOf(layer);
  if (domains === undefined) return undefined;
  const at: Scales = { x: linear(domains.x, [0, width]), y: linear(domains.y, [height, 0]) };
  const marks = layer.map(one => markOf(one, at));
  return marks.includes(undefined) ? undefined : { width, height, padding, marks: marks as PlainMark[] };
};

interface Scales {
  x(value: number): number;
  y(value: number): number;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const isFixed = (value: unknown): boolean =>
  hasOnly(value, ['type', 'contains']) && value.type === 'none' && value.contains === 'content';

const isPadding = (value: unknown): value is PlainScene['padding'] =>
  hasOnly(value, ['top', 'right', 'bottom', 'left']) && Object.values(value).every(isNumber);

/** Whether something is an object of no other keys than these. */
const hasOnly = (value: unknown, keys: readonly string[]): value is Keyed =>
  typeof value === 'object' && value !== null && Object.keys(value).every(key => keys.includes(key));

type Domains = Readonly<Record<'x' | 'y', readonly number[]>>;

/** The ends of the two scales, where all layers agree on them. */
const domainsOf = (layers: readonly unknown[]): Domains | undefined => {
  let domains: Domains | undefined;
  for (const layer of layers) {
    const { encoding } = layer as Keyed;
    const own = {
      x: domainOf((encoding as Keyed | undefined)?.x),
      y: domainOf((encoding as Keyed | undefined)?.y),
    };
    if (own.x === undefined || own.y === undefined) return undefined;
    const found = { x: own.x, y: own.y };
    if (domains !== undefined && !(isSame(domains.x, found.x) && isSame(domains.y, found.y)))
      return undefined;
    domains ??= found;
  }
  return domains;
};

const isSame = ([a, b]: readonly number[], [c, d]: readonly number[]): boolean => a === c && b === d;

const domainOf = (channel: unknown): readonly [number, number] | undefined => {
  if (
    !hasOnly(channel, ['field', 'type', 'axis', 'scale']) ||
    channel.type !== 'quantitative' ||
    channel.axis !== null
  )
    return undefined;
  const { scale } = channel;
  if (!hasOnly(scale, ['domain', 'nice', 'zero']) || scale.nice !== false || scale.zero !== false)
    return undefined;
  const [low, high, ...more] = Array.isArray(scale.domain) ? scale.domain : [];
  return isNumber(low) && isNumber(high) && low !== high && more.length === 0 ? [low, high] : undefined;
};

const layerKeys = ['data', 'mark', 'encoding'];

const markOf = (layer: unknown, at: Scales): PlainMark | undefined => {
  if (!hasOnly(layer, layerKeys)) return undefined;
  const { data, mark, encoding } = layer as {
    data: Keyed;
    mark: Keyed;
    encoding: Readonly<Record<string, Keyed>>;
  };
  const values = data?.values;
  if (!hasOnly(data, ['values']) || !Array.isArray(values) || typeof mark !== 'object') return undefined;
  const kind = kinds[String(mark.type)];
  if (kind === undefined || !isSame2(Object.keys(encoding), kind.channels(encoding))) return undefined;
  if (!kind.channels(encoding).every(channel => encoding[channel]?.field === channel)) return undefined;
  const style = kind.style(mark);
  const numbers = kind.channels(encoding).filter(channel => channel !== 'text');
  if (style === undefined || !values.every(row => numbers.every(channel => isNumber(row[channel]))))
    return undefined;
  if (kind.marktype === 'text' && !values.every(({ text }) => typeof text === 'string')) return undefined;
  const rows: readonly Datum[] =
    kind.marktype === 'line' ? [...values].sort((a, b) => Number(a.order) - Number(b.order)) : values;
  return {
    marktype: kind.marktype,
    items: rows.map(datum => ({ ...style, ...kind.place(datum as Numbers, at, encoding), datum })),
  };
};

const isSame2 = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every(key => b.includes(key));

type Numbers = Readonly<Record<'x' | 'y' | 'x2' | 'y2' | 'size', number>> & Datum;

/** One kind of mark: which fields it takes, what its style means to Vega, where an item lies. */
interface Kind {
  readonly marktype: PlainMark['marktype'];
  channels(encoding: Keyed): readonly string[];
  style(mark: Keyed): Keyed | undefined;
  place(datum: Numbers, at: Scales, encoding: Keyed): Keyed;
}

/** The mark without its type, where it has no other keys than these. */
const styleFrom =
  (keys: readonly string[], change: (style: Keyed) => Keyed): Kind['style'] =>
  ({ type: _, ...style }) =>
    hasOnly(style, keys) ? change(style) : undefined;

const span = ['x', 'y', 'x2', 'y2'];

const kinds: Readonly<Record<string, Kind>> = {
  rect: {
    marktype: 'rect',
    channels: () => span,
    style: styleFrom(['fill', 'fillOpacity', 'stroke', 'strokeWidth'], style =>
      'fill' in style ? style : { ...style, fill: chartConfig.rect?.color },
    ),
    place({ x, y, x2, y2 }, at) {
      const [left, right] = inOrder(at.x(x), at.x(x2));
      const [top, bottom] = inOrder(at.y(y), at.y(y2));
      return { x: left, x2: right, y: top, y2: bottom, width: right - left, height: bottom - top };
    },
  },
  rule: {
    marktype: 'rule',
    channels: () => span,
    style: styleFrom(['color', 'strokeWidth', 'strokeDash'], ({ color, ...style }) => ({
      strokeWidth: chartConfig.rule?.strokeWidth,
      ...style,
      stroke: color ?? chartConfig.rule?.color,
    })),
    place: ({ x, y, x2, y2 }, at) => ({ x: at.x(x), x2: at.x(x2), y: at.y(y), y2: at.y(y2) }),
  },
  point: {
    marktype: 'symbol',
    channels: encoding => ('size' in encoding ? ['x', 'y', 'size'] : ['x', 'y']),
    style: styleFrom(
      ['filled', 'opacity', 'shape', 'size', 'fill', 'stroke', 'strokeWidth'],
      ({ filled, ...style }) => (filled === true ? { strokeWidth: 2, ...style } : undefined) as Keyed,
    ),
    place: ({ x, y, size }, at, encoding) => ({
      x: at.x(x),
      y: at.y(y),
      ...('size' in encoding ? { size } : {}),
    }),
  },
  text: {
    marktype: 'text',
    channels: () => ['x', 'y', 'text'],
    style: styleFrom(
      [
        'fontWeight',
        'fontSize',
        'align',
        'baseline',
        'lineBreak',
        'lineHeight',
        'dx',
        'dy',
        'angle',
        'color',
      ],
      ({ color, ...style }) => ({ font: chartConfig.font, ...style, fill: color ?? chartConfig.text?.color }),
    ),
    place: ({ x, y, text }, at) => ({ x: at.x(x), y: at.y(y), text }),
  },
  line: {
    marktype: 'line',
    channels: () => ['x', 'y', 'order'],
    style: styleFrom(['strokeJoin', 'color', 'strokeWidth', 'strokeDash'], ({ color, ...style }) => ({
      strokeWidth: chartConfig.line?.strokeWidth,
      ...style,
      stroke: color ?? chartConfig.line?.color,
    })),
    place: ({ x, y }, at) => ({ x: at.x(x), y: at.y(y), defined: true }),
  },
};

const inOrder = (a: number, b: number): readonly [number, number] => (a <= b ? [a, b] : [b, a]);
