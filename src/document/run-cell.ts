import { asksBlock } from './blocks/asks.ts';
import { chartBlock } from './blocks/chart.ts';
import { decisionsBlock } from './blocks/decisions.ts';
import { documentsBlock } from './blocks/documents.ts';
import { findingsBlock } from './blocks/findings.ts';
import { factsBlock, methodsBlock } from './blocks/reference.ts';
import { sectionHead } from './blocks/section.ts';
import { stripBlock } from './blocks/strip.ts';
import { tableBlock } from './blocks/table.ts';
import type { CellKind, CellOptions } from './cells.ts';
import type { Cell, CellRunner, Program } from './compile.ts';
import { type BlockContext, createBlockContext } from './context.ts';
import type { Block } from './model.ts';

type Makers = {
  readonly [K in Exclude<CellKind, 'section'>]: (
    argument: string,
    options: CellOptions<K>,
    context: BlockContext,
  ) => Block;
};

/** What each kind of cell makes. */
const makers: Makers = {
  chart: chartBlock,
  table: tableBlock,
  strip: (_, options, context) => stripBlock(options, context),
  findings: (_, options, context) => findingsBlock(options, context),
  asks: (_, options, context) => asksBlock(options, context),
  decisions: (_, options, context) => decisionsBlock(options, context),
  facts: (_, options, context) => factsBlock(options, context),
  methods: (_, __, context) => methodsBlock(context),
  documents: (_, __, context) => documentsBlock(context),
};

/** Runs a cell where the template reached it, and leaves its mark. */
export const cellRunner =
  (program: Program): CellRunner =>
  (cell, scope, running) => {
    const context = createBlockContext(program, scope, running);
    const { collected } = running;
    if (cell.kind === 'section') {
      const head = sectionHead(cell.argument, cell.options as CellOptions<'section'>, context);
      collected.hidden = head === undefined;
      if (head === undefined) return '<!--section:none-->';
      return `<!--section:${collected.sections.push(head) - 1}-->`;
    }
    // What nobody sees takes no number, and nothing can refer to it.
    if (collected.hidden) return '';
    const place = collected.blocks.push(make(cell, cell.kind, context)) - 1;
    if (cell.kind === 'methods') collected.late.set(place, () => methodsBlock(context));
    return `<!--block:${place}-->`;
  };

// The options were validated against the schema of their kind when the notebook was checked.
const make = (cell: Cell, kind: keyof Makers, context: BlockContext): Block =>
  (makers[kind] as (argument: string, options: unknown, context: BlockContext) => Block)(
    cell.argument,
    cell.options,
    context,
  );
