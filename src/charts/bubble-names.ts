import { placesApart, placesAround } from './bubble-labels.ts';
import { inks, type Look, type Mark, type Tone, tones } from './bubble-marks.ts';
import type { Position } from './bubble-positions.ts';
import { ringRadius } from './bubbles.ts';
import type { ChartInput } from './chart.ts';
import { centred } from './curve-labels.ts';
import { type Box, type Circle, outside } from './geometry.ts';
import { type Candidate, coversNothing, hasRoom, type Obstacles, placeLabels } from './label-placement.ts';
import type { Label, Layer, Span } from './layers.ts';
import { type Matrix, spanData } from './matrix.ts';
import { ellipsize, type Weight } from './text-width.ts';
import { colours, labelSize } from './theme.ts';

/** A name beside its bubble. */
interface PlacedName {
  readonly account: string;
  readonly text: string;
  readonly tone: Tone;
  readonly place: Candidate;
}

/** More names than this can't be read; the smallest accounts go without, and the chart says how many. */
const mostNames = 40;
/** Pixels of the picture that a name wants, so that it stands clear of the others. */
const roomOfName = 4700;
const longestName = 120;

/** How many names a picture has room for. */
export const namesIn = ({ width, height }: { readonly width: number; readonly height: number }): number =>
  Math.min(mostNames, Math.floor((width * height) / roomOfName));

interface NameRoom {
  readonly most: number;
  readonly lines: readonly Span[];
  isNamed(position: Position): boolean;
}

/**
 * Names that stand clear of everything else. Only those of key accounts and of what moved may stand apart from their
 * bubble and be tied to it by a line: more lines than that are a thicket, and the others go without a name. So does one that
 * would cover another name or a bubble wherever it stood, the least important first.
 *
 * @param most how many names there is room for
 * @param lines other lines of the picture that names keep clear of, in pixels of the plot
 * @param isNamed whether an account is to have a name at all
 */
export const placeNames = (
  input: ChartInput,
  ground: Matrix,
  marks: readonly Mark[],
  look: Look,
  { most, lines, isNamed }: NameRoom,
): PlacedName[] => {
  const obstacles = obstaclesOf(ground, marks, lines, look.small ? besideNames : 0);
  const wanted = namedMarks(
    marks.filter(({ position }) => isNamed(position)),
    look,
    most,
  ).map(({ position, tone, bubble }) => ({
    account: position.account,
    tone,
    ...nameWithRoom(
      input.names.shortAccount(position.account),
      position.sign,
      obstacles,
      text => {
        const places = placesAround(bubble, text, weightOf(tone));
        // A small picture names the one account that it is about, if need be at the end of a long line.
        if (look.small)
          return withinPicture([...places, ...placesApart(bubble, text, weightOf(tone), 3)], obstacles);
        return tone === 'quiet' ? places : inOwnQuadrant(places, bubble, ground);
      },
      weightOf(tone),
    ),
  }));
  const placed = (of: typeof wanted): (PlacedName & { readonly wish: (typeof wanted)[number] })[] =>
    placeLabels(
      of.map(({ places }) => places),
      obstacles,
    ).flatMap((place, index) => {
      const wish = of[index];
      return wish === undefined
        ? []
        : [{ wish, place, account: wish.account, text: wish.text, tone: wish.tone }];
    });
  const isTied = ({ tone, place }: PlacedName): boolean => tone === 'quiet' && place.leader !== undefined;
  const first = placed(wanted);
  const untied = first.filter(name => !isTied(name)).map(({ wish }) => wish);
  // The names that stay may stand better without the others.
  const names = untied.length === first.length ? first : placed(untied).filter(name => !isTied(name));
  const clear: PlacedName[] = [];
  for (const name of names) {
    const others = clear.map(({ place }) => place);
    if (look.small || coversNothing(name.place, others, obstacles)) clear.push(name);
  }
  return clear;
};

export const nameLayers = (ground: Matrix, names: readonly PlacedName[]): Layer[] => {
  const leaders = names.flatMap(({ place }) =>
    place.leader === undefined ? [] : [spanData(ground, place.leader)],
  );
  return [
    ...(leaders.length === 0
      ? []
      : [ground.layers.segments(leaders, { color: colours.ink3, strokeWidth: 0.5 })]),
    ...tones.flatMap(tone => {
      const labels = names.flatMap((name): Label[] => {
        const label = centred(name.place, name.text);
        return name.tone === tone ? [{ ...ground.data(label), text: label.text }] : [];
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

const namedMarks = (marks: readonly Mark[], { small, focused }: Look, most: number): readonly Mark[] => {
  if (small) return marks.filter(({ position }) => position.account === focused);
  const rankOf = ({ tone }: Mark): number => tones.indexOf(tone === 'quiet' ? 'quiet' : 'look');
  return [...marks].sort((a, b) => rankOf(b) - rankOf(a)).slice(0, most);
};

/** Around a small picture stand the titles of its axes: a name that has no clear place covers a line rather than a title. */
const withinPicture = (places: readonly Candidate[], obstacles: Obstacles): readonly Candidate[] => {
  const inside = places.filter(({ box }) => isWithin(box, obstacles));
  return inside.length === 0 ? places : inside;
};

const isWithin = (box: Box, { bounds }: Obstacles): boolean => outside(box, bounds) === 0;

/**
 * A name beyond a cut seems to say that its account is there: as dear as a place somewhat further off. Quiet names have no
 * line that ties them to a place further off, and stay where they are.
 */
const beyondCut = 15;
const inOwnQuadrant = (
  places: readonly Candidate[],
  bubble: Circle,
  { cuts }: Matrix,
): readonly Candidate[] =>
  places.map(place => {
    const { x, y, width, height } = place.box;
    const isBeyond =
      x + width / 2 > cuts.x !== bubble.x > cuts.x || y + height / 2 > cuts.y !== bubble.y > cuts.y;
    return isBeyond ? { ...place, cost: place.cost + beyondCut } : place;
  });

const weightOf = (tone: Tone): Weight => (tone === 'quiet' ? 400 : 600);

/** Widths in pixels that a name may have where a longer one would cover something wherever it stood. */
const shorterNames = [0.75 * longestName, 0.5 * longestName];

const nameWithRoom = (
  name: string,
  sign: string,
  obstacles: Obstacles,
  around: (text: string) => readonly Candidate[],
  weight: Weight,
): { readonly text: string; readonly places: readonly Candidate[]; readonly clear: boolean } => {
  const labelled = (width: number) => {
    const text = ellipsize(name, width, labelSize, weight).concat(sign === '' ? '' : `\u00a0${sign}`);
    const places = around(text);
    return { text, places, clear: hasRoom(places, obstacles) };
  };
  const whole = labelled(longestName);
  if (whole.clear) return whole;
  const shorter = shorterNames.map(labelled).filter(({ text }) => text !== whole.text);
  const isInside = ({ places }: typeof whole): boolean => places.some(({ box }) => isWithin(box, obstacles));
  return shorter.find(({ clear }) => clear) ?? [whole, ...shorter].find(isInside) ?? whole;
};

/** Pixels to either side of the name of a quadrant in which the one name of a small picture would be read with it. */
const besideNames = 24;

/** What names keep clear of: bubbles, arrows with their rings, cut lines and quadrant names. */
const obstaclesOf = (
  ground: Matrix,
  marks: readonly Pick<Mark, 'bubble' | 'arrow'>[],
  lines: readonly Span[],
  aside: number,
): Obstacles => ({
  circles: marks.flatMap(({ bubble, arrow }) => [
    bubble,
    ...(arrow === undefined || bubble.before === undefined
      ? []
      : [{ ...bubble.before, radius: ringRadius + 1 }]),
  ]),
  segments: [...marks.flatMap(({ arrow }) => arrow ?? []), ...cutSegments(ground), ...lines],
  boxes: ground.nameBoxes.map(({ x, width, ...box }) => ({ ...box, x: x - aside, width: width + 2 * aside })),
  bounds: { x: 3, y: 3, width: ground.plot.width - 6, height: ground.plot.height - 6 },
});

const cutSegments = ({ cuts, plot }: Matrix): Span[] => [
  { x: 0, y: cuts.y, x2: plot.width, y2: cuts.y },
  { x: cuts.x, y: 0, x2: cuts.x, y2: plot.height },
];
