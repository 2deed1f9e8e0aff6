import type { Palette } from '../../brand/palette.ts';
import type { NativeChart } from './native-chart.ts';

/** A presentation before it is a file. Text is plain; places are in the deck's own layout. */
export interface Deck {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** ISO date that the file carries. */
  readonly date: string;
  readonly palette: Palette;
  readonly font: string;
  /** At the foot of every slide but the cover. */
  readonly footer: string;
  readonly slides: readonly Slide[];
}

export interface Slide {
  readonly layout: 'cover' | 'content';
  readonly title: string;
  readonly parts: readonly Part[];
  /** What the speaker says; paragraphs. */
  readonly notes: readonly string[];
}

/** Where something stands, in millimetres of a slide of 338.7 × 190.5. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Part =
  | {
      readonly kind: 'text';
      readonly box: Box;
      readonly paragraphs: readonly Paragraph[];
      readonly bar?: boolean;
    }
  /** A band of stripes, each as wide as its share. */
  | {
      readonly kind: 'stripes';
      readonly box: Box;
      readonly shares: readonly number[];
      readonly description: string;
    }
  | { readonly kind: 'picture'; readonly box: Box; readonly png: Uint8Array; readonly description: string }
  | { readonly kind: 'table'; readonly box: Box; readonly table: DeckTable; readonly description: string }
  | { readonly kind: 'chart'; readonly box: Box; readonly chart: NativeChart; readonly description: string };

export interface Paragraph {
  readonly runs: readonly Run[];
  readonly bullet?: 'number' | 'dot';
  readonly align?: 'right';
  /** Points below it. */
  readonly after?: number;
}

export interface Run {
  readonly text: string;
  /** Points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: keyof Palette;
}

export interface DeckTable {
  readonly columns: readonly DeckColumn[];
  readonly rows: readonly DeckRow[];
  /** Points. */
  readonly size: number;
  /** Whether texts stand in the middle of their rows, rather than at the top. */
  readonly middle: boolean;
}

export interface DeckColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Share of the width. */
  readonly part: number;
}

export interface DeckRow {
  readonly strong: boolean;
  readonly cells: readonly { readonly runs: readonly Run[] }[];
}
