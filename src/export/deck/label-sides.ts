import type { NativeAxis, NativePoint } from './native-chart.ts';

/** About how large the plot of a chart on a slide is, in millimetres; presentation programs decide it themselves. */
const plot = { width: 170, height: 95 } as const;
/** Of the largest bubble. */
const largestRadius = 8;
const letter = 1.9;
const lineHeight = 4.2;

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const sides = ['right', 'left', 'above', 'below'] as const;

/** Bubbles with their names on the side where they cover least; the largest choose first. */
export const withSides = <Point extends NativePoint>(
  points: readonly Point[],
  x: NativeAxis,
  y: NativeAxis,
): readonly Point[] => {
  const largest = Math.max(...points.map(({ size = 1 }) => size));
  const bubbles = points.map(point => {
    const radius = largestRadius * Math.sqrt((point.size ?? 1) / largest);
    const at = {
      x: ((point.x - x.min) / (x.max - x.min)) * plot.width,
      y: plot.height - ((point.y - y.min) / (y.max - y.min)) * plot.height,
    };
    return { point, at, radius, box: around(at, radius) };
  });
  const taken: Rectangle[] = [];
  const chosen = new Map<NativePoint, (typeof sides)[number]>();
  for (const { point, at, radius } of [...bubbles].sort((a, b) => b.radius - a.radius)) {
    const options = sides.map((side, index) => {
      const box = labelBox(at, radius, point.label ?? '', side);
      const covered = [...bubbles.filter(one => one.point !== point).map(one => one.box), ...taken];
      const cost = covered.reduce((sum, other) => sum + overlap(box, other), 0) + outside(box) + index * 0.5;
      return { side, box, cost };
    });
    const best = options.reduce((least, one) => (one.cost < least.cost ? one : least));
    taken.push(best.box);
    chosen.set(point, best.side);
  }
  return points.map(point => ({ ...point, side: chosen.get(point) ?? 'right' }));
};

const around = ({ x, y }: { readonly x: number; readonly y: number }, radius: number): Rectangle => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

const labelBox = (
  { x, y }: { readonly x: number; readonly y: number },
  radius: number,
  text: string,
  side: (typeof sides)[number],
): Rectangle => {
  const width = text.length * letter;
  const [left, middle] = {
    right: [x + radius + 1, y],
    left: [x - radius - 1 - width, y],
    above: [x - width / 2, y - radius - lineHeight / 2],
    below: [x - width / 2, y + radius + lineHeight / 2],
  }[side] as [number, number];
  return { left, right: left + width, top: middle - lineHeight / 2, bottom: middle + lineHeight / 2 };
};

const overlap = (a: Rectangle, b: Rectangle): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

const outside = ({ left, right, top, bottom }: Rectangle): number =>
  100 *
  (Math.max(0, -left) +
    Math.max(0, right - plot.width) +
    Math.max(0, -top) +
    Math.max(0, bottom - plot.height));
