import { asOf } from '../analysis/as-of.ts';
import { canvas } from './canvas.ts';
import type { ChartInput } from './chart.ts';
import type { Layer, Layers } from './layers.ts';
import { roomFor } from './row-ground.ts';
import { ellipsize, textWidth, twoLines, type Weight } from './text-width.ts';
import { colours, labelSize } from './theme.ts';
import { type TimeAxis, timeAxis, timeFoot, timeHead } from './time-axis.ts';

/** What a row says beside its line of time. */
export interface TimelineRow {
  /** Stands in the first column; a row that repeats the one before leaves it blank. */
  readonly group?: string;
  readonly name: string;
  /** At the right, what the marks of the row mean. */
  readonly label: string;
  readonly alarming: boolean;
  /** ISO dates that the row marks. */
  readonly dates: readonly string[];
}

export interface Timeline {
  readonly layers: Layers;
  readonly axis: TimeAxis;
  /** Bottom edge of the rows, and of what stands below them. */
  readonly bottom: number;
  readonly end: number;
  /** Middle of a row. */
  y(row: number): number;
  /** Names, labels, rules, quarters and the date of the data. */
  readonly frame: readonly Layer[];
  picture: ReturnType<typeof canvas>['picture'];
}

const gap = 10;
/** What a row grows by where its name goes on in a second line. */
const secondLine = 11;

/**
 * Rows over an axis of time: columns of names at the left, of labels at the right, so that no text can meet a mark.
 * @param below pixels that the caller needs below the axis
 */
export const timeline = (
  input: ChartInput,
  rows: readonly TimelineRow[],
  { pitch, below }: { readonly pitch: number; readonly below: number },
): Timeline => {
  const { width, locale, analysis } = input;
  const groupWidth = columnWidth(
    rows.map(({ group = '' }) => group),
    width * 0.17,
    500,
  );
  const nameWidth = columnWidth(
    rows.map(({ name }) => name),
    width * (groupWidth === 0 ? 0.42 : 0.36),
    400,
  );
  const nameFrom = groupWidth === 0 ? 0 : groupWidth + gap;
  const labelRoom = Math.min(width * 0.34, roomFor(rows.map(({ label }) => label)));
  const [left, right] = [nameFrom + nameWidth + gap, width - labelRoom - 4];
  const axis = timeAxis(locale, {
    dates: rows.flatMap(({ dates }) => dates),
    today: asOf(analysis.scope),
    startMonth: analysis.scope.workspace.settings.fiscalYearStart,
    left,
    right,
  });
  const names = rows.map(({ name }) => twoLines(name, nameWidth + 1, labelSize));
  const heights = names.map(name => (name.includes('\n') ? pitch + secondLine : pitch));
  const tops = rows.map((_, row) => timeHead + sumOf(heights.slice(0, row)));
  const bottom = timeHead + sumOf(heights);
  const { layers, picture } = canvas(width, bottom + timeFoot + below);
  const topOf = (row: number): number => tops[row] ?? bottom;
  const y = (row: number): number => topOf(row) + (heights[row] ?? pitch) / 2;
  const isFirst = (row: number): boolean => row === 0 || rows[row]?.group !== rows[row - 1]?.group;
  const rules = rows.flatMap((_, row) => (isFirst(row) ? [topOf(row)] : []));
  const labels = (alarming: boolean): Layer =>
    layers.texts(
      rows.flatMap((row, index) =>
        row.alarming === alarming
          ? [{ x: right + 8, y: y(index), text: ellipsize(row.label, labelRoom, labelSize) }]
          : [],
      ),
      { baseline: 'middle', color: alarming ? colours.bad : colours.ink2 },
    );
  return {
    layers,
    axis,
    bottom,
    end: bottom + timeFoot,
    y,
    picture,
    frame: [
      layers.segments(
        [...rules, bottom].map(at => ({ x: 0, y: at, x2: width, y2: at })),
        { color: colours.rule, strokeWidth: 0.5 },
      ),
      ...axis.layers(layers, 0, bottom),
      layers.texts(
        rows.flatMap(({ group = '' }, row) =>
          isFirst(row) ? [{ x: 0, y: y(row), text: ellipsize(group, groupWidth + 1, labelSize, 500) }] : [],
        ),
        { baseline: 'middle', weight: 500 },
      ),
      layers.texts(
        names.map((text, row) => ({
          x: nameFrom,
          // Two lines are placed by the first of them.
          y: y(row) - (text.includes('\n') ? labelSize * 0.55 : 0),
          text,
        })),
        { baseline: 'middle' },
      ),
      labels(false),
      labels(true),
    ],
  };
};

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const columnWidth = (texts: readonly string[], most: number, weight: Weight): number =>
  Math.min(most, Math.ceil(Math.max(0, ...texts.map(text => textWidth(text, labelSize, weight)))));
