import { z } from 'zod';
import type { Locale } from '../locale/locale.ts';
import { type AmountLabels, amountLabels } from './amounts.ts';
import { canvas } from './canvas.ts';
import type { Chart, ChartInput } from './chart.ts';
import { glyphKey } from './glyph-key.ts';
import { glyphLayers, glyphSide } from './glyphs.ts';
import type { Layer, Layers } from './layers.ts';
import { currencyIn, nothingToDraw, rowsOf } from './read.ts';
import { roomFor } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { ellipsize, textWidth, twoLines } from './text-width.ts';
import { colours, labelSize, parts } from './theme.ts';
import { type CellState, cellStates, linesOf, stateGlyphs, type WhitespaceLine } from './whitespace-cells.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(16).default(20).describe('Height of a line in CSS pixels'),
    limit: z.int().min(1).default(14).describe('Product lines to show, those with most potential first'),
  })
  .prefault({});

const narrowestUnit = 50;
const head = 32;
const barRoom = 56;

/** Product lines by business units: what the customer has of us, what is sought, lost, or never offered, and its potential. */
export const whitespace: Chart<z.infer<typeof optionsSchema>> = {
  name: 'whitespace',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    if (input.account === undefined) return nothingToDraw;
    const series = `account.${input.account}.whitespace`;
    const all = linesOf(input, rowsOf(input, series));
    if (all.length === 0) return nothingToDraw;
    const lines = all.length <= limit ? all : mostPotential(all).slice(0, limit);
    const amounts = amountLabels(
      input.locale,
      lines.flatMap(line => [line.potential ?? 0]),
      currencyIn(input, series, 'potential'),
    );
    const columns = columnsOf(input, lines, amounts);
    const notes = notesOf(input, columns.hidden, all.length - lines.length);
    const used = cellStates.filter(state =>
      lines.some(({ cells }) => [...cells.values()].some(cell => cell.state === state)),
    );
    const key = glyphKey(
      used.map(state => ({ glyph: stateGlyphs[state], text: input.locale.term('whitespace', state) })),
      input.width,
    );
    const bottom = head + lines.length * pitch;
    const { layers, picture } = canvas(input.width, bottom + 6 + key.height + (notes === '' ? 0 : 14));
    return {
      series,
      alternative: alternative(input, all, amounts),
      spec: picture([
        ...headLayers(input, layers, columns, amounts),
        ...rowLayers(layers, lines, columns, pitch),
        ...cellLayers(layers, lines, columns, amounts, pitch),
        ...totalLayers(layers, lines, columns, amounts, pitch),
        ...key.layers(layers, bottom + 6),
        layers.texts([{ x: 0, y: bottom + 6 + key.height + 7, text: notes }], {
          baseline: 'middle',
          color: colours.ink2,
        }),
      ]),
    };
  },
};

const mostPotential = (lines: readonly WhitespaceLine[]): WhitespaceLine[] =>
  [...lines].sort((a, b) => (b.potential ?? -1) - (a.potential ?? -1));

/** Where things stand across the picture, in pixels. */
interface Columns {
  readonly names: number;
  readonly units: readonly string[];
  readonly unitWidth: number;
  readonly hidden: number;
  /** Left edge of the bars of potential. */
  readonly total: number;
  readonly width: number;
}

const columnsOf = (
  { width, locale }: ChartInput,
  lines: readonly WhitespaceLine[],
  amounts: AmountLabels,
): Columns => {
  const units = [...new Set(lines.flatMap(({ cells }) => [...cells.keys()]))];
  const names = Math.min(
    width * 0.26,
    Math.max(...lines.map(({ name }) => Math.ceil(textWidth(name, labelSize)))),
  );
  const labels = lines.map(line => textOf(amounts, line.potential));
  const totalRoom = Math.max(
    barRoom + roomFor(labels, 600),
    ...potentialHead(locale, amounts).map(line => Math.ceil(textWidth(line, labelSize, 500))),
  );
  const room = width - names - 12 - totalRoom;
  const shown = units.slice(0, Math.max(1, Math.floor(room / narrowestUnit)));
  // Few units stand close to their lines instead of far apart.
  const unitWidth = Math.min(96, room / shown.length);
  return {
    names,
    units: shown,
    unitWidth,
    hidden: units.length - shown.length,
    total: names + 12 + unitWidth * shown.length,
    width,
  };
};

/** The two lines above the bars of potential. */
const potentialHead = (locale: Locale, amounts: AmountLabels): readonly [string, string] => [
  locale.t('charts.whitespace.potential'),
  amounts.unit,
];

const textOf = (amounts: AmountLabels, potential: number | undefined): string =>
  potential === undefined ? '' : amounts.text(potential);

const unitAt = ({ names, unitWidth }: Columns, index: number): number => names + 12 + index * unitWidth;

const headLayers = (
  { locale }: ChartInput,
  layers: Layers,
  columns: Columns,
  amounts: AmountLabels,
): Layer[] => {
  const { units, unitWidth, total, width } = columns;
  const heads = units.map((unit, index) => {
    const text = twoLines(unit, unitWidth - 6, labelSize, 500);
    return { x: unitAt(columns, index), y: text.includes('\n') ? 13 : 24, text };
  });
  return [
    layers.texts(heads, { weight: 500 }),
    layers.texts(
      potentialHead(locale, amounts).map((text, line) => ({ x: total, y: line === 0 ? 13 : 24, text })),
      { weight: 500 },
    ),
    layers.segments([{ x: 0, y: head - 1, x2: width, y2: head - 1 }]),
  ];
};

const rowLayers = (
  layers: Layers,
  lines: readonly WhitespaceLine[],
  { names, width }: Columns,
  pitch: number,
): Layer[] => [
  layers.texts(
    lines.map(({ name }, row) => ({
      x: 0,
      y: head + (row + 0.5) * pitch,
      text: ellipsize(name, names + 1, labelSize),
    })),
    { baseline: 'middle' },
  ),
  layers.segments(
    lines.map((_, row) => ({ x: 0, y: head + (row + 1) * pitch, x2: width, y2: head + (row + 1) * pitch })),
    { color: colours.rule, strokeWidth: 0.5 },
  ),
];

const cellLayers = (
  layers: Layers,
  lines: readonly WhitespaceLine[],
  columns: Columns,
  amounts: AmountLabels,
  pitch: number,
): Layer[] => {
  const cells = lines.flatMap(({ cells: own }, row) =>
    columns.units.flatMap((unit, index) => {
      const cell = own.get(unit);
      const at = { x: unitAt(columns, index) + glyphSide / 2, y: head + (row + 0.5) * pitch };
      return cell === undefined ? [] : [{ ...at, ...cell, glyph: stateGlyphs[cell.state] }];
    }),
  );
  return [
    ...glyphLayers(layers, cells),
    layers.texts(
      cells.map(({ x, y, potential }) => ({ x: x + glyphSide, y, text: textOf(amounts, potential) })),
      { baseline: 'middle' },
    ),
  ];
};

/** Potential is no revenue yet: pale. */
const totalLayers = (
  layers: Layers,
  lines: readonly WhitespaceLine[],
  { total }: Columns,
  amounts: AmountLabels,
  pitch: number,
): Layer[] => {
  const largest = Math.max(0, ...lines.map(({ potential }) => potential ?? 0));
  const bars = lines.flatMap(({ potential }, row) =>
    potential === undefined || largest === 0
      ? []
      : [{ end: total + (potential / largest) * barRoom, y: head + (row + 0.5) * pitch, potential }],
  );
  const half = pitch / 3;
  return [
    layers.rectangles(
      bars.map(({ end, y }) => ({ x: total, x2: end, y: y - half, y2: y + half })),
      parts.second,
    ),
    layers.texts(
      bars.map(({ end, y, potential }) => ({ x: end + 5, y, text: amounts.text(potential) })),
      { baseline: 'middle', weight: 600 },
    ),
  ];
};

const notesOf = ({ locale }: ChartInput, units: number, lines: number): string =>
  [
    ...(lines > 0 ? [locale.t('charts.whitespace.moreLines', { count: lines })] : []),
    ...(units > 0 ? [locale.t('charts.whitespace.moreUnits', { count: units })] : []),
  ].join('; ');

const alternative = (
  { locale, names, account = '' }: ChartInput,
  lines: readonly WhitespaceLine[],
  amounts: AmountLabels,
): string => {
  const cells = lines.flatMap(line => [...line.cells.values()]);
  const counted = (state: CellState): string =>
    `${locale.term('whitespace', state)}: ${cells.filter(cell => cell.state === state).length}`;
  const best = mostPotential(lines).filter(({ potential }) => potential !== undefined);
  return [
    locale.t('charts.whitespace.alternative', {
      account: names.account(account),
      lines: lines.length,
      units: new Set(lines.flatMap(line => [...line.cells.keys()])).size,
      states: cellStates
        .filter(state => cells.some(cell => cell.state === state))
        .map(counted)
        .join('; '),
    }),
    ...(best.length === 0
      ? []
      : [
          locale.t('charts.whitespace.potentials', {
            unit: amounts.unit,
            values: best.map(line => `${line.name} ${textOf(amounts, line.potential)}`).join('; '),
          }),
        ]),
  ].join(' ');
};
