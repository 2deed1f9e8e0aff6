import { describe, expect, it } from 'vitest';
import { layersOver, picture } from '../../../src/charts/layers.ts';
import { linear } from '../../../src/charts/scale.ts';
import { colours, scenario } from '../../../src/charts/theme.ts';
import { plainScene } from '../../../src/render/plain-scene.ts';
import { drawByVega, drawChart } from '../../../src/render/vega.ts';
import { localeFor } from '../charts/fixture.ts';

const locale = localeFor('es');
const margins = { top: 3, right: 20, bottom: 11, left: 40.5 };
const size = { width: 311.25, height: 97 };
const layers = layersOver(linear([-3, 17.3], [0, size.width]), linear([0, 5], [size.height, 0]));
const spans = [
  { x: -1, x2: 4.2, y: 0.3, y2: 1.1, of: 0 },
  { x: 9, x2: 2, y: 4, y2: 2.5, of: 1 },
];
const points = [
  { x: 0, y: 1, of: 3 },
  { x: 16.1, y: 4.4 },
  { x: 5, y: 0 },
];

const spec = (...more: Parameters<typeof picture>[2]) =>
  picture(size, margins, [
    layers.rectangles(spans, scenario.PL),
    layers.rectangles(spans, { fill: colours.good, fillOpacity: 0.2 }),
    layers.places(spans),
    layers.segments(spans, { color: colours.accent, strokeDash: [2, 2] }),
    layers.segments([]),
    layers.texts(
      points.map(point => ({ ...point, text: 'dos líneas\n«y» <más> & "más"' })),
      { angle: -40, dx: 4, weight: 600, align: 'right' },
    ),
    layers.texts(points.map(point => ({ ...point, text: '' }))),
    layers.discs(
      points.map(point => ({ ...point, size: 30.2 })),
      { fill: colours.paper, stroke: colours.ink },
    ),
    layers.signs(points, { shape: 'triangle-down', size: 12, fill: colours.bad }),
    layers.line(points, { strokeWidth: 2 }),
    ...more,
  ]);

describe('a chart of plain layers', () => {
  it('has the bytes that Vega gives it', async () => {
    const drawing = { spec: spec(), alternative: 'Nada' };
    const rendering = { locale, idPrefix: 'c1' };
    expect(plainScene(drawing.spec, () => value => value)).toBeDefined();
    expect(await drawChart(drawing, rendering)).toEqual(await drawByVega(drawing, rendering));
  });

  it('is left to Vega where it holds anything else', () => {
    const plain = spec();
    const scene = (changed: object) => plainScene({ ...plain, ...changed } as never, () => value => value);
    expect(scene({})).toBeDefined();
    expect(scene({ transform: [{ filter: 'datum.x > 1' }] })).toBeUndefined();
    expect(scene({ autosize: 'fit' })).toBeUndefined();
    const [first, ...others] = 'layer' in plain ? (plain.layer as object[]) : [];
    expect(scene({ layer: [{ ...first, transform: [] }, ...others] })).toBeUndefined();
    expect(
      scene({ layer: [{ ...first, mark: { type: 'rect', tooltip: true } }, ...others] }),
    ).toBeUndefined();
    expect(
      scene({ layer: [{ ...first, data: { values: [{ x: null, x2: 1, y: 1, y2: 2 }] } }, ...others] }),
    ).toBeUndefined();
    expect(
      scene({ layer: [layersOver(linear([0, 1], [0, 9]), linear([0, 5], [9, 0])).places([]), ...others] }),
    ).toBeUndefined();
  });
});
