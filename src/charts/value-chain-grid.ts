import { activities } from '../model/value-chain.ts';
import type { AmountLabels } from './amounts.ts';
import type { ChartInput } from './chart.ts';
import { glyphSide } from './glyphs.ts';
import { textWidth, twoLines } from './text-width.ts';
import { labelSize } from './theme.ts';
import type { Activity, ChainLink, ChainPriority } from './value-chain-links.ts';

/** Priorities of one activity that have a line of their own. */
const mostPriorities = 3;
export const line = 13;
/** Turn of the heads of columns, in degrees. */
export const slant = -40;
export const gap = 10;

/** Where rows and columns lie, in pixels. */
export interface Grid {
  readonly width: number;
  readonly head: number;
  readonly bottom: number;
  readonly left: number;
  readonly column: number;
  readonly right: number;
  /** Activities of ours, from left to right. */
  readonly ours: readonly Activity[];
  readonly rows: readonly {
    readonly activity: Activity;
    readonly top: number;
    readonly height: number;
    readonly priorities: readonly ShownPriority[];
  }[];
}

/** Columns that keep a slanted head over them apart from the one beside it, and hold a mark. */
const leastColumn = 30;

export const gridOf = (
  input: ChartInput,
  links: readonly ChainLink[],
  priorities: readonly ChainPriority[],
  pitch: number,
  amounts: AmountLabels,
): Grid => {
  const { locale, width } = input;
  const ours = activities.filter(activity => links.some(link => link.ours === activity));
  const theirs = activities.filter(activity =>
    [...links, ...priorities].some(one => one.theirs === activity),
  );
  const lengthOf = (activity: Activity): number => textWidth(locale.term('activity', activity), labelSize);
  const heads = Math.max(0, ...ours.map(lengthOf));
  const head = Math.ceil(heads * Math.sin((-slant * Math.PI) / 180)) + 24;
  const title = textWidth(locale.t('charts.value-chain.theirs'), labelSize, 500);
  const left = Math.ceil(Math.max(title, ...theirs.map(lengthOf))) + gap;
  // The last head leans out over what stands to the right of the columns; the values of cells keep clear of their rules.
  const values = Math.max(0, ...links.map(({ value }) => textWidth(amounts.text(value ?? 0), labelSize)));
  const wanted = Math.max(leastColumn, glyphSide * 2 + values + 8);
  const column = Math.min(wanted, (width * 0.68 - left) / Math.max(1, ours.length));
  const lean = heads * Math.cos((-slant * Math.PI) / 180) - column / 2;
  const right = Math.min(width * 0.7, left + column * ours.length + Math.max(0, lean - gap));
  let top = head;
  const rows = theirs.map(activity => {
    const shown = shownPriorities(input, priorities, activity, width - right - gap - glyphSide - 4);
    const lines = shown.reduce((sum, { text }) => sum + linesOf(text), 0);
    const height = Math.max(pitch, lines * line + 5);
    const row = { activity, top, height, priorities: shown };
    top += height;
    return row;
  });
  return { width, head, bottom: top, left, column, right, ours, rows };
};

export const linesOf = (text: string): number => text.split('\n').length;

interface ShownPriority {
  readonly text: string;
  readonly isLinked: boolean;
}

/** The first priorities of an activity, each on two lines at most, with its importance; the last counts those left out. */
const shownPriorities = (
  { locale }: ChartInput,
  priorities: readonly ChainPriority[],
  activity: Activity,
  room: number,
): ShownPriority[] => {
  const own = priorities.filter(({ theirs }) => theirs === activity);
  const shown = own.slice(0, mostPriorities);
  const rest = own.length - shown.length;
  return shown.map(({ title, importance, isLinked }, index) => {
    const rank = importance === undefined ? '' : ` (${importance})`;
    const more =
      rest > 0 && index === shown.length - 1
        ? ` ${locale.t('charts.value-chain.more', { count: rest })}`
        : '';
    const weight = isLinked ? 400 : 600;
    const after = textWidth(rank + more, labelSize, weight);
    // The importance stands behind the last word, so that the room for it is kept in the line that has it.
    const whole = textWidth(title, labelSize, weight) + after <= room;
    return {
      text: `${whole ? title : twoLines(title, room - after, labelSize, weight)}${rank}${more}`,
      isLinked,
    };
  });
};

export const columnAt = ({ left, column, ours }: Grid, activity: Activity): number =>
  left + ours.indexOf(activity) * column;
