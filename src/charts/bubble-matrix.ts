import { z } from 'zod';
import { bubbleLayers } from './bubble-layers.ts';
import { largestRadius, marksOf } from './bubble-marks.ts';
import { nameLayers, namesIn, placeNames } from './bubble-names.ts';
import type { Position } from './bubble-positions.ts';
import type { ChartInput, Drawn } from './chart.ts';
import { type Layer, picture, type Span } from './layers.ts';
import { type Matrix, type MatrixAxis, matrix, type QuadrantNames, smallPlotHeight } from './matrix.ts';
import type { Room } from './matrix-axis.ts';
import { nothingToDraw } from './read.ts';
import { heightFrom } from './sizes.ts';

export const bubbleOptions = z
  .strictObject({
    height: heightFrom(120).optional().describe('Height in CSS pixels; four fifths of the width by default'),
    focus: z
      .enum(['account'])
      .optional()
      .describe('account: a small matrix in which only the account of the document is named'),
  })
  .prefault({});
export type BubbleOptions = z.infer<typeof bubbleOptions>;

/** What one two-by-two of accounts has of its own. */
interface BubbleMatrix {
  readonly series: string;
  readonly positions: readonly Position[];
  readonly names: QuadrantNames;
  horizontal(room: Room): MatrixAxis;
  vertical(room: Room): MatrixAxis;
  /** Lines below the picture. */
  readonly notes: readonly string[];
  /** The same below a small one. */
  readonly smallNotes?: readonly string[];
  /** What lies between the ground and the bubbles, with the lines that names keep clear of. */
  ground?(ground: Matrix): { readonly layers: readonly Layer[]; readonly lines: readonly Span[] };
  /** @param focused the account of the document, where the picture is about it */
  alternative(focused: string | undefined): string;
}

/** Accounts between two axes: area is revenue, arrows lead from the quarter before, names stand clear of each other. */
export const drawBubbles = (
  input: ChartInput,
  { height, focus }: BubbleOptions,
  own: BubbleMatrix,
): Drawn => {
  const small = focus === 'account';
  const focused = small ? input.account : undefined;
  const { positions } = own;
  const notes = small ? (own.smallNotes ?? []) : own.notes;
  if (positions.length === 0) return nothingToDraw;
  if (small && !positions.some(({ account }) => account === focused)) return nothingToDraw;
  const size = { width: input.width, height: height ?? Math.round(input.width * (small ? 1 : 0.79)) };
  const bubble = largestRadius(size, small);
  /** @param missing whether a line says how many accounts go without a name */
  const drawn = (missing: boolean) => {
    const ground = matrix({
      ...size,
      horizontal: own.horizontal({ length: size.width, free: bubble + (small ? 4 : 26) }),
      vertical: own.vertical(
        small
          ? { length: smallPlotHeight(size.height, notes.length), free: bubble + 13 }
          : { length: size.height, free: bubble + 16 },
      ),
      names: own.names,
      small,
      notes: notes.length + (missing ? 1 : 0),
    });
    const between = own.ground?.(ground);
    const marks = marksOf(ground, positions, { small, focused });
    const room = { most: namesIn(size), lines: between?.lines ?? [] };
    const names = placeNames(input, ground, marks, { small, focused }, room);
    return { ground, between, marks, names, nameless: small ? 0 : positions.length - names.length };
  };
  // With more accounts than names there is such a line for certain.
  const isCertain = !small && positions.length > namesIn(size);
  const first = drawn(isCertain);
  const { ground, between, marks, names, nameless } = isCertain || first.nameless === 0 ? first : drawn(true);
  const unlabelled = nameless === 0 ? [] : [input.locale.t('charts.bubbles.unlabelled', { count: nameless })];
  return {
    series: own.series,
    alternative: own.alternative(focused),
    spec: picture(ground.plot, ground.margins, [
      ...ground.frame,
      ...(between?.layers ?? []),
      ...bubbleLayers(ground, marks, { small, focused }, [...unlabelled, ...notes]),
      ...nameLayers(ground, names),
    ]),
  };
};
