import { z } from 'zod';
import { amountLabels } from './amounts.ts';
import type { Chart, ChartInput } from './chart.ts';
import { type Layer, picture } from './layers.ts';
import { codeIn, currencyIn, emptySeries, numberIn, rowsOf } from './read.ts';
import { barHalf, baseline, type RowGround, roomFor, rowGround, unitTitle } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { textWidth } from './text-width.ts';
import { colours, labelSize, parts } from './theme.ts';

const optionsSchema = z
  .strictObject({ pitch: pitchFrom(14).default(20).describe('Height of a row in CSS pixels') })
  .prefault({});

const series = 'portfolio.whitespace';

const states = ['haveCells', 'openCells', 'lostCells', 'whiteCells'] as const;
type State = (typeof states)[number];

interface Line {
  readonly name: string;
  readonly cells: Readonly<Record<State, number>>;
  readonly potential: string;
}

/** How many cells of product line and business unit we supply, have offered, have lost and never offered, by product line. */
export const whitespaceLines: Chart<z.infer<typeof optionsSchema>> = {
  name: 'whitespace-lines',
  options: optionsSchema,
  draw(input, { pitch }) {
    const { locale } = input;
    const rows = rowsOf(input, series);
    const amounts = amountLabels(
      locale,
      rows.flatMap(row => numberIn(row, 'potential') ?? []),
      currencyIn(input, series, 'potential'),
    );
    const lines = rows.map((row): Line => {
      const potential = numberIn(row, 'potential');
      const cell = (state: State): number => numberIn(row, state) ?? 0;
      return {
        name: input.names.word(codeIn(row, 'productLine'), locale),
        cells: {
          haveCells: cell('haveCells'),
          openCells: cell('openCells'),
          lostCells: cell('lostCells'),
          whiteCells: cell('whiteCells'),
        },
        potential: potential === undefined ? locale.t('interface.notAvailable') : amounts.text(potential),
      };
    });
    const most = Math.max(
      0,
      ...lines.map(({ cells }) => states.reduce((sum, state) => sum + cells[state], 0)),
    );
    if (most === 0) return emptySeries(input, series, 'not-recorded');
    const ground = rowGround({
      width: input.width,
      names: lines.map(({ name }, of) => ({ text: name, of })),
      pitch,
      top: 30,
      bottom: 1,
      right: roomFor(
        [...lines.map(({ potential }) => potential), locale.t('charts.whitespace-lines.potential')],
        600,
      ),
      domain: [0, most],
    });
    const { layers, x, y, plot, margins } = ground;
    const end = x.value(plot.width + margins.right);
    return {
      series,
      alternative: locale.t('charts.whitespace-lines.alternative', {
        unit: amounts.unit,
        values: lines
          .map(({ name, cells, potential }) =>
            locale.t('charts.whitespace-lines.line', {
              line: name,
              have: cells.haveCells,
              white: cells.whiteCells,
              potential,
            }),
          )
          .join('; '),
      }),
      spec: picture(ground.plot, ground.margins, [
        unitTitle(ground, locale.t('charts.whitespace-lines.unit', { unit: amounts.unitInline })),
        ...ground.names,
        ...keyLayers(input, ground),
        ...barLayers(ground, lines),
        ...numberLayers(input, ground, lines),
        baseline(ground),
        layers.texts(
          [
            { x: end, y: y.value(-8), text: locale.t('charts.whitespace-lines.potential') },
            ...lines.map(({ potential }, row) => ({ x: end, y: row + 0.5, text: potential })),
          ],
          { align: 'right', baseline: 'middle', weight: 600 },
        ),
      ]),
    };
  },
};

const startOf = ({ cells }: Line, state: State): number =>
  states.slice(0, states.indexOf(state)).reduce((sum, before) => sum + cells[before], 0);

/** What was lost is an empty frame, so that it differs from what we have in grey print, too, and has room for its number. */
const outline = 1.25;
const styles = {
  haveCells: parts.first,
  openCells: parts.second,
  lostCells: { fill: colours.paper, stroke: colours.bad, strokeWidth: outline },
  whiteCells: parts.third,
} as const satisfies Readonly<Record<State, unknown>>;

interface Bar {
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly y2: number;
}

const barLayers = ({ layers }: RowGround, lines: readonly Line[]): Layer[] =>
  states.flatMap(state => {
    const bars = lines.flatMap((line, row): Bar[] => {
      const start = startOf(line, state);
      return line.cells[state] === 0
        ? []
        : [{ x: start, x2: start + line.cells[state], y: row + 0.5 - barHalf, y2: row + 0.5 + barHalf }];
    });
    return bars.length === 0 ? [] : [layers.rectangles(bars, styles[state])];
  });

/** The number stands in its bar where there is room for it. */
const numberLayers = ({ locale }: ChartInput, { layers, x }: RowGround, lines: readonly Line[]): Layer[] =>
  states.map(state =>
    layers.texts(
      lines.flatMap((line, row) => {
        const text = locale.number(line.cells[state], { precision: 0 });
        const width = x.at(line.cells[state]) - x.at(0);
        return line.cells[state] === 0 || width < textWidth(text, labelSize) + 4
          ? []
          : [{ x: startOf(line, state) + line.cells[state] / 2, y: row + 0.5, text }];
      }),
      {
        align: 'center',
        baseline: 'middle',
        color: numberColour(state),
      },
    ),
  );

const numberColour = (state: State): string =>
  state === 'haveCells' ? colours.paper : state === 'lostCells' ? colours.bad : colours.ink;

const keyLayers = (input: ChartInput, ground: RowGround): Layer[] => {
  const { layers, x, y } = ground;
  const words = states.map(state => input.locale.t(`charts.whitespace-lines.${state}`));
  const widths = words.map(word => textWidth(word, labelSize) + 26);
  const start = (index: number): number => widths.slice(0, index).reduce((sum, width) => sum + width, 0);
  return [
    ...states.map((state, index) =>
      layers.rectangles(
        [
          {
            x: x.value(start(index)),
            x2: x.value(start(index) + 10),
            y: y.value(-13),
            y2: y.value(-4),
          },
        ],
        styles[state],
      ),
    ),
    layers.texts(
      words.map((text, index) => ({ x: x.value(start(index) + 14), y: y.value(-5), text })),
      { color: colours.ink2 },
    ),
  ];
};
