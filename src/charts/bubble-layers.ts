import { placesAround } from './bubble-labels.ts';
import type { Position } from './bubble-positions.ts';
import { arrowOf, type Bubble, headOf, radiusOf, ringRadius } from './bubbles.ts';
import type { ChartInput } from './chart.ts';
import { centred } from './curve-labels.ts';
import { type Candidate, hasRoom, type Obstacles, placeLabels } from './label-placement.ts';
import type { Label, Layer, Span } from './layers.ts';
import { type Matrix, noteHeight } from './matrix.ts';
import { ellipsize, type Weight } from './text-width.ts';
import { colours, labelSize } from './theme.ts';

export interface View {
  readonly small: boolean;
  /** How many names there is room for. */
  readonly names: number;
  /** The account of the document; undefined where all accounts are equal. */
  readonly focused: string | undefined;
  /** Lines below the picture, after the number of accounts that go without a name. */
  readonly notes: readonly string[];
  /** Other lines of the picture that names keep clear of, in pixels of the plot. */
  readonly lines?: readonly Span[];
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
const mostNames = 40;
/** Pixels of the picture that a name wants, so that it stands clear of the others. */
const roomOfName = 4700;
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
    ...nameLayers(input, ground, marks, named, view),
    ...noteLayers(ground, view),
  ];
};

/** What stands below the picture: how many accounts go without a name, and what the chart has to add. */
export const notesOf = (
  { locale }: ChartInput,
  positions: readonly Position[],
  names: number,
  more: readonly string[],
): string[] => [
  ...(positions.length > names
    ? [locale.t('charts.bubbles.unlabelled', { count: positions.length - names })]
    : []),
  ...more,
];

/** How many names a picture has room for. */
export const namesIn = ({ width, height }: { readonly width: number; readonly height: number }): number =>
  Math.min(mostNames, Math.floor((width * height) / roomOfName));

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
      x: x.at(position.now.x),
      y: y.at(position.now.y),
      radius: radiusOf(position.revenue ?? 0, largest, radius),
      ...(position.before === undefined
        ? {}
        : { before: { x: x.at(position.before.x), y: y.at(position.before.y) } }),
    };
    return { position, bubble, arrow: arrowOf(bubble), tone: toneOf(position, view) };
  });
};

const toneOf = ({ account, key, moved }: Position, { small, focused }: View): Tone => {
  if (small) return account === focused ? 'look' : 'quiet';
  if (moved) return 'look';
  return key ? 'key' : 'quiet';
};

const namedMarks = (marks: readonly Mark[], { small, focused, names }: View): readonly Mark[] => {
  if (small) return marks.filter(({ position }) => position.account === focused);
  const weightOf = ({ tone }: Mark): number => tones.indexOf(tone === 'quiet' ? 'quiet' : 'look');
  return [...marks].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, names);
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

/** Widths that a name may take, in pixels: shorter where a longer one would cover something wherever it stood. */
const nameWidths = [longestName, 0.75 * longestName, 0.5 * longestName];

const nameWithRoom = (
  name: string,
  sign: string,
  obstacles: Obstacles,
  around: (text: string) => readonly Candidate[],
  weight: Weight,
): { readonly text: string; readonly places: readonly Candidate[]; readonly clear: boolean } => {
  const texts = nameWidths.map(width =>
    ellipsize(name, width, labelSize, weight).concat(sign === '' ? '' : `\u00a0${sign}`),
  );
  const labels = texts.map(text => {
    const places = around(text);
    return { text, places, clear: hasRoom(places, obstacles) };
  });
  const [first] = labels;
  if (first === undefined) throw new Error('A name has a width');
  return labels.find(({ clear }) => clear) ?? first;
};

const nameLayers = (
  { names }: ChartInput,
  ground: Matrix,
  marks: readonly Mark[],
  named: readonly Mark[],
  { small, lines = [] }: View,
): Layer[] => {
  const obstacles = obstaclesOf(ground, marks, lines);
  const labelled = named
    .map(({ position, tone, bubble }) => ({
      tone,
      ...nameWithRoom(
        names.shortAccount(position.account),
        position.sign,
        obstacles,
        text => placesAround(bubble, text, weightOf(tone)),
        weightOf(tone),
      ),
    }))
    // A small picture is about one account, which its colour tells; its name would rather be missing than in the way.
    .filter(({ clear }) => clear || !small);
  const texts = labelled.map(({ text }) => text);
  const placed = placeLabels(
    labelled.map(({ places }) => places),
    obstacles,
  );
  const leaders = placed.flatMap(({ leader }) => (leader === undefined ? [] : [spanData(ground, leader)]));
  return [
    ...(leaders.length === 0
      ? []
      : [ground.layers.segments(leaders, { color: colours.ink3, strokeWidth: 0.5 })]),
    ...tones.flatMap(tone => {
      const labels = placed.flatMap((place, index): Label[] => {
        const label = centred(place, texts[index] ?? '');
        return labelled[index]?.tone === tone ? [{ ...ground.data(label), text: label.text }] : [];
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
const obstaclesOf = (
  ground: Matrix,
  marks: readonly Pick<Mark, 'bubble' | 'arrow'>[],
  lines: readonly Span[],
): Obstacles => ({
  circles: marks.flatMap(({ bubble, arrow }) => [
    bubble,
    ...(arrow === undefined || bubble.before === undefined
      ? []
      : [{ ...bubble.before, radius: ringRadius + 1 }]),
  ]),
  segments: [...marks.flatMap(({ arrow }) => arrow ?? []), ...cutSegments(ground), ...lines],
  boxes: ground.nameBoxes,
  bounds: { x: 3, y: 3, width: ground.plot.width - 6, height: ground.plot.height - 6 },
});

const cutSegments = ({ cuts, plot }: Matrix): Span[] => [
  { x: 0, y: cuts.y, x2: plot.width, y2: cuts.y },
  { x: cuts.x, y: 0, x2: cuts.x, y2: plot.height },
];

const noteLayers = ({ layers, data, plot, margins }: Matrix, { small, notes }: View): Layer[] =>
  small || notes.length === 0
    ? []
    : [
        layers.texts(
          notes.map((text, line) => ({
            ...data({
              x: -margins.left,
              y: plot.height + margins.bottom - 4 - noteHeight * (notes.length - 1 - line),
            }),
            text,
          })),
          { color: colours.ink2 },
        ),
      ];
