import type { Position } from './bubble-positions.ts';
import { arrowOf, type Bubble, radiusOf } from './bubbles.ts';
import type { Span } from './layers.ts';
import type { Matrix } from './matrix.ts';
import { colours } from './theme.ts';

/** How a matrix of accounts is looked at. */
export interface Look {
  readonly small: boolean;
  /** The account of the document; undefined where all accounts are equal. */
  readonly focused: string | undefined;
}

/** One account as it is drawn. */
export interface Mark {
  readonly position: Position;
  readonly bubble: Bubble;
  readonly arrow: Span | undefined;
  readonly tone: Tone;
}

export type Tone = 'quiet' | 'key' | 'look';
export const fills: Readonly<Record<Tone, string>> = {
  quiet: colours.py,
  key: colours.ink,
  look: colours.accent,
};
export const inks: Readonly<Record<Tone, string>> = {
  quiet: colours.ink2,
  key: colours.ink,
  look: colours.accent,
};
export const tones: readonly Tone[] = ['quiet', 'key', 'look'];

/** Radius of the account with most revenue, in pixels. */
export const largestRadius = (
  { width, height }: { readonly width: number; readonly height: number },
  small: boolean,
): number => Math.min(width, height) * (small ? 0.065 : 0.055);

export const marksOf = ({ x, y, plot }: Matrix, positions: readonly Position[], look: Look): Mark[] => {
  const largest = Math.max(0, ...positions.map(({ revenue }) => revenue ?? 0));
  const radius = largestRadius(plot, look.small);
  return positions.map(position => {
    const bubble: Bubble = {
      x: x.at(position.now.x),
      y: y.at(position.now.y),
      radius: radiusOf(position.revenue ?? 0, largest, radius),
      ...(position.before === undefined
        ? {}
        : { before: { x: x.at(position.before.x), y: y.at(position.before.y) } }),
    };
    return { position, bubble, arrow: arrowOf(bubble), tone: toneOf(position, look) };
  });
};

const toneOf = ({ account, key, moved }: Position, { small, focused }: Look): Tone => {
  if (small) return account === focused ? 'look' : 'quiet';
  if (moved) return 'look';
  return key ? 'key' : 'quiet';
};
