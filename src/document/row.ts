import { textWidth } from '../charts/text-width.ts';
import { labelSize } from '../charts/theme.ts';
import { spanWidth } from './blocks/chart.ts';
import type { Collected } from './composer.ts';
import { plainText } from './context.ts';
import type { Block, Html, Span } from './model.ts';

interface Row {
  readonly blocks: readonly Block[];
  /** What stands in the margin column; empty where there is nothing. */
  readonly note: string;
  /** Cells that its author put side by side, whether their conditions hold or not. */
  readonly planned: number;
}

type RowBlock = Extract<Block, { kind: 'row' }>;

/** Columns of the grid, and of its margin. */
const columns = 12;
const margin = 3;

/** Blocks side by side; none where no condition held. What is missing leaves its columns to the others. */
export const rowOf = ({ blocks, note, planned }: Row, atSpan: Collected['atSpan']): RowBlock[] => {
  if (blocks.length === 0 && note.trim() === '') return [];
  const room = columns - (note.trim() === '' ? 0 : margin) - margin * blocks.filter(isFacts).length;
  return [withSourceOnce({ blocks: blocks.length < planned ? widened(blocks, room, atSpan) : blocks, note })];
};

const isFacts = ({ kind }: Block): boolean => kind === 'facts';

/** Each in proportion to the span that it has; the first takes what a whole number of columns leaves over. */
const widened = (blocks: readonly Block[], room: number, atSpan: Collected['atSpan']): readonly Block[] => {
  const spans = blocks.map(block => ('span' in block ? block.span : 0));
  const taken = spans.reduce<number>((sum, span) => sum + span, 0);
  if (taken === 0 || taken >= room) return blocks;
  const shares = spans.map(span => Math.floor((span * room) / taken));
  const left = room - shares.reduce((sum, share) => sum + share, 0);
  const first = spans.findIndex(span => span > 0);
  return blocks.map((block, index) => {
    const make = atSpan.get(block);
    return make === undefined ? block : make(((shares[index] ?? 0) + (index === first ? left : 0)) as Span);
  });
};

/**
 * Side by side, a source that all share is said once: with the note in the margin, on the last of them where its caption
 * leaves room, or below them.
 */
const withSourceOnce = ({ blocks, note }: Pick<Row, 'blocks' | 'note'>): RowBlock => {
  const sources = new Set(
    blocks.flatMap(block => ('source' in block && block.source !== undefined ? [block.source] : [])),
  );
  const [source] = sources;
  if (source === undefined || sources.size > 1)
    return { kind: 'row', blocks, ...(note === '' ? {} : { note }) };
  if (note === '') {
    const last = blocks.at(-1);
    return last !== undefined && fitsInCaption(last, source)
      ? { kind: 'row', blocks: [...blocks.slice(0, -1).map(withoutSource), last] }
      : { kind: 'row', blocks: blocks.map(withoutSource), source };
  }
  return {
    kind: 'row',
    blocks: blocks.map(withoutSource),
    note: `${note.trimEnd()}<p class="source">${source}</p>`,
  };
};

/** Whether caption and source of a block fit on one line of a portrait page. */
const fitsInCaption = (block: Block, source: Html): boolean =>
  'caption' in block &&
  textWidth(plainText(`${block.label} ${block.caption} ${source}`), labelSize, 500) + gaps <=
    spanWidth(block.span);

/** Pixels between label, caption and source. */
const gaps = 30;

const withoutSource = (block: Block): Block => {
  if (!('source' in block)) return block;
  const { source: _, ...rest } = block;
  return rest;
};
