import type { Picture } from '../charts/chart.ts';
import { type Orientation, spanMillimetres } from '../document/blocks/chart.ts';
import type {
  Block,
  Captioned,
  FigureBlock,
  Html,
  ProsePlace,
  QuadrantsBlock,
  TableBlock,
} from '../document/model.ts';
import { Markup } from './markup.ts';
import { gridView } from './page-grid.ts';
import type { BlockView, CaptionView, FigureView, QuadrantsView, TableView } from './page-model.ts';

/** The SVG of a chart, finished, with the ids of its own. */
export type Draw = (drawing: Picture) => string;

/** What blocks stand on. */
interface Surface {
  readonly draw: Draw;
  readonly page: Orientation;
  /** Whether they stand side by side in a row. */
  readonly inRow: boolean;
}

export const blockViews = (blocks: readonly Block[], draw: Draw, page: Orientation): BlockView[] =>
  joinAsides(blocks).map(block => blockView(block, { draw, page, inRow: false }));

type WithAside = Block & { readonly aside?: Html };

/** A note for the margin stands beside the prose that follows it. */
const joinAsides = (blocks: readonly Block[]): WithAside[] => {
  const joined: WithAside[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const isNote = last?.kind === 'prose' && last.place === 'margin';
    if (isNote && block.kind === 'prose' && block.place === 'main')
      joined[joined.length - 1] = { ...block, aside: last.html };
    else joined.push(block);
  }
  return joined;
};

/** Prose set off or in columns stands in the main part, too. */
const proseClasses: Readonly<Record<ProsePlace, string>> = {
  main: 'main',
  margin: 'margin',
  full: 'full',
  columns: 'main columns',
  note: 'main callout',
  warning: 'main callout warning',
};

const blockView = (block: WithAside, surface: Surface): BlockView => {
  switch (block.kind) {
    case 'prose':
      return {
        kind: 'prose',
        html: new Markup(block.html),
        aside: markup(block.aside),
        place: proseClasses[block.place],
      };
    case 'page-break':
      return block;
    case 'footnotes':
      return {
        kind: 'footnotes',
        items: block.items.map(({ number, html }) => ({ number, html: new Markup(html) })),
      };
    case 'figure':
      return figureView(block, surface);
    case 'table':
      return tableView(block, surface);
    case 'quadrants':
      return quadrantsView(block, surface);
    case 'row':
      return rowView(block, surface);
    case 'decisions':
      return { kind: 'decisions', items: block.items.map(decisionView) };
    case 'asks':
      return {
        kind: 'asks',
        groups: block.groups.map(group => ({ ...group, items: group.items.map(item => new Markup(item)) })),
      };
    case 'findings':
      return { kind: 'findings', title: block.title, note: block.note, items: block.items.map(findingView) };
    case 'strip':
      return {
        kind: 'strip',
        count: block.items.length,
        items: block.items.map(item => ({
          ...item,
          unit: item.unit,
          note: item.note,
          figure: item.figure,
        })),
      };
    case 'facts':
      return {
        kind: 'facts',
        inRow: surface.inRow,
        rows: block.rows.map(({ label, value }) => ({ label, value: new Markup(value) })),
      };
    case 'methods':
      return { kind: 'methods', items: block.items.map(methodView) };
    case 'register':
      return { ...block, title: block.title };
    case 'documents':
      return {
        kind: 'documents',
        groups: block.groups.map(documentGroup),
        archive: block.archive.map(({ title, groups }) => ({ title, groups: groups.map(documentGroup) })),
      };
  }
};

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** The grid has twelve columns: what needs at most nine of them leaves the margin column to notes. */
const rowView = ({ note, source, blocks }: Of<'row'>, surface: Surface): BlockView => {
  const width = blocks.reduce((sum, block) => sum + ('span' in block ? block.span : 0), 0);
  return {
    kind: 'row',
    note: markup(note),
    source: markup(source),
    indented: note === undefined && width <= 9,
    blocks: blocks.map(block => blockView(block, { ...surface, inRow: true })),
  };
};

const decisionView = (item: Of<'decisions'>['items'][number]) => ({
  label: item.label,
  reference: markup(item.reference),
  title: new Markup(item.title),
  reason: new Markup(item.reason),
  facts: item.facts,
});

const findingView = (item: Of<'findings'>['items'][number], index: number) => ({
  number: index + 1,
  strong: new Markup(item.strong),
  text: markup(item.text),
  reference: markup(item.reference),
});

/** Methods and sections may have the same id: both are about the concentration, say. */
export const methodAnchor = (id: string): string => `method-${id}`;

const methodView = (item: Of<'methods'>['items'][number]) => ({
  id: methodAnchor(item.id),
  title: item.title,
  rows: item.rows.map(({ label, html }) => ({ label, html: new Markup(html) })),
});

const documentGroup = (group: Of<'documents'>['groups'][number]) => ({
  title: group.title,
  items: group.items.map(({ title, accounts, kams, links }) => ({
    title,
    accounts: accounts.join('\n'),
    kams: kams.join('\n'),
    links,
  })),
});

const figureView = (block: FigureBlock, { draw, page, inRow }: Surface): FigureView => ({
  kind: 'figure',
  ...captionView(block, inRow),
  drawing: block.drawing === undefined ? undefined : new Markup(draw(block.drawing)),
  unavailable: block.unavailable,
  data:
    block.data === undefined
      ? undefined
      : gridView(block.data, captionId(block), spanMillimetres(block.span, page)),
});

const tableView = (block: TableBlock, { page, inRow }: Surface): TableView => ({
  kind: 'table',
  ...captionView(block, inRow),
  grid:
    block.table === undefined
      ? undefined
      : gridView(block.table, captionId(block), spanMillimetres(block.span, page)),
  unavailable: block.unavailable,
});

const quadrantsView = (block: QuadrantsBlock, { inRow }: Surface): QuadrantsView => ({
  kind: 'quadrants',
  ...captionView(block, inRow),
  quadrants: block.quadrants.map(({ title, items, note }) => ({ title, items, note })),
  unavailable: block.unavailable,
});

const captionId = ({ anchor }: { readonly anchor: string }): string => `${anchor}-caption`;

const captionView = (block: Captioned, inRow: boolean): CaptionView => ({
  anchor: block.anchor,
  label: block.label,
  caption: new Markup(block.caption),
  note: markup(block.note),
  source: markup(block.source),
  span: block.span,
  beside: !inRow && block.span < 12,
  inRow,
});

const markup = (html: Html | undefined): Markup | undefined =>
  html === undefined ? undefined : new Markup(html);
