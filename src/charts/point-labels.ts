import { lineHeight, placesApart, placesAround } from './bubble-labels.ts';
import { type Box, clamp } from './geometry.ts';
import {
  type Candidate,
  coversNothing,
  isCrossedBy,
  type Obstacles,
  placeLabels,
} from './label-placement.ts';
import type { Label, Layer, Layers, Point } from './layers.ts';
import { colours, labelSize } from './theme.ts';

/** Two lines beside a mark: its name, and what there is to say of it. */
export interface PointLabel extends Point {
  readonly name: string;
  readonly detail: string;
  /** Whether the second line is set in the colour of what needs mending; it says so in words too. */
  readonly alarming: boolean;
  /** Whether both lines are one text, of which none stands out. */
  readonly plain?: boolean;
  /**
   * Top and bottom of the row that the mark belongs to, where the height of a place says something: a label in another
   * row would be read as of that row, unless a line ties it to its mark.
   */
  readonly row?: readonly [top: number, bottom: number];
}

interface LabelledPoints {
  /** On a picture of any height: where the labels stand follows from the marks. */
  layersOn(layers: Layers): Layer[];
  /** Points for whose label there was no room. */
  readonly unlabelled: number;
}

/** Radius that a mark keeps free of labels, in pixels. */
export const markRadius = 6;

/**
 * Labels of marks on a picture measured in pixels. One that would cover another or a mark even in the best of its
 * places is left out and counted, the later in the list first.
 */
export const labelPoints = (points: readonly PointLabel[], obstacles: Obstacles): LabelledPoints => {
  const requests = points.map(point => placesOfPoint(point, obstacles));
  const together = free(points, placeLabels(requests, obstacles), obstacles);
  const shown = together.length === points.length ? together : oneByOne(points, requests, obstacles);
  const leaders = shown.flatMap(({ place }) => place.leader ?? []);
  return {
    unlabelled: points.length - shown.length,
    layersOn: layers => [
      ...(leaders.length === 0 ? [] : [layers.segments(leaders, { color: colours.ink3, strokeWidth: 0.5 })]),
      // Lines of the ground stop before a text.
      layers.rectangles(
        shown.map(({ place: { box } }) => ({
          x: box.x,
          y: box.y,
          x2: box.x + box.width,
          y2: box.y + box.height,
        })),
        { fill: colours.paper },
      ),
      ...alignments.flatMap(align => textLayers(layers, shown, align)),
    ],
  };
};

/** On a free plane a label is read as of the mark that it stands nearest to, with a line or without; rows tell their marks apart. */
const placesOfPoint = (point: PointLabel, { circles }: Obstacles): readonly Candidate[] => {
  const foreign = point.row === undefined ? circles.filter(({ x, y }) => x !== point.x || y !== point.y) : [];
  const text = point.detail === '' ? point.name : `${point.name}\n${point.detail}`;
  const mark = { ...point, radius: markRadius };
  const places = [...placesAround(mark, text, 600), ...placesApart(mark, text, 600)];
  const { row: [top, bottom] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] } = point;
  const readable = places.filter(({ box, leader }) => {
    const own = distanceTo(box, point);
    return (
      (leader !== undefined || (box.y >= top && box.y + box.height <= bottom)) &&
      foreign.every(other => own < distanceTo(box, other))
    );
  });
  const straight = readable.filter(({ leader }) => !circles.some(circle => isCrossedBy(leader, circle)));
  return straight.length > 0 ? straight : readable;
};

/** From a point to the nearest place of a box. */
const distanceTo = ({ x, y, width, height }: Box, point: Point): number =>
  Math.hypot(clamp(point.x, x, x + width) - point.x, clamp(point.y, y, y + height) - point.y);

type Shown = { readonly point: PointLabel; readonly place: Candidate };

const placesOf = (shown: readonly Shown[]): readonly Candidate[] => shown.map(({ place }) => place);

const free = (
  points: readonly PointLabel[],
  places: readonly Candidate[],
  obstacles: Obstacles,
): readonly Shown[] => {
  const shown: Shown[] = [];
  for (const [index, point] of points.entries()) {
    const place = places[index];
    if (place !== undefined && coversNothing(place, placesOf(shown), obstacles)) shown.push({ point, place });
  }
  return shown;
};

/** Where not all have room together, each takes the best place that those before it in the list left. */
const oneByOne = (
  points: readonly PointLabel[],
  requests: readonly (readonly Candidate[])[],
  obstacles: Obstacles,
): readonly Shown[] => {
  const shown: Shown[] = [];
  for (const [index, point] of points.entries()) {
    const place = [...(requests[index] ?? [])]
      .filter(one => coversNothing(one, placesOf(shown), obstacles))
      .sort((a, b) => a.cost - b.cost)[0];
    if (place !== undefined) shown.push({ point, place });
  }
  return shown;
};

type Alignment = 'left' | 'center' | 'right';
const alignments: readonly Alignment[] = ['left', 'center', 'right'];

/** A label beside its mark is flush with it, one above or below it is centred. */
const alignmentOf = ({ point, place: { box } }: Shown): Alignment => {
  if (box.x >= point.x) return 'left';
  return box.x + box.width <= point.x ? 'right' : 'center';
};

const textLayers = (layers: Layers, shown: readonly Shown[], align: Alignment): Layer[] => {
  const aligned = shown.filter(one => alignmentOf(one) === align);
  const line = ({ place: { box } }: Shown, number: number): Point => ({
    x: align === 'left' ? box.x : align === 'right' ? box.x + box.width : box.x + box.width / 2,
    y: box.y + (number + 0.5) * labelSize * lineHeight,
  });
  const texts = (chosen: readonly Label[], color: string, weight: 400 | 600): Layer[] =>
    chosen.length === 0 ? [] : [layers.texts(chosen, { align, baseline: 'middle', color, weight })];
  const details = (isWanted: (point: PointLabel) => boolean): Label[] =>
    aligned.flatMap(one =>
      isWanted(one.point) && one.point.detail !== '' ? [{ ...line(one, 1), text: one.point.detail }] : [],
    );
  return [
    ...[true, false].flatMap(isPlain =>
      texts(
        aligned.flatMap(one =>
          (one.point.plain === true) === isPlain ? [{ ...line(one, 0), text: one.point.name }] : [],
        ),
        colours.ink,
        isPlain ? 400 : 600,
      ),
    ),
    ...texts(
      details(({ alarming, plain }) => !alarming && plain !== true),
      colours.ink2,
      400,
    ),
    ...texts(
      details(({ alarming, plain }) => !alarming && plain === true),
      colours.ink,
      400,
    ),
    ...texts(
      details(({ alarming }) => alarming),
      colours.bad,
      400,
    ),
  ];
};

/** Marks that fall on one spot, moved apart into rows around it, so that each can be seen. */
export const spread = (points: readonly Point[], step: number, most: number): Point[] => {
  const groups = new Map<string, number[]>();
  for (const [index, { x, y }] of points.entries()) {
    const spot = `${Math.round(x)} ${Math.round(y)}`;
    groups.set(spot, [...(groups.get(spot) ?? []), index]);
  }
  const moved = [...points];
  for (const members of groups.values()) {
    const rows = Math.ceil(members.length / most);
    for (const [order, index] of members.entries()) {
      const row = Math.floor(order / most);
      const inRow = Math.min(most, members.length - row * most);
      const { x = 0, y = 0 } = points[index] ?? {};
      moved[index] = {
        x: x + ((order % most) - (inRow - 1) / 2) * step,
        y: y + (row - (rows - 1) / 2) * step,
      };
    }
  }
  return moved;
};
