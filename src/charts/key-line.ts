import type { Layer, Layers, Margins, Span } from './layers.ts';
import type { Scale } from './scale.ts';
import { textWidth } from './text-width.ts';
import { colours, labelSize, parts } from './theme.ts';

/** How a mark of the chart looks: an example of it stands before its name. `sign` is a question mark. */
export type KeySymbol = 'disc' | 'ring' | 'tick' | 'solid' | 'light' | 'pale' | 'alarm' | 'outline' | 'sign';

interface KeyItem {
  readonly symbol: KeySymbol;
  readonly text: string;
}

/** The line above a chart: what it measures, then what its marks mean. It goes on in further lines where it must. */
export interface Key {
  readonly title: string;
  readonly items: readonly KeyItem[];
}

interface Placed {
  readonly symbol?: KeySymbol;
  readonly text: string;
  /** Pixels from the left edge of the picture, and the line from 0. */
  readonly x: number;
  readonly line: number;
}

const lineHeight = 14;
const symbolWidth = 10;
const symbolRoom = symbolWidth + 4;
const between = 12;

const flow = ({ title, items }: Key, width: number): readonly Placed[] => {
  const placed: Placed[] = [{ text: title, x: 0, line: 0 }];
  let x = textWidth(title, labelSize, 500) + between;
  let line = 0;
  for (const item of items) {
    const needed = symbolRoom + textWidth(item.text, labelSize);
    if (x > 0 && x + needed > width) {
      x = 0;
      line++;
    }
    placed.push({ ...item, x, line });
    x += needed + between;
  }
  return placed;
};

/** Room that the key takes above the rows, in pixels. */
export const keyRoom = (key: Key, width: number): number =>
  ((flow(key, width).at(-1)?.line ?? 0) + 1) * lineHeight + 4;

interface Ground {
  readonly layers: Layers;
  readonly x: Scale;
  readonly y: Scale;
  readonly margins: Margins;
}

/** @param width that of the whole picture */
export const keyLine = ({ layers, x, y, margins }: Ground, key: Key, width: number): Layer[] => {
  const [title, ...items] = flow(key, width);
  const at = (place: Placed, dx = 0): { x: number; y: number } => ({
    x: x.value(place.x + dx - margins.left),
    y: y.value(place.line * lineHeight + 5 - margins.top),
  });
  const box = (place: Placed): Span => {
    const [left, middle] = [place.x - margins.left, place.line * lineHeight + 5 - margins.top];
    const half = place.symbol === 'tick' ? 1.25 : symbolWidth / 2;
    const centre = left + symbolWidth / 2;
    return {
      x: x.value(centre - half),
      x2: x.value(centre + half),
      y: y.value(middle - 3.5),
      y2: y.value(middle + 3.5),
    };
  };
  const of = (...symbols: KeySymbol[]): Placed[] =>
    items.filter(({ symbol }) => symbol !== undefined && symbols.includes(symbol));
  const boxes = (symbol: KeySymbol, fill: string, stroke: string | null = null): Layer[] =>
    of(symbol).length === 0 ? [] : [layers.rectangles(of(symbol).map(box), { fill, stroke })];
  const rounds = (symbol: KeySymbol, fill: string, size: number): Layer[] =>
    of(symbol).length === 0
      ? []
      : [
          layers.discs(
            of(symbol).map(place => ({ ...at(place, symbolWidth / 2), size })),
            { fill, stroke: colours.ink, strokeWidth: 1 },
          ),
        ];
  return [
    layers.texts(title === undefined ? [] : [{ ...at(title), text: title.text }], {
      baseline: 'middle',
      weight: 500,
    }),
    ...boxes('solid', colours.ink),
    ...boxes('light', colours.py),
    ...boxes('tick', colours.py),
    ...boxes('outline', colours.paper, colours.ink),
    ...boxes('alarm', colours.bad),
    ...(of('pale').length === 0 ? [] : [layers.rectangles(of('pale').map(box), parts.third)]),
    ...of('sign').map(place =>
      layers.texts([{ ...at(place, symbolWidth / 2), text: '?' }], {
        align: 'center',
        baseline: 'middle',
        color: colours.ink2,
      }),
    ),
    ...rounds('ring', colours.paper, 50),
    ...rounds('disc', colours.ink, 40),
    ...(items.length === 0
      ? []
      : [
          layers.texts(
            items.map(place => ({ ...at(place, symbolRoom), text: place.text })),
            { baseline: 'middle', color: colours.ink2 },
          ),
        ]),
  ];
};
