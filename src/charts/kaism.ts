import { z } from 'zod';
import type { Scoring } from '../model/scoring.ts';
import type { Chart, ChartInput } from './chart.ts';
import { kaismAlternative } from './kaism-alternative.ts';
import { bubbleLayers, largestRadius } from './kaism-bubbles.ts';
import { type Position, positionsOf } from './kaism-positions.ts';
import { picture } from './layers.ts';
import { type MatrixAxis, matrix } from './matrix.ts';
import { nothingToDraw, rowsOf } from './read.ts';
import { ticks } from './scale.ts';

const optionsSchema = z
  .strictObject({
    height: z
      .number()
      .min(120)
      .optional()
      .describe('Height in CSS pixels; four fifths of the width by default'),
    focus: z
      .enum(['account'])
      .optional()
      .describe('account: a small matrix in which only the account of the document is named'),
  })
  .prefault({});

const series = 'portfolio.kaism';

/** Account attractiveness against relative strength; area is revenue, arrows lead from the quarter before. */
export const kaism: Chart<z.infer<typeof optionsSchema>> = {
  name: 'kaism',
  options: optionsSchema,
  draw(input, { height, focus }) {
    const positions = positionsOf(rowsOf(input, series));
    const focused = focus === 'account' ? input.account : undefined;
    if (positions.length === 0) return nothingToDraw;
    if (focus === 'account' && !positions.some(({ account }) => account === focused)) return nothingToDraw;
    const small = focus === 'account';
    const scoring = input.analysis.scope.workspace.program.scoring;
    const size = { width: input.width, height: height ?? Math.round(input.width * (small ? 1 : 0.79)) };
    const bubble = largestRadius(size, small);
    const ground = matrix({
      ...size,
      horizontal: axis(
        input,
        positions,
        'strength',
        { length: size.width, free: bubble + (small ? 4 : 26) },
        scoring,
      ),
      vertical: axis(input, positions, 'attractiveness', { length: size.height, free: bubble + 16 }, scoring),
      names: {
        topLeft: quadrant(input, 'development'),
        topRight: quadrant(input, 'key'),
        bottomLeft: quadrant(input, 'opportunistic'),
        bottomRight: quadrant(input, 'maintenance'),
      },
      small,
    });
    return {
      series,
      alternative: kaismAlternative(input, positions, focused),
      spec: picture(ground.plot, ground.margins, [
        ...ground.frame,
        ...bubbleLayers(input, ground, positions, { small, focused }),
      ]),
    };
  },
};

const quadrant = ({ locale }: ChartInput, code: string): string => locale.term('kaism', code);

/** Pixels that an axis has, and how many of them stay free at both ends for the largest bubble and the quadrant names. */
interface Room {
  readonly length: number;
  readonly free: number;
}

const axis = (
  { locale }: ChartInput,
  positions: readonly Position[],
  which: 'attractiveness' | 'strength',
  { length, free }: Room,
  scoring: Scoring | undefined,
): MatrixAxis => {
  const { min, max } = scoring?.scale ?? { min: 1, max: 10 };
  const cut = scoring?.kaism[which] ?? (min + max) / 2;
  const values = [cut, ...positions.flatMap(({ now, before }) => [now[which], before?.[which] ?? cut])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // Few accounts close together must not look far apart: the axis shows at least a third of the scale.
  const span = Math.max(high - low, (max - min) / 3);
  const room = (span * free) / (length - 2 * free);
  // The quadrant names need a good quarter of the picture on either side of the cut.
  const least = (span + 2 * room) * 0.28;
  const domain: [number, number] = [Math.min(low - room, cut - least), Math.max(high + room, cut + least)];
  const decimals = max - min > 20 ? 0 : 1;
  return {
    domain,
    cut,
    title: locale.t(`charts.kaism.${which}`, {
      low: locale.number(min, { precision: 0 }),
      high: locale.number(max, { precision: 0 }),
    }),
    ticks: ticks(Math.max(min, domain[0]), Math.min(max, domain[1]), 8),
    text: value => locale.number(value, { precision: Number.isInteger(value) ? 0 : decimals }),
  };
};
