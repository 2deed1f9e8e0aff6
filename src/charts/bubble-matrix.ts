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
    named: z
      .enum(['all', 'key'])
      .default('all')
      .describe('key: for a low picture, only key accounts and those that change quadrant are named'),
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
  /** Lines below the picture, for the accounts named in it. */
  notes(named: ReadonlySet<string>): readonly string[];
  /** The lines below a small one. */
  readonly smallNotes?: readonly string[];
  /** What lies between the ground and the bubbles, with the lines that names keep clear of. */
  ground?(ground: Matrix): { readonly layers: readonly Layer[]; readonly lines: readonly Span[] };
  /** @param focused the account of the document, where the picture is about it */
  alternative(focused: string | undefined): string;
}

/** Accounts between two axes: area is revenue, arrows lead from the quarter before, names stand clear of each other. */
export const drawBubbles = (
  input: ChartInput,
  { height, focus, named }: BubbleOptions,
  own: BubbleMatrix,
): Drawn => {
  const small = focus === 'account';
  const focused = small ? input.account : undefined;
  const { positions } = own;
  const notesBelow = (of: readonly string[]): readonly string[] =>
    small ? (own.smallNotes ?? []) : own.notes(new Set(of));
  if (positions.length === 0) return nothingToDraw;
  if (small && !positions.some(({ account }) => account === focused)) return nothingToDraw;
  const size = { width: input.width, height: height ?? Math.round(input.width * (small ? 1 : 0.79)) };
  const bubble = largestRadius(size, small);
  const isNamed = ({ key, moved }: Position): boolean => named === 'all' || key || moved;
  const wanted = positions.filter(isNamed);
  /** @param lines how many lines of notes have room below the picture */
  const drawn = (lines: number) => {
    const ground = matrix({
      ...size,
      horizontal: own.horizontal({ length: size.width, free: bubble + (small ? 4 : 26) }),
      vertical: own.vertical(
        small
          ? { length: smallPlotHeight(size.height, lines), free: bubble + 13 }
          : { length: size.height, free: bubble + 16 },
      ),
      names: own.names,
      small,
      notes: lines,
    });
    const between = own.ground?.(ground);
    const marks = marksOf(ground, positions, { small, focused });
    const room = { most: namesIn(size), lines: between?.lines ?? [], isNamed };
    const names = placeNames(input, ground, marks, { small, focused }, room);
    const nameless = small ? 0 : wanted.length - names.length;
    const notes = [
      ...(nameless === 0 ? [] : [input.locale.t('charts.bubbles.unlabelled', { count: nameless })]),
      ...notesBelow(names.map(({ account }) => account)),
    ];
    return { lines, ground, between, marks, names, notes };
  };
  const mostNotes = notesBelow(positions.map(({ account }) => account)).length;
  // With more accounts than names there is a line that counts them for certain.
  const isCertain = !small && wanted.length > namesIn(size);
  const first = drawn(mostNotes + (isCertain ? 1 : 0));
  const again = first.notes.length === first.lines ? first : drawn(first.notes.length);
  const { ground, between, marks, names, notes } =
    again.notes.length > again.lines ? drawn(mostNotes + 1) : again;
  return {
    series: own.series,
    alternative: own.alternative(focused),
    spec: picture(ground.plot, ground.margins, [
      ...ground.frame,
      ...(between?.layers ?? []),
      ...bubbleLayers(ground, marks, { small, focused }, notes),
      ...nameLayers(ground, names),
    ]),
  };
};
