import { textWidth } from '../charts/text-width.ts';
import { labelSize } from '../charts/theme.ts';
import { spanWidth } from './blocks/chart.ts';
import type { Collected } from './composer.ts';
import { plainText } from './context.ts';
import type { Block, Html, ProsePlace, Section } from './model.ts';

const mark = /<!--(block|section|open|close)(?::([a-z0-9-]+))?-->/g;

/** A container that is open while the marks are read. */
interface Frame {
  readonly name: string;
  readonly blocks: Block[];
  note: string;
}

/** Turns the text of a run, with its marks, into numbered sections of blocks. Text before the first section is dropped if blank. */
export const assemble = (text: string, collected: Collected): Section[] => {
  const assembler = new Assembler(collected);
  let last = 0;
  for (const found of text.matchAll(mark)) {
    assembler.prose(text.slice(last, found.index));
    assembler.mark(found[1] ?? '', found[2] ?? '');
    last = found.index + found[0].length;
  }
  assembler.prose(text.slice(last));
  return assembler.finish();
};

/** Containers that say where their prose stands. */
const places: ReadonlyMap<string, ProsePlace> = new Map(
  (['margin', 'full', 'columns', 'note', 'warning'] as const).map(name => [name, name]),
);

class Assembler {
  private readonly collected: Collected;
  private readonly sections: Section[] = [];
  private frames: Frame[] = [{ name: 'section', blocks: [], note: '' }];
  private head: Collected['sections'][number] | undefined;

  constructor(collected: Collected) {
    this.collected = collected;
  }

  private get frame(): Frame {
    const frame = this.frames.at(-1);
    if (frame === undefined) throw new Error('A container was closed that was never opened');
    return frame;
  }

  prose(html: string): void {
    if (html.trim() === '') return;
    if (this.frame.name === 'row') this.frame.note += html;
    else {
      this.frame.blocks.push({ kind: 'prose', html, place: places.get(this.frame.name) ?? 'main' });
    }
  }

  mark(kind: string, argument: string): void {
    if (kind === 'block') {
      const block = this.collected.blocks[Number(argument)];
      if (block !== undefined) this.frame.blocks.push(block);
    } else if (kind === 'section') {
      this.endSection();
      this.head = this.collected.sections[Number(argument)];
    } else if (kind === 'open') {
      this.frames.push({ name: argument, blocks: [], note: '' });
    } else {
      this.closeContainer();
    }
  }

  finish(): Section[] {
    this.endSection();
    return this.sections;
  }

  private closeContainer(): void {
    const closed = this.frames.pop();
    if (closed === undefined) return;
    if (closed.name === 'row') this.frame.blocks.push(rowOf(closed));
    else this.frame.blocks.push(...closed.blocks);
  }

  private endSection(): void {
    const { blocks } = this.frame;
    this.frames = [{ name: 'section', blocks: [], note: '' }];
    if (this.head === undefined) return;
    const number = this.sections.length + 1;
    const items = footnotesOf(number, this.collected);
    this.sections.push({
      ...this.head,
      number,
      blocks: items.length === 0 ? blocks : [...blocks, { kind: 'footnotes', items }],
    });
    this.head = undefined;
  }
}

/** The notes that a section refers to, in the order of their numbers. */
const footnotesOf = (section: number, { footnotes, footnoteTexts }: Collected) =>
  footnotes.flatMap((note, index) =>
    note.section === section ? [{ number: index + 1, html: footnoteTexts.get(note.label) ?? '' }] : [],
  );

/**
 * Side by side, a source that all share is said once: with the note in the margin, on the last of them where its caption
 * leaves room, or below them.
 */
const rowOf = ({ blocks, note }: Frame): Extract<Block, { kind: 'row' }> => {
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
