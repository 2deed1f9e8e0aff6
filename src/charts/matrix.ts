import type { Box } from './geometry.ts';
import {
  type Label,
  type Layer,
  type Layers,
  layersOver,
  type Margins,
  type Point,
  type Span,
} from './layers.ts';
import { linear, type Scale } from './scale.ts';
import { textWidth } from './text-width.ts';
import { colours, labelSize } from './theme.ts';

/** One axis of a two-by-two: its interval, the cut between low and high, and what is printed along it. */
export interface MatrixAxis {
  readonly domain: readonly [number, number];
  readonly cut: number;
  readonly title: string;
  /** The title in a small matrix, which has no numbers beside it: it says the cut. */
  readonly short?: string;
  readonly ticks: readonly number[];
  text(value: number): string;
}

/** Names of the four quadrants, by where they lie. */
export interface QuadrantNames {
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomLeft: string;
  readonly bottomRight: string;
}

export interface Matrix {
  readonly plot: { readonly width: number; readonly height: number };
  readonly margins: Margins;
  readonly x: Scale;
  readonly y: Scale;
  readonly layers: Layers;
  /** Where the cuts lie, in pixels. */
  readonly cuts: Point;
  /** From pixels of the plot to data. */
  data(pixel: Point): Point;
  /** Frame, cuts, ticks, titles, quadrant names. */
  readonly frame: readonly Layer[];
  /** Places of the quadrant names, in pixels: labels keep away. */
  readonly nameBoxes: readonly Box[];
}

interface MatrixRequest {
  readonly width: number;
  readonly height: number;
  readonly horizontal: MatrixAxis;
  readonly vertical: MatrixAxis;
  readonly names: QuadrantNames;
  /** A small matrix shows the quadrants and what its axes are: no ticks. */
  readonly small: boolean;
  /** Lines of notes below the picture. */
  readonly notes?: number;
}

/** From pixels of the plot to data. */
export const spanData = ({ data }: Matrix, span: Span): Span => spanOver(data, span);

const spanOver = (data: Matrix['data'], { x, y, x2, y2 }: Span): Span => {
  const end = data({ x: x2, y: y2 });
  return { ...data({ x, y }), x2: end.x, y2: end.y };
};

/** Height of a line of notes, in pixels. */
export const noteHeight = 12;

const margins = {
  large: { top: 18, right: 1, bottom: 30 },
  small: { top: 16, right: 1, bottom: 15, left: 1 },
};
const inset = 6;

/** What parts the quadrants is the strongest line within the picture. */
const quadrantCut = { color: colours.ink2, strokeWidth: 1 } as const;

/** Height of the picture itself in one of that height, without titles and notes. */
export const smallPlotHeight = (height: number, notes: number): number =>
  height - margins.small.top - margins.small.bottom - noteHeight * notes;

/** Room for the labels of the vertical axis, the cut among them in bold. */
const leftMargin = ({ ticks, cut, text }: MatrixAxis): number =>
  Math.ceil(
    Math.max(textWidth(text(cut), labelSize, 600), ...ticks.map(value => textWidth(text(value), labelSize))),
  ) + 8;

/** The common ground of the two-by-twos: KAISM, lifetime and profit, commitment. */
export const matrix = (request: MatrixRequest): Matrix => {
  const { large } = margins;
  const around = request.small
    ? { ...margins.small, bottom: margins.small.bottom + noteHeight * (request.notes ?? 0) }
    : {
        ...large,
        bottom: large.bottom + noteHeight * (request.notes ?? 0),
        left: leftMargin(request.vertical),
      };
  const plot = {
    width: request.width - around.left - around.right,
    height: request.height - around.top - around.bottom,
  };
  const x = linear(request.horizontal.domain, [0, plot.width]);
  const y = linear(request.vertical.domain, [plot.height, 0]);
  const layers = layersOver(x, y);
  const data = (pixel: Point): Point => ({ x: x.value(pixel.x), y: y.value(pixel.y) });
  const cuts = { x: x.at(request.horizontal.cut), y: y.at(request.vertical.cut) };
  const names = nameLabels(request.names, plot, cuts.x);
  const frame = [
    ...borders(request, layers),
    ...(request.small
      ? shortTitles(request, layers, plot, data)
      : scales(request, layers, plot, data, { x, y, left: around.left })),
    // The cut stops before a name.
    layers.rectangles(
      names.map(name => {
        const { x: from, y: high, width, height } = boxOf(name);
        return spanOver(data, { x: from, y: high, x2: from + width, y2: high + height });
      }),
      { fill: colours.paper },
    ),
    ...names.map(({ align, ...label }) =>
      layers.texts([{ ...data({ x: label.x, y: firstLine(label) }), text: label.text }], {
        align,
        baseline: 'middle',
        weight: 500,
      }),
    ),
  ];
  return { plot, margins: around, x, y, cuts, layers, data, frame, nameBoxes: names.map(boxOf) };
};

const borders = ({ horizontal, vertical }: MatrixRequest, layers: Layers): Layer[] => {
  const [left, right] = horizontal.domain;
  const [bottom, top] = vertical.domain;
  return [
    layers.segments([
      { x: left, y: bottom, x2: right, y2: bottom },
      { x: left, y: top, x2: right, y2: top },
      { x: left, y: bottom, x2: left, y2: top },
      { x: right, y: bottom, x2: right, y2: top },
    ]),
    layers.segments(
      [
        { x: left, y: vertical.cut, x2: right, y2: vertical.cut },
        { x: horizontal.cut, y: bottom, x2: horizontal.cut, y2: top },
      ],
      quadrantCut,
    ),
  ];
};

const scales = (
  { horizontal, vertical }: MatrixRequest,
  layers: Layers,
  plot: { readonly width: number; readonly height: number },
  data: (pixel: Point) => Point,
  { x, y, left }: { readonly x: Scale; readonly y: Scale; readonly left: number },
): Layer[] => {
  const below = data({ x: 0, y: plot.height + 13 }).y;
  const beside = data({ x: -6, y: 0 }).x;
  const across = (values: readonly number[]) =>
    values.map(value => ({ x: value, y: below, text: horizontal.text(value) }));
  const up = (values: readonly number[]) =>
    values.map(value => ({ x: beside, y: value, text: vertical.text(value) }));
  const clearOf = (axis: MatrixAxis, scale: Scale, room: number) =>
    axis.ticks.filter(value => Math.abs(scale.at(value) - scale.at(axis.cut)) >= room);
  const cutRoom = textWidth(horizontal.text(horizontal.cut), labelSize, 600) / 2 + 8;
  const clear = clearOf(horizontal, x, cutRoom);
  // At the end of the axis a centred number would be cut off by the edge of the picture.
  const isAtEdge = (value: number): boolean =>
    x.at(value) + textWidth(horizontal.text(value), labelSize) / 2 > plot.width;
  return [
    layers.texts(across(clear.filter(value => !isAtEdge(value))), { align: 'center', color: colours.ink2 }),
    layers.texts(across(clear.filter(isAtEdge)), { align: 'right', color: colours.ink2 }),
    layers.texts(across([horizontal.cut]), { align: 'center', weight: 600 }),
    layers.texts(up(clearOf(vertical, y, 11)), { align: 'right', baseline: 'middle', color: colours.ink2 }),
    layers.texts(up([vertical.cut]), { align: 'right', baseline: 'middle', weight: 600 }),
    layers.texts([{ ...data({ x: -left, y: 8 - margins.large.top }), text: vertical.title }], {
      weight: 500,
    }),
    layers.texts([{ ...data({ x: plot.width, y: plot.height + 26 }), text: horizontal.title }], {
      align: 'right',
      weight: 500,
    }),
  ];
};

/** What the axes are and where their cuts lie: above the picture, and below it. */
const shortTitles = (
  { horizontal, vertical }: MatrixRequest,
  layers: Layers,
  plot: { readonly width: number; readonly height: number },
  data: (pixel: Point) => Point,
): Layer[] => [
  layers.texts([{ ...data({ x: 0, y: -5 }), text: vertical.short ?? vertical.title }], {
    color: colours.ink2,
  }),
  layers.texts(
    [{ ...data({ x: plot.width, y: plot.height + 12 }), text: horizontal.short ?? horizontal.title }],
    {
      align: 'right',
      color: colours.ink2,
    },
  ),
];

interface NameLabel extends Point {
  readonly text: string;
  readonly align: 'left' | 'right';
}

const nameLine = 12;

/** Two lines are placed by the first of them. */
const firstLine = ({ y, text }: Label): number => y - ((text.split('\n').length - 1) * nameLine) / 2;

/** Between a name and the cut, in pixels. */
const betweenNames = 4;

/** Each name on its own side of the cut, in two lines where it would reach across. */
const inRoom = (names: readonly [string, string], width: number, cut: number): readonly [string, string] => {
  const within = (name: string, room: number): string =>
    textWidth(name, labelSize, 500) + inset + betweenNames <= room ? name : name.replace(/ (?=\S+$)/, '\n');
  return [within(names[0], cut), within(names[1], width - cut)];
};

/** The names in the corners of the picture. */
const nameLabels = (
  { topLeft, topRight, bottomLeft, bottomRight }: QuadrantNames,
  { width, height }: { readonly width: number; readonly height: number },
  cut: number,
): NameLabel[] => {
  const line = (names: readonly [string, string], isTop: boolean): NameLabel[] =>
    inRoom(names, width, cut).map((text, index) => {
      const more = ((text.split('\n').length - 1) * nameLine) / 2;
      const y = isTop ? inset + 4 + more : height - inset - 3 - more;
      return index === 0
        ? { text, x: inset, y, align: 'left' }
        : { text, x: width - inset, y, align: 'right' };
    });
  return [...line([topLeft, topRight], true), ...line([bottomLeft, bottomRight], false)];
};

const boxOf = ({ text, x, y, align }: NameLabel): Box => {
  const lines = text.split('\n');
  const width = Math.max(...lines.map(line => textWidth(line, labelSize, 500)));
  const height = lines.length * nameLine;
  return { x: align === 'left' ? x : x - width, y: y - height / 2, width, height };
};
