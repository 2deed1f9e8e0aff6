import type { activities } from '../model/value-chain.ts';
import type { ChartInput } from './chart.ts';
import type { Glyph } from './glyphs.ts';
import { codeIn, numberIn, rowsOf, textIn } from './read.ts';
import { colours } from './theme.ts';

export type Activity = (typeof activities)[number];
export type Effect = 'lower-cost' | 'better-performance';

/** A link between one of our activities and one of the customer's. */
export interface ChainLink {
  /** Row of the series that it shows. */
  readonly of: number;
  readonly ours: string;
  readonly theirs: string;
  readonly title: string;
  readonly effect: Effect;
  readonly isFirm: boolean;
  /** Worth to the customer a year; undefined where nobody estimated it. */
  readonly value: number | undefined;
}

/** What the customer wants to improve in one of its activities. */
export interface ChainPriority {
  readonly theirs: string;
  readonly title: string;
  /** 1 to 5. */
  readonly importance: number | undefined;
  readonly isLinked: boolean;
}

/** The point shows the way: cost down, performance up. What is only an idea is outlined, as plans are. */
export const linkGlyph = (effect: Effect, isFirm: boolean): Glyph => ({
  shape: effect === 'lower-cost' ? 'triangle-down' : 'triangle-up',
  fill: isFirm ? 'solid' : 'hollow',
  color: colours.ink,
});

export const linksOf = (input: ChartInput): ChainLink[] =>
  rowsOf(input, `account.${input.account ?? ''}.value-chain.links`).map((row, of) => ({
    of,
    ours: codeIn(row, 'ours'),
    theirs: codeIn(row, 'theirs'),
    title: textIn(input, row, 'link'),
    effect: codeIn(row, 'effect') === 'lower-cost' ? 'lower-cost' : 'better-performance',
    isFirm: codeIn(row, 'state') !== 'idea',
    value: numberIn(row, 'value'),
  }));

/** The most important first. */
export const prioritiesOf = (input: ChartInput): ChainPriority[] =>
  rowsOf(input, `account.${input.account ?? ''}.value-chain.priorities`)
    .map(row => ({
      theirs: codeIn(row, 'theirs'),
      title: textIn(input, row, 'priority'),
      importance: numberIn(row, 'importance'),
      // An idea serves nothing yet.
      isLinked: ['agreed', 'in-place'].includes(codeIn(row, 'state')),
    }))
    .sort((a, b) => (b.importance ?? 0) - (a.importance ?? 0));
