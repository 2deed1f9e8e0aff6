import type { TopLevelSpec } from 'vega-lite';
import { type PlainMark, type PlainScene, plainScene } from './plain-scene.ts';
import type { loadTools } from './vega-tools.ts';

type Tools = Awaited<ReturnType<typeof loadTools>>;

/** A drawn scene, and what `chartMarks` asks a view for. */
export interface DrawnScene {
  readonly svg: string;
  readonly root: object;
  readonly padding: PlainScene['padding'];
}

/** Draws a chart of plain layers with Vega's scene and renderer, without its dataflow; undefined where it takes that. */
export const drawPlain = (spec: TopLevelSpec, { vega }: Pick<Tools, 'vega'>): DrawnScene | undefined => {
  const linear = (domain: readonly number[], range: readonly number[]) =>
    vega.scale('linear')().domain(domain).range(range);
  const scene = plainScene(spec, linear);
  if (scene === undefined) return undefined;
  const { width, height, padding } = scene;
  const root = {
    marktype: 'group',
    role: 'frame',
    name: 'root',
    interactive: true,
    zindex: 0,
    clip: false,
    items: [] as object[],
  };
  const group = { mark: root, x: 0, y: 0, width, height, fill: 'transparent', items: [] as object[] };
  root.items.push(group);
  for (const mark of scene.marks) group.items.push(markIn(group, mark, vega));
  const renderer = new vega.SVGStringRenderer()
    .initialize(
      null,
      width + padding.left + padding.right,
      height + padding.top + padding.bottom,
      [padding.left, padding.top],
      1,
    )
    .render(root);
  return { svg: renderer.svg(), root, padding };
};

const markIn = (group: object, { marktype, items }: PlainMark, vega: Tools['vega']): object => {
  const mark = {
    marktype,
    role: 'mark',
    interactive: true,
    zindex: 0,
    clip: false,
    group,
    items: [] as object[],
  };
  for (const item of items) {
    const placed = { ...item, mark };
    mark.items.push(placed);
    // Only what answers to the pointer is asked where it is.
    if (typeof item.datum.of === 'number' && marktype !== 'line') vega.boundItem(placed);
  }
  return mark;
};

declare module 'vega' {
  // Missing from the published types: the parts of Vega that draw a scene.
  export const boundItem: (item: object) => unknown;
  export const SVGStringRenderer: new () => SceneRenderer;
  interface SceneRenderer {
    initialize(
      element: null,
      width: number,
      height: number,
      origin: readonly [number, number],
      scale: number,
    ): SceneRenderer;
    render(root: object): SceneRenderer;
    svg(): string;
  }
}
