import { expect, it } from 'vitest';
import { labelPoints, markRadius, type PointLabel } from '../../../src/charts/point-labels.ts';

const point = (x: number): PointLabel => ({ x, y: 50, name: 'Palancia', detail: '', alarming: false });
const [left, middle, right] = [point(80), point(100), point(120)];
/** A strip of one line, so that a name has room beside the marks alone. */
const strip = {
  circles: [left, middle, right].map(({ x, y }) => ({ x, y, radius: markRadius })),
  segments: [],
  boxes: [],
  bounds: { x: 0, y: 43, width: 200, height: 14 },
};

it('leaves a name out rather than set it nearer to the mark of another', () => {
  expect(labelPoints([middle], strip).unlabelled).toBe(1);
  expect(labelPoints([left, right], strip).unlabelled).toBe(0);
});

it('ties a name to its mark by a line where rows tell the marks apart', () => {
  const room = { ...strip, bounds: { x: 0, y: 0, width: 200, height: 100 } };
  expect(labelPoints([{ ...middle, row: [40, 60] }], room).unlabelled).toBe(0);
});

it('leaves a name out rather than tie it by a line through the mark of another', () => {
  expect(labelPoints([{ ...middle, row: [40, 60] }], strip).unlabelled).toBe(1);
});
