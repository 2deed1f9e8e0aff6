import type { TopLevelSpec } from 'vega-lite';
import type { ChartInput } from './chart.ts';
import { type Key, keyLine, keyRoom } from './key-line.ts';
import { type Layer, picture, type Span } from './layers.ts';
import { moreRows } from './more-rows.ts';
import { rowGround } from './row-ground.ts';
import { ellipsize, textWidth, twoLines } from './text-width.ts';
import { colours, labelSize } from './theme.ts';

/** One cell: the text says the value, the shade how bad it is, so that it reads in grey print. */
export interface HeatCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Its row in the series. */
  readonly of: number;
  /** "none" is paper with a rim, "unknown" is no box at all. */
  readonly shade: 'none' | 'light' | 'dark' | 'unknown';
}

interface HeatRequest {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly HeatCell[];
  readonly key: Key;
  /** A last column of numbers. */
  readonly rowTotals: { readonly title: string; readonly texts: readonly string[] };
  /** Columns that the limit cut off. */
  readonly hidden: number;
  readonly pitch: number;
}

const headRoom = 28;
/** Cells are no wider than this, however few columns there are. */
const widestCell = 64;

/** A table of shaded cells: structure downwards, people across. */
export const heatmap = (input: ChartInput, request: HeatRequest): TopLevelSpec => {
  const { rows, columns, cells, key, rowTotals, pitch } = request;
  const rest = moreRows(input.locale, request.hidden);
  const totalsRoom = Math.ceil(Math.max(24, textWidth(rowTotals.title, labelSize))) + 8;
  const ground = rowGround({
    width: input.width,
    names: rows.map(text => ({ text })),
    pitch,
    top: keyRoom(key, input.width) + headRoom,
    bottom: rest.room,
    right: totalsRoom,
    domain: [0, columns.length],
  });
  const { layers, plot, margins, y } = ground;
  // The scale of the columns, in shares of the plot: few columns leave its right part free.
  const cell = Math.min(widestCell, plot.width / columns.length);
  const perColumn = cell / (plot.width / columns.length);
  const at = (column: number): number => column * perColumn;
  const box = ({ row, column, of }: HeatCell): Span => ({
    of,
    x: at(column + 0.03),
    x2: at(column + 0.97),
    y: row + 0.06,
    y2: row + 0.94,
  });
  const shaded = (shade: HeatCell['shade']): Span[] => cells.filter(one => one.shade === shade).map(box);
  const boxes = (shade: HeatCell['shade'], fill: string, rim: string | null): Layer[] =>
    shaded(shade).length === 0
      ? []
      : [
          layers.rectangles(shaded(shade), {
            fill,
            stroke: rim,
            ...(rim === null ? {} : { strokeWidth: 0.75 }),
          }),
        ];
  const heads = columns.map(name => twoLines(name, cell - 4, labelSize));
  const top = y.value(-4);
  return picture(plot, margins, [
    ...keyLine(ground, key, input.width),
    ...ground.names,
    ...[2, 1].map(lines =>
      layers.texts(
        heads.flatMap((text, column) =>
          text.split('\n').length === lines
            ? [{ x: at(column + 0.5), y: lines === 2 ? y.value(-4 - labelSize * 1.1) : top, text }]
            : [],
        ),
        { align: 'center', color: colours.ink2 },
      ),
    ),
    layers.texts([{ x: at(columns.length), y: top, text: rowTotals.title }], { dx: 8, color: colours.ink2 }),
    ...boxes('none', colours.paper, colours.rule),
    ...boxes('light', colours.py, null),
    ...boxes('dark', colours.ink, null),
    layers.places(shaded('unknown')),
    ...(['none', 'light', 'dark', 'unknown'] as const).map(shade =>
      layers.texts(
        cells
          .filter(one => one.shade === shade)
          .map(({ row, column, text }) => ({
            x: at(column + 0.5),
            y: row + 0.5,
            text: ellipsize(text, cell - 2, labelSize, 600),
          })),
        {
          align: 'center',
          baseline: 'middle',
          weight: shade === 'dark' || shade === 'light' ? 600 : 400,
          color: shade === 'dark' ? colours.paper : colours.ink,
        },
      ),
    ),
    layers.texts(
      rowTotals.texts.map((text, row) => ({ x: at(columns.length), y: row + 0.5, text })),
      { align: 'right', dx: 24, baseline: 'middle', weight: 600 },
    ),
    ...rest.layers(layers, { x: ground.x.value(-margins.left), y: y.value(plot.height + 12) }),
  ]);
};
