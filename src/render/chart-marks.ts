import type { View } from 'vega';

/** Where in a picture a row of its data shows, in pixels of the picture. */
interface ShownAt {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of Vega's scene that says where things are; its published types leave the items open. */
interface SceneItem {
  readonly x?: number;
  readonly y?: number;
  readonly bounds?: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
  readonly datum?: { readonly of?: unknown };
  readonly items?: readonly SceneMark[];
}
interface SceneMark {
  readonly marktype: string;
  readonly items: readonly SceneItem[];
}

/**
 * Where the rows of its series are in a chart, for the script that shows them to who points there:
 * `3 10 20 5 8,4 …`, row, left, top, width and height of each mark. Empty where no mark says of which row it is.
 */
export const chartMarks = (view: View): string => {
  const { root } = view.scenegraph() as unknown as { readonly root: object };
  const [left, top] = view.origin();
  const padding = view.padding() as { readonly left: number; readonly top: number };
  return marksIn(root, padding.left + left, padding.top + top);
};

/** The same of a scene whose plot begins at a place of the picture. */
export const marksIn = (root: object, left: number, top: number): string => {
  const places = placesIn(root as SceneMark, left, top);
  const texts = places
    .map(({ row, x, y, width, height }) => [row, x, y, width, height].map(number => Math.round(number)))
    // A value that its scale has no place for, such as zero on a logarithmic one, is nowhere in the picture.
    .filter(place => place.every(Number.isFinite))
    .map(place => place.join(' '));
  return [...new Set(texts)].join(',');
};

const placesIn = ({ marktype, items }: SceneMark, left: number, top: number): readonly ShownAt[] =>
  items.flatMap(item => {
    if (marktype === 'group') {
      const [x, y] = [left + (item.x ?? 0), top + (item.y ?? 0)];
      return (item.items ?? []).flatMap(mark => placesIn(mark, x, y));
    }
    const row = item.datum?.of;
    // The points of a line have no size of their own.
    const place = marktype === 'line' || marktype === 'area' ? pointOf(item) : (item.bounds ?? pointOf(item));
    if (typeof row !== 'number') return [];
    return [
      {
        row,
        x: left + place.x1,
        y: top + place.y1,
        width: place.x2 - place.x1,
        height: place.y2 - place.y1,
      },
    ];
  });

const pointOf = ({ x = 0, y = 0 }: SceneItem): NonNullable<SceneItem['bounds']> => ({
  x1: x,
  y1: y,
  x2: x,
  y2: y,
});
