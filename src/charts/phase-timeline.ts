import { z } from 'zod';
import type { PeriodId } from '../model/period.ts';
import { programmePhases as phases } from '../model/phase.ts';
import type { Chart, ChartInput } from './chart.ts';
import { type Key, keyLine, keyRoom } from './key-line.ts';
import { type Layer, picture, type Span } from './layers.ts';
import { periodAxis } from './period-axis.ts';
import { codeIn, flagIn, nothingToDraw, numberIn, rowsOf } from './read.ts';
import { type RowGround, rowGround } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { colours, parts } from './theme.ts';

const optionsSchema = z
  .strictObject({ pitch: pitchFrom(24).default(34).describe('Height of a row in CSS pixels') })
  .prefault({});

const series = 'programme.phase.history';
const precision = 2;
/** Share of a row that a fit of 1 takes; the value stands above its bar. */
const fullBar = 0.58;

interface Quarter {
  /** Its row in the series. */
  readonly of: number;
  readonly period: PeriodId;
  /** Code of the phase, or "indeterminate". */
  readonly phase: string;
  readonly recurs: boolean;
  /** Fit by phase, 0–1. */
  readonly fits: ReadonlyMap<string, number>;
  readonly best: number;
}

interface Bar {
  readonly row: number;
  readonly column: number;
  readonly fit: number;
  readonly quarter: Quarter;
  readonly leads: boolean;
}

/** The fit of the five phases in each quarter: dark the phase of the quarter, lighter the best one where none is clear. */
export const phaseTimeline: Chart<z.infer<typeof optionsSchema>> = {
  name: 'phase-timeline',
  options: optionsSchema,
  draw(input, { pitch }) {
    const { locale } = input;
    const quarters = quartersOf(input);
    const last = quarters.at(-1);
    if (last === undefined) return nothingToDraw;
    const key = keyOf(input, quarters);
    const ground = rowGround({
      width: input.width,
      names: phases.map(phase => ({ text: locale.term('phase', phase), strong: phase === last.phase })),
      pitch,
      top: keyRoom(key, input.width),
      bottom: 28,
      right: 1,
      domain: [0, quarters.length],
    });
    return {
      series,
      alternative: alternativeOf(input, quarters),
      spec: picture(ground.plot, ground.margins, [
        ...keyLine(ground, key, input.width),
        ...ground.names,
        ...barLayers(ground, barsOf(quarters)),
        ...valueLayers(input, ground, barsOf(quarters), quarters.length),
        ...periodAxis(
          locale,
          quarters.map(({ period }) => period),
          { layers: ground.layers, pitch: ground.x.at(1), below: ground.y.value(ground.plot.height + 13) },
        ),
      ]),
    };
  },
};

const quartersOf = (input: ChartInput): Quarter[] =>
  rowsOf(input, series).flatMap((row, of) => {
    const fits = new Map(
      phases.flatMap(phase => {
        const fit = numberIn(row, phase);
        return fit === undefined ? [] : [[phase, fit] as const];
      }),
    );
    // An audience may see fits and not what they come to.
    if (fits.size === 0 || codeIn(row, 'phase') === '') return [];
    return [
      {
        of,
        period: codeIn(row, 'period'),
        phase: codeIn(row, 'phase'),
        recurs: flagIn(row, 'recurs'),
        fits,
        best: Math.max(...fits.values()),
      },
    ];
  });

const isOpen = ({ phase }: Quarter): boolean => !phases.some(one => one === phase);

const keyOf = (input: ChartInput, quarters: readonly Quarter[]): Key => {
  const text = (name: string): string => input.locale.t(`charts.phase-timeline.${name}`);
  return {
    title: text('unit'),
    items: [
      { symbol: 'solid', text: text('clear') },
      ...(quarters.some(isOpen) ? [{ symbol: 'light' as const, text: text('open') }] : []),
      { symbol: 'pale', text: text('others') },
      ...(quarters.some(({ recurs }) => recurs) ? [{ symbol: 'solid' as const, text: text('recurs') }] : []),
    ],
  };
};

const barsOf = (quarters: readonly Quarter[]): readonly Bar[] =>
  quarters.flatMap((quarter, column) =>
    phases.flatMap((phase, row) => {
      const fit = quarter.fits.get(phase);
      if (fit === undefined) return [];
      const leads = isOpen(quarter) ? fit === quarter.best : phase === quarter.phase;
      return [{ row, column, fit, quarter, leads }];
    }),
  );

const box = ({ row, column, fit, quarter }: Bar): Span => ({
  of: quarter.of,
  x: column + 0.2,
  x2: column + 0.8,
  y: row + 0.94 - fit * fullBar,
  y2: row + 0.94,
});

const barLayers = ({ layers, x }: RowGround, bars: readonly Bar[]): Layer[] => {
  const open = bars.filter(({ leads, quarter }) => leads && isOpen(quarter)).map(box);
  return [
    layers.rectangles(bars.filter(({ leads }) => !leads).map(box), parts.third),
    layers.rectangles(bars.filter(({ leads, quarter }) => leads && !isOpen(quarter)).map(box), parts.first),
    ...(open.length === 0 ? [] : [layers.rectangles(open, parts.second)]),
    layers.segments(phases.map((_, row) => ({ x: 0, x2: x.domain[1], y: row + 0.94, y2: row + 0.94 }))),
  ];
};

/** The value of each leading phase, and of all phases in the last quarter. */
const valueLayers = (
  { locale }: ChartInput,
  { layers }: RowGround,
  bars: readonly Bar[],
  count: number,
): Layer[] =>
  [true, false].map(strong =>
    layers.texts(
      bars
        .filter(({ leads, column }) => (strong ? leads : !leads && column === count - 1))
        .map(bar => ({
          x: bar.column + 0.5,
          y: box(bar).y,
          text: `${locale.number(bar.fit, { precision })}${strong && bar.quarter.recurs ? '*' : ''}`,
        })),
      { align: 'center', dy: -3, weight: strong ? 600 : 400, color: strong ? colours.ink : colours.ink2 },
    ),
  );

const alternativeOf = ({ locale }: ChartInput, quarters: readonly Quarter[]): string =>
  locale.t('charts.phase-timeline.alternative', {
    count: quarters.length,
    values: quarters
      .map(({ period, phase, best, recurs }) =>
        locale.t('charts.phase-timeline.quarter', {
          period: locale.period(period),
          phase: locale.term('phase', phase),
          fit: locale.number(best, { precision }),
          recurs: recurs ? 'yes' : 'no',
        }),
      )
      .join('; '),
  });
