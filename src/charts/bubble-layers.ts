import { fills, type Look, type Mark, tones } from './bubble-marks.ts';
import { headOf, ringRadius } from './bubbles.ts';
import type { Layer, Point } from './layers.ts';
import { type Matrix, noteHeight, spanData } from './matrix.ts';
import { colours } from './theme.ts';

/** Bubbles and arrows over the ground of the matrix, and what stands below it. */
export const bubbleLayers = (
  ground: Matrix,
  marks: readonly Mark[],
  { small, focused }: Look,
  notes: readonly string[],
): Layer[] => [
  ...arrowLayers(
    ground,
    marks.filter(mark => !small || mark.position.account === focused),
  ),
  ...discLayers(ground, marks),
  ...(small ? [...ringLayers(ground, marks), ...hiddenMoves(ground, marks)] : []),
  ...noteLayers(ground, notes, small),
];

const arrowLayers = (ground: Matrix, marks: readonly Mark[]): Layer[] =>
  tones.flatMap(tone => {
    const drawn = marks.filter(mark => mark.tone === tone && mark.arrow !== undefined);
    const arrows = drawn.flatMap(({ arrow }) => arrow ?? []);
    const rings = drawn.flatMap(({ bubble }) => bubble.before ?? []);
    if (arrows.length === 0) return [];
    const color = tone === 'quiet' ? colours.ink3 : fills[tone];
    return [
      ground.layers.segments(
        arrows.flatMap(arrow => [arrow, ...headOf(arrow)]).map(span => spanData(ground, span)),
        { color, strokeWidth: tone === 'look' ? 1.1 : 0.75 },
      ),
      ground.layers.discs(
        rings.map(ring => ({ ...ground.data(ring), size: Math.PI * ringRadius ** 2 })),
        { fill: colours.paper, stroke: color, strokeWidth: 0.9 },
      ),
    ];
  });

const discLayers = ({ layers, data }: Matrix, marks: readonly Mark[]): Layer[] =>
  tones.flatMap(tone =>
    [true, false].flatMap(known => {
      const discs = marks.filter(
        mark => mark.tone === tone && (mark.position.revenue !== undefined) === known,
      );
      if (discs.length === 0) return [];
      const style = known
        ? { fill: fills[tone], stroke: colours.paper, strokeWidth: 0.9 }
        : { fill: colours.paper, stroke: fills[tone], strokeWidth: 1 };
      return [
        layers.discs(
          discs.map(({ bubble, position }) => ({
            ...data(bubble),
            size: Math.PI * bubble.radius ** 2,
            of: position.of,
          })),
          style,
        ),
      ];
    }),
  );

/** A ring around the account of the document: its colour is none in grey print. */
const ringLayers = ({ layers, data }: Matrix, marks: readonly Mark[]): Layer[] => {
  const own = marks.filter(({ tone }) => tone === 'look');
  return own.length === 0
    ? []
    : [
        layers.discs(
          own.map(({ bubble }) => ({ ...data(bubble), size: Math.PI * (bubble.radius + 3) ** 2 })),
          { fill: 'transparent', stroke: fills.look, strokeWidth: 1.2 },
        ),
      ];
};

/** A way too short for an arrow beside the disc is drawn upon it: a move towards a cut would not be seen at all. */
const hiddenMoves = (ground: Matrix, marks: readonly Mark[]): Layer[] => {
  const moved = marks.flatMap(({ tone, arrow, bubble, bubble: { before } }) =>
    tone === 'look' && arrow === undefined && before !== undefined && wayOf(bubble, before) >= leastWay
      ? [{ bubble, before }]
      : [],
  );
  if (moved.length === 0) return [];
  return [
    ground.layers.segments(
      moved.map(({ bubble, before }) =>
        spanData(ground, { x: before.x, y: before.y, x2: bubble.x, y2: bubble.y }),
      ),
      { color: colours.paper, strokeWidth: 1.2 },
    ),
    ground.layers.discs(
      moved.map(({ before }) => ({ ...ground.data(before), size: Math.PI * ringRadius ** 2 })),
      { fill: colours.paper, stroke: fills.look, strokeWidth: 0.9 },
    ),
  ];
};

/** Pixels below which a move is none that one could see. */
const leastWay = 2.5;
const wayOf = (to: Point, from: Point): number => Math.hypot(to.x - from.x, to.y - from.y);

/** @param small whether they stand at the right, below the title of the axis */
const noteLayers = (
  { layers, data, plot, margins }: Matrix,
  notes: readonly string[],
  small: boolean,
): Layer[] =>
  notes.length === 0
    ? []
    : [
        layers.texts(
          notes.map((text, line) => ({
            ...data({
              x: small ? plot.width : -margins.left,
              y: plot.height + margins.bottom - 4 - noteHeight * (notes.length - 1 - line),
            }),
            text,
          })),
          { align: small ? 'right' : 'left', color: colours.ink2 },
        ),
      ];
