import { parse, type Spec, View } from 'vega';
import { expect, test } from 'vitest';
import { chartMarks } from '../../../src/render/chart-marks.ts';

/** Points of a series, upwards on a scale of a kind. */
const points = (type: 'linear' | 'log', values: readonly number[]): Spec => ({
  width: 100,
  height: 100,
  autosize: 'none',
  data: [{ name: 'rows', values: values.map((value, of) => ({ of, value })) }],
  scales: [{ name: 'y', type, domain: [1, 100], range: 'height' }],
  marks: [
    {
      type: 'line',
      from: { data: 'rows' },
      encode: { update: { x: { field: 'of' }, y: { scale: 'y', field: 'value' } } },
    },
  ],
});

const marksOf = async (spec: Spec): Promise<string> => {
  const view = await new View(parse(spec), { renderer: 'none' }).runAsync();
  return chartMarks(view);
};

test('each row is where its scale puts it', async () => {
  expect(await marksOf(points('log', [1, 10, 100]))).toBe('0 0 100 0 0,1 1 50 0 0,2 2 0 0 0');
});

test('a value that its scale has no place for is nowhere', async () => {
  expect(await marksOf(points('log', [0, 10]))).toBe('1 1 50 0 0');
});
