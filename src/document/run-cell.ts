import type { Span } from '../model/source.ts';
import { asksBlock } from './blocks/asks.ts';
import { chartBlock } from './blocks/chart.ts';
import { decisionsBlock } from './blocks/decisions.ts';
import { documentsBlock } from './blocks/documents.ts';
import { findingBlock, findingsBlock } from './blocks/findings.ts';
import { quadrantsBlock } from './blocks/quadrants.ts';
import { factsBlock, methodsBlock } from './blocks/reference.ts';
import { sectionHead } from './blocks/section.ts';
import { assumptionsBlock, sourcesBlock } from './blocks/sources.ts';
import { stripBlock } from './blocks/strip.ts';
import { tableBlock } from './blocks/table.ts';
import { vegaLiteBlock } from './blocks/vega-lite.ts';
import type { CellKind, CellOptions } from './cells.ts';
import type { Cell, CellRunner, Program } from './compile.ts';
import { type BlockContext, createBlockContext } from './context.ts';
import type { Block } from './model.ts';

type LateKind = 'methods' | 'sources' | 'assumptions';

type Makers = {
  readonly [K in Exclude<CellKind, LateKind | 'section'>]: (
    argument: string,
    options: CellOptions<K>,
    context: BlockContext,
    place: Span,
  ) => Block;
};

/** What each kind of cell makes. */
const makers: Makers = {
  chart: chartBlock,
  'vega-lite': vegaLiteBlock,
  table: tableBlock,
  quadrants: quadrantsBlock,
  figure: (figure, options, context) => stripBlock({ figures: [{ figure, ...options }] }, context),
  strip: (_, options, context) => stripBlock(options, context),
  finding: (code, _, context) => findingBlock(code, context),
  'page-break': () => ({ kind: 'page-break' }),
  findings: (_, options, context) => findingsBlock(options, context),
  asks: (_, options, context) => asksBlock(options, context),
  decisions: (_, options, context) => decisionsBlock(options, context),
  facts: (_, options, context) => factsBlock(options, context),
  documents: (_, __, context) => documentsBlock(context),
};

/** Runs a cell where the template reached it, and leaves its mark. */
export const cellRunner =
  (program: Program): CellRunner =>
  (cell, scope, running) => {
    const context = createBlockContext(program, scope, running);
    const { collected } = running;
    if (cell.kind === 'section') {
      collected.section = collected.sections.length + 1;
      collected.named.clear();
      const head = sectionHead(cell.argument, cell.options as CellOptions<'section'>, context);
      collected.hidden = head === undefined;
      if (head === undefined) {
        collected.section = 0;
        return '<!--section:none-->';
      }
      return `<!--section:${collected.sections.push(head) - 1}-->`;
    }
    // What nobody sees takes no number, and nothing can refer to it.
    if (collected.hidden) return '';
    const late = lateMaker(cell, context);
    const block = late === undefined ? make(cell, cell.kind as keyof Makers, context) : late();
    const place = collected.blocks.push(block) - 1;
    if (late !== undefined) collected.late.set(place, late);
    return `<!--block:${place}-->`;
  };

/** Makes what is about the document itself, once everything else is there. */
const lateMaker = (cell: Cell, context: BlockContext): (() => Block) | undefined => {
  switch (cell.kind) {
    case 'methods':
      return () => methodsBlock(context);
    case 'sources':
      return () => sourcesBlock(cell.options as CellOptions<'sources'>, context);
    case 'assumptions':
      return assumptionsBlock(cell.options as CellOptions<'assumptions'>, context);
    default:
      return undefined;
  }
};

// The options were validated against the schema of their kind when the notebook was checked.
const make = (cell: Cell, kind: keyof Makers, context: BlockContext): Block =>
  (makers[kind] as (argument: string, options: unknown, context: BlockContext, place: Span) => Block)(
    cell.argument,
    cell.options,
    context,
    cell.place,
  );
