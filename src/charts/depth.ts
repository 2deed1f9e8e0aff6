import { z } from 'zod';
import { depthDimensions } from '../model/commitment.ts';
import type { PeriodId } from '../model/period.ts';
import type { Row } from '../model/series.ts';
import type { Chart } from './chart.ts';
import { type Layer, type Layers, layersOver, picture, type Span } from './layers.ts';
import { periodAxis } from './period-axis.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf } from './read.ts';
import { roomFor } from './row-ground.ts';
import { linear } from './scale.ts';
import { heightFrom } from './sizes.ts';
import { ellipsize } from './text-width.ts';
import { colours, cutLine, labelSize, scenario } from './theme.ts';

const optionsSchema = z
  .strictObject({ height: heightFrom(80).default(110).describe('Height in CSS pixels') })
  .prefault({});

const series = 'programme.commitment.trail';
const precision = 2;
const panelGap = 16;

/** Depth of the programme in its four dimensions by quarter, one small panel each on the same scale, with the declared cut. */
export const depth: Chart<z.infer<typeof optionsSchema>> = {
  name: 'depth',
  options: optionsSchema,
  draw(input, { height }) {
    const { locale, analysis } = input;
    const rows = rowsOf(input, series);
    const shown = depthDimensions.filter(dimension =>
      rows.some(row => numberIn(row, dimension) !== undefined),
    );
    if (shown.length === 0) return nothingToDraw;
    const { depthCut } = analysis.scope.workspace.program.commitment ?? { depthCut: 0.5 };
    const cutText = locale.t('charts.depth.cut', { value: locale.number(depthCut, { precision }) });
    const margins = { top: 20, right: roomFor([cutText]), bottom: 28, left: 0 };
    const plot = {
      width: input.width - margins.left - margins.right,
      height: height - margins.top - margins.bottom,
    };
    const width = (plot.width - panelGap * (depthDimensions.length - 1)) / depthDimensions.length;
    const pitch = width / rows.length;
    const x = linear([0, plot.width / pitch], [0, plot.width]);
    const y = linear([0, 1], [plot.height, 0]);
    const ground = { layers: layersOver(x, y), pitch, width };
    const value = (level: number | undefined): string =>
      level === undefined ? locale.t('interface.notAvailable') : locale.number(level, { precision });
    return {
      series,
      alternative: locale.t('charts.depth.alternative', {
        values: shown
          .map(dimension => {
            const known = rows.flatMap(row => numberIn(row, dimension) ?? []);
            return `${locale.term('dimension', dimension)} ${value(known.at(-1))} (${value(known[0])})`;
          })
          .join('; '),
      }),
      spec: picture(plot, margins, [
        ...shown.flatMap((dimension, index) => {
          const from = index * (rows.length + panelGap / pitch);
          const title = `${locale.term('dimension', dimension)} ${value(numberIn(rows.at(-1) ?? {}, dimension))}`;
          return [
            ground.layers.texts(
              [{ x: from, y: y.value(8 - margins.top), text: ellipsize(title, width, labelSize, 600) }],
              {
                weight: 600,
              },
            ),
            ...panel(rows, dimension, { layers: ground.layers, from, cut: depthCut }),
            ...periodAxis(
              locale,
              rows.map((row): PeriodId => codeIn(row, 'period')),
              { layers: ground.layers, pitch, below: y.value(plot.height + 13), from },
            ),
          ];
        }),
        ground.layers.texts([{ x: plot.width / pitch, y: depthCut, text: cutText }], {
          baseline: 'middle',
          dx: 6,
          color: colours.ink2,
        }),
      ]),
    };
  },
};

interface Panel {
  readonly layers: Layers;
  /** Left edge. */
  readonly from: number;
  readonly cut: number;
}

const panel = (rows: readonly Row[], dimension: string, { layers, from, cut }: Panel): Layer[] => {
  const bars = (shown: readonly Row[], first: number): Span[] =>
    shown.flatMap((row, index) => {
      const [level, left] = [numberIn(row, dimension), from + first + index];
      return level === undefined
        ? []
        : [{ x: left + 1 / 6, x2: left + 5 / 6, y: 0, y2: level, of: first + index }];
    });
  const across = { x: from, x2: from + rows.length };
  return [
    layers.rectangles(bars(rows.slice(0, -1), 0), scenario.PY),
    layers.rectangles(bars(rows.slice(-1), rows.length - 1), scenario.AC),
    layers.segments([{ ...across, y: cut, y2: cut }], cutLine),
    layers.segments([{ ...across, y: 0, y2: 0 }]),
  ];
};
