import { placesAround } from './bubble-labels.ts';
import { arrowOf, type Bubble, headOf, radiusOf, ringRadius } from './bubbles.ts';
import type { ChartInput } from './chart.ts';
import { centred } from './curve-labels.ts';
import type { Position } from './kaism-positions.ts';
import { type Obstacles, placeLabels } from './label-placement.ts';
import type { Label, Layer, Point, Span } from './layers.ts';
import type { Matrix } from './matrix.ts';
import { ellipsize, type Weight } from './text-width.ts';
import { colours, labelSize } from './theme.ts';

interface View {
  readonly small: boolean;
  /** The account of the document; undefined where all accounts are equal. */
  readonly focused: string | undefined;
}

/** One account as it is drawn. */
interface Mark {
  readonly position: Position;
  readonly bubble: Bubble;
  readonly arrow: Span | undefined;
  readonly tone: Tone;
}

type Tone = 'quiet' | 'key' | 'look';
const fills: Readonly<Record<Tone, string>> = { quiet: colours.py, key: colours.ink, look: colours.accent };
const inks: Readonly<Record<Tone, string>> = { quiet: colours.ink2, key: colours.ink, look: colours.accent };
const tones: readonly Tone[] = ['quiet', 'key', 'look'];

/** More names than this can't be read; the smallest accounts go without, and the chart says how many. */
const mostLabels = 40;
const longestName = 120;

/** Bubbles, arrows and names over the ground of the matrix. */
export const bubbleLayers = (
  input: ChartInput,
  ground: Matrix,
  positions: readonly Position[],
  view: View,
): Layer[] => {
  const marks = marksOf(ground, positions, view);
  const named = namedMarks(marks, view);
  const shown = marks.filter(mark => !view.small || mark.position.account === view.focused);
  return [
    ...arrowLayers(ground, shown),
    ...discLayers(ground, marks),
    ...nameLayers(input, ground, marks, named),
    ...noteLayers(input, ground, positions, view.small ? 0 : marks.length - named.length, view),
  ];
};

/** Radius of the account with most revenue, in pixels. */
export const largestRadius = (
  { width, height }: { readonly width: number; readonly height: number },
  small: boolean,
): number => Math.min(width, height) * (small ? 0.065 : 0.055);

const marksOf = ({ x, y, plot }: Matrix, positions: readonly Position[], view: View): Mark[] => {
  const largest = Math.max(0, ...positions.map(({ revenue }) => revenue ?? 0));
  const radius = largestRadius(plot, view.small);
  return positions.map(position => {
    const bubble: Bubble = {
      x: x.at(position.now.strength),
      y: y.at(position.now.attractiveness),
      radius: radiusOf(position.revenue ?? 0, largest, radius),
      ...(position.before === undefined
        ? {}
        : { before: { x: x.at(position.before.strength), y: y.at(position.before.attractiveness) } }),
    };
    return { position, bubble, arrow: arrowOf(bubble), tone: toneOf(position, view) };
  });
};

const toneOf = ({ account, key, moved }: Position, { small, focused }: View): Tone => {
  if (small) return account === focused ? 'look' : 'quiet';
  if (moved) return 'look';
  return key ? 'key' : 'quiet';
};

const namedMarks = (marks: readonly Mark[], { small, focused }: View): readonly Mark[] => {
  if (small) return marks.filter(({ position }) => position.account === focused);
  const weightOf = ({ tone }: Mark): number => tones.indexOf(tone === 'quiet' ? 'quiet' : 'look');
  return [...marks].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, mostLabels);
};

const spanData = ({ data }: Matrix, { x, y, x2, y2 }: Span): Span => {
  const end = data({ x: x2, y: y2 });
  return { ...data({ x, y }), x2: end.x, y2: end.y };
};

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

const weightOf = (tone: Tone): Weight => (tone === 'quiet' ? 400 : 600);

const nameLayers = (
  { names }: ChartInput,
  ground: Matrix,
  marks: readonly Mark[],
  named: readonly Mark[],
): Layer[] => {
  const texts = named.map(({ position, tone }) =>
    ellipsize(names.shortAccount(position.account), longestName, labelSize, weightOf(tone)).concat(
      position.ownScored ? '\u00a0*' : '',
    ),
  );
  const placed = placeLabels(
    named.map(({ bubble, tone }, index) => placesAround(bubble, texts[index] ?? '', weightOf(tone))),
    obstaclesOf(ground, marks),
  );
  const leaders = placed.flatMap(({ leader }) => (leader === undefined ? [] : [spanData(ground, leader)]));
  return [
    ...(leaders.length === 0
      ? []
      : [ground.layers.segments(leaders, { color: colours.ink3, strokeWidth: 0.5 })]),
    ...tones.flatMap(tone => {
      const labels = placed.flatMap((place, index): Label[] => {
        const label = centred(place, texts[index] ?? '');
        return named[index]?.tone === tone ? [{ ...ground.data(label), text: label.text }] : [];
      });
      if (labels.length === 0) return [];
      return [
        ground.layers.texts(labels, {
          align: 'center',
          baseline: 'middle',
          color: inks[tone],
          weight: weightOf(tone),
        }),
      ];
    }),
  ];
};

/** What names keep clear of: bubbles, arrows with their rings, cut lines and quadrant names. */
const obstaclesOf = (ground: Matrix, marks: readonly Pick<Mark, 'bubble' | 'arrow'>[]): Obstacles => ({
  circles: marks.flatMap(({ bubble, arrow }) => [
    bubble,
    ...(arrow === undefined || bubble.before === undefined
      ? []
      : [{ ...bubble.before, radius: ringRadius + 1 }]),
  ]),
  segments: [...marks.flatMap(({ arrow }) => arrow ?? []), ...cutSegments(ground)],
  boxes: ground.nameBoxes,
  bounds: { x: 3, y: 3, width: ground.plot.width - 6, height: ground.plot.height - 6 },
});

const cutSegments = ({ cuts, plot }: Matrix): Span[] => [
  { x: 0, y: cuts.y, x2: plot.width, y2: cuts.y },
  { x: cuts.x, y: 0, x2: cuts.x, y2: plot.height },
];

const noteLayers = (
  { locale }: ChartInput,
  { layers, data, plot, margins }: Matrix,
  positions: readonly Position[],
  unnamed: number,
  { small }: View,
): Layer[] => {
  if (small) return [];
  const notes = [
    ...(positions.some(({ ownScored }) => ownScored) ? [locale.t('charts.kaism.ownScored')] : []),
    ...(unnamed > 0 ? [locale.t('charts.kaism.unlabelled', { count: unnamed })] : []),
  ];
  if (notes.length === 0) return [];
  const corner: Point = data({ x: -margins.left, y: plot.height + 26 });
  return [layers.texts([{ ...corner, text: notes.join('; ') }], { color: colours.ink2 })];
};
