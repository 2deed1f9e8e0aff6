import type { Collected } from './composer.ts';
import type { Block, ProsePlace, Section } from './model.ts';
import { rowOf } from './row.ts';

const mark = /<!--(block|section|open|close)(?::([a-z0-9-]+))?(?::([0-9]+))?-->/g;

/** A container that is open while the marks are read. */
interface Frame {
  readonly name: string;
  /** What follows the name in its mark. */
  readonly argument: string;
  readonly blocks: Block[];
  note: string;
}

/** Turns the text of a run, with its marks, into numbered sections of blocks. Text before the first section is dropped if blank. */
export const assemble = (text: string, collected: Collected): Section[] => {
  const assembler = new Assembler(collected);
  let last = 0;
  for (const found of text.matchAll(mark)) {
    assembler.prose(text.slice(last, found.index));
    assembler.mark(found[1] ?? '', found[2] ?? '', found[3] ?? '');
    last = found.index + found[0].length;
  }
  assembler.prose(text.slice(last));
  return assembler.finish();
};

const sectionFrame = (): Frame => ({ name: 'section', argument: '', blocks: [], note: '' });

/** Containers that say where their prose stands. */
const places: ReadonlyMap<string, ProsePlace> = new Map(
  (['margin', 'full', 'columns', 'note', 'warning'] as const).map(name => [name, name]),
);

class Assembler {
  private readonly collected: Collected;
  private readonly sections: Section[] = [];
  private frames: Frame[] = [sectionFrame()];
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

  mark(kind: string, argument: string, detail: string): void {
    if (kind === 'block') {
      const block = this.collected.blocks[Number(argument)];
      if (block !== undefined) this.frame.blocks.push(block);
    } else if (kind === 'section') {
      this.endSection();
      this.head = this.collected.sections[Number(argument)];
    } else if (kind === 'open') {
      this.frames.push({ name: argument, argument: detail, blocks: [], note: '' });
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
    if (closed.name === 'row') {
      const { blocks, note, argument } = closed;
      this.frame.blocks.push(...rowOf({ blocks, note, planned: Number(argument) }, this.collected.atSpan));
    } else this.frame.blocks.push(...closed.blocks);
  }

  private endSection(): void {
    const { blocks } = this.frame;
    this.frames = [sectionFrame()];
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
