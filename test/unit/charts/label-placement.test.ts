import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesAround } from '../../../src/charts/bubble-labels.ts';
import { arrowOf, type Bubble, radiusOf, ringRadius } from '../../../src/charts/bubbles.ts';
import { crosses, depthInBox, lengthInBox, overlap } from '../../../src/charts/geometry.ts';
import { isClear, type Obstacles, placeLabels } from '../../../src/charts/label-placement.ts';

const bounds = { x: 0, y: 0, width: 470, height: 340 };

/** A deterministic stream of numbers in [0, 1): Park and Miller's generator. */
const stream = (seed: number) => () => {
  seed = (seed * 16807) % 2147483647;
  return seed / 2147483647;
};

/** Bubbles as a real matrix has them: spread, sizes falling, two of three with an arrow. */
const bubblesOf = (count: number, seed: number): Bubble[] => {
  const next = stream(seed);
  const bubbles: Bubble[] = [];
  while (bubbles.length < count) {
    const radius = radiusOf(1 / (1 + bubbles.length), 1, 19);
    const x = 25 + next() * 420;
    const y = 30 + next() * 280;
    if (bubbles.some(other => Math.hypot(other.x - x, other.y - y) < other.radius + radius + 12)) continue;
    const before = { x: x + (next() - 0.5) * 60, y: y + (next() - 0.5) * 60 };
    bubbles.push({ x, y, radius, ...(bubbles.length % 3 === 0 ? {} : { before }) });
  }
  return bubbles;
};

const obstaclesFor = (bubbles: readonly Bubble[]): Obstacles => ({
  circles: bubbles.flatMap(bubble => [
    bubble,
    ...(bubble.before === undefined || arrowOf(bubble) === undefined
      ? []
      : [{ ...bubble.before, radius: ringRadius }]),
  ]),
  segments: [
    ...bubbles.flatMap(bubble => arrowOf(bubble) ?? []),
    { x: 0, y: 190, x2: 470, y2: 190 },
    { x: 204, y: 0, x2: 204, y2: 340 },
  ],
  boxes: [{ x: 6, y: 4, width: 52, height: 12 }],
  bounds,
});

const names = [
  'Palancia',
  'Grupo Maestrat',
  'Montgó',
  'Alto Magro',
  'Serpis',
  'Júcar Sur',
  'Irati',
  'Mancha Este',
];
const requestsFor = (bubbles: readonly Bubble[]) =>
  bubbles.map((bubble, index) => placesAround(bubble, names[index % names.length] ?? '', 400));

describe('label placement', () => {
  it.each([1, 2, 3, 4, 5])('leaves no collision among 16 bubbles, cut lines and arrows (case %i)', seed => {
    const bubbles = bubblesOf(16, seed * 7919);
    const obstacles = obstaclesFor(bubbles);
    expect(isClear(placeLabels(requestsFor(bubbles), obstacles), obstacles)).toBe(true);
  });

  it.each([1, 2, 3])('leaves no collision among 40 bubbles (case %i)', seed => {
    const bubbles = bubblesOf(40, seed * 104729).map(({ x, y, radius }) => ({
      x,
      y,
      radius: Math.min(radius, 10),
    }));
    const obstacles = obstaclesFor(bubbles);
    expect(isClear(placeLabels(requestsFor(bubbles), obstacles), obstacles)).toBe(true);
  });

  it('gives the same places for the same input', () => {
    const bubbles = bubblesOf(24, 4242);
    const place = () => placeLabels(requestsFor(bubbles), obstaclesFor(bubbles));
    expect(place()).toEqual(place());
  });

  it('puts a lone label right of its bubble', () => {
    const bubble = { x: 100, y: 100, radius: 10 };
    const [place] = placeLabels([placesAround(bubble, 'Palancia', 400)], obstaclesFor([bubble]));
    expect(place?.box.x).toBe(114);
    expect(place?.leader).toBeUndefined();
  });

  it('draws a leader to a label that has to stand apart', () => {
    const bubbles = Array.from({ length: 9 }, (_, index) => ({
      x: 100 + (index % 3) * 24,
      y: 100 + Math.floor(index / 3) * 24,
      radius: 11,
    }));
    const placed = placeLabels(requestsFor(bubbles), obstaclesFor(bubbles));
    expect(placed.some(({ leader }) => leader !== undefined)).toBe(true);
  });

  it('sees two equal labels on one spot as a collision', () => {
    const box = { x: 10, y: 30, width: 40, height: 11 };
    const both = [
      { box, cost: 0 },
      { box, cost: 0 },
    ];
    expect(isClear(both, obstaclesFor([]))).toBe(false);
  });
});

describe('geometry', () => {
  const box = fc.record({
    x: fc.integer({ min: -50, max: 50 }),
    y: fc.integer({ min: -50, max: 50 }),
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
  });

  it('finds an overlap of boxes from either side', () => {
    fc.assert(fc.property(box, box, (a, b) => overlap(a, b) === overlap(b, a)));
  });

  it('never finds more of a segment in a box than the segment is long', () => {
    const coordinate = fc.integer({ min: -90, max: 90 });
    fc.assert(
      fc.property(box, coordinate, coordinate, coordinate, coordinate, (area, x, y, x2, y2) => {
        const length = lengthInBox({ x, y, x2, y2 }, area);
        return length >= 0 && length <= Math.hypot(x2 - x, y2 - y) + 1e-9;
      }),
    );
  });

  it('measures a segment that crosses a box by the part inside', () => {
    expect(lengthInBox({ x: -10, y: 5, x2: 30, y2: 5 }, { x: 0, y: 0, width: 20, height: 10 })).toBeCloseTo(
      20,
    );
    expect(lengthInBox({ x: -10, y: 15, x2: 30, y2: 15 }, { x: 0, y: 0, width: 20, height: 10 })).toBe(0);
  });

  it('measures how deep a disc reaches into a box', () => {
    expect(depthInBox({ x: -3, y: 5, radius: 5 }, { x: 0, y: 0, width: 20, height: 10 })).toBe(2);
    expect(depthInBox({ x: -9, y: 5, radius: 5 }, { x: 0, y: 0, width: 20, height: 10 })).toBe(0);
  });
});

it('lines cross where each parts the ends of the other, not where they touch', () => {
  const across = { x: 0, y: 5, x2: 10, y2: 5 };
  expect(crosses({ x: 5, y: 0, x2: 5, y2: 10 }, across)).toBe(true);
  expect(crosses({ x: 5, y: 5, x2: 5, y2: 10 }, across)).toBe(false);
  expect(crosses({ x: 15, y: 0, x2: 15, y2: 10 }, across)).toBe(false);
});
