import type { Locale } from '../locale/locale.ts';
import { type Label, type Layer, type Layers, layersOver, type Margins } from './layers.ts';
import { linear, type Scale } from './scale.ts';
import { ellipsize, textWidth, twoLines, type Weight } from './text-width.ts';
import { colours, labelSize } from './theme.ts';

/** The name of one row of a chart whose structure runs downwards. */
interface RowName {
  readonly text: string;
  readonly strong?: boolean;
  /** The row of the series that it names, from 0. */
  readonly of?: number;
}

interface RowRequest {
  /** Width of the whole picture. */
  readonly width: number;
  readonly names: readonly RowName[];
  /** Names that make the same room as those of the rows; where a picture shows a part, its scale stays that of the whole. */
  readonly alike?: readonly string[];
  /** Height of one row. */
  readonly pitch: number;
  /** Room above the rows (title of the unit), below them (axis), and at the right (labels of values). */
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
  /** Room between the names and the plot, for a column of numbers. */
  readonly beside?: number;
  /** Share of the width that the names may take; two fifths when absent. */
  readonly widest?: number;
  /** Whether a name that is too long goes on in a second line. */
  readonly wrapped?: boolean;
  /** Ends of the horizontal axis. */
  readonly domain: readonly [number, number];
}

export interface RowGround {
  readonly plot: { readonly width: number; readonly height: number };
  readonly margins: Margins;
  readonly x: Scale;
  /** Row number, from zero at the top edge of the first row. */
  readonly y: Scale;
  readonly layers: Layers;
  /** The names, left-aligned at the edge of the picture, cut where they would be too long. */
  readonly names: readonly Layer[];
  /** A text at a pixel of the picture's left edge and the middle of a row. */
  atRow(row: number, pixel: number, text: string): Label;
}

/** Share of the width that names may take where the chart does not say. */
const widestNames = 0.4;
const gap = 8;
/** A bar is two thirds of its row. */
export const barHalf = 1 / 3;

const weightOf = ({ strong }: RowName): Weight => (strong === true ? 600 : 400);

export const rowGround = (request: RowRequest): RowGround => {
  const { names, alike = [], pitch, top, bottom, right, beside = 0, widest = widestNames } = request;
  const limit = request.width * widest;
  const nameWidth = Math.min(
    limit,
    Math.max(
      0,
      ...names.map(name => textWidth(name.text, labelSize, weightOf(name))),
      ...alike.map(text => textWidth(text, labelSize)),
    ),
  );
  const left = Math.ceil(nameWidth) + gap + beside;
  const plot = { width: request.width - left - right, height: names.length * pitch };
  const x = linear(request.domain, [0, plot.width]);
  const y = linear([names.length, 0], [plot.height, 0]);
  const layers = layersOver(x, y);
  const atRow = (row: number, pixel: number, text: string): Label => ({
    x: x.value(pixel - left),
    y: row + 0.5,
    text,
  });
  const nameAt = (row: number, name: RowName): Label => {
    const cut = request.wrapped === true ? twoLines : ellipsize;
    const label = atRow(row, 0, cut(name.text, nameWidth + 0.5, labelSize, weightOf(name)));
    // Two lines are placed by the first of them.
    return label.text.includes('\n') ? { ...label, y: label.y - (labelSize * 0.55) / pitch } : label;
  };
  const layer = (strong: boolean): Layer =>
    layers.texts(
      names.flatMap((name, row) => ((name.strong === true) === strong ? [nameAt(row, name)] : [])),
      { baseline: 'middle', weight: strong ? 600 : 400, color: colours.ink },
    );
  const bands = names.flatMap(({ of }, row) =>
    of === undefined ? [] : [{ x: x.value(-left), x2: x.value(plot.width + right), y: row, y2: row + 1, of }],
  );
  return {
    plot,
    margins: { top, right, bottom, left },
    x,
    y,
    layers,
    names: [layer(false), layer(true), layers.places(bands)],
    atRow,
  };
};

/** Room that the labels of values need at the right end of their bars. */
export const roomFor = (texts: readonly string[], weight: Weight = 400): number =>
  Math.ceil(Math.max(0, ...texts.map(text => textWidth(text, labelSize, weight)))) + 8;

/** The vertical line from which bars start. */
export const baseline = ({ layers, y }: RowGround, at = 0): Layer =>
  layers.segments([{ x: at, x2: at, y: 0, y2: y.domain[0] }]);

/** The title of the unit, at the top left corner of the picture. */
export const unitTitle = ({ layers, x, y, margins }: RowGround, text: string): Layer =>
  layers.texts([{ x: x.value(-margins.left), y: y.value(8 - margins.top), text }], { weight: 500 });

/** Notes in the line below the rows, where there are any. */
export const lineBelow = ({ layers, x, y, plot, margins }: RowGround, texts: readonly string[]): Layer =>
  layers.texts(
    texts.map(text => ({ x: x.value(-margins.left), y: y.value(plot.height + 12), text })),
    { color: colours.ink2 },
  );

/** Below the rows, how many more accounts there are; nothing where all are shown. */
export const restLine = (ground: RowGround, locale: Locale, count: number): Layer[] =>
  count === 0 ? [] : [lineBelow(ground, [locale.t('charts.ranking.rest', { count })])];
