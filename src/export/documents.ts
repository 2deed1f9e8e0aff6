import { compose } from '../document/compose.ts';
import { plainText } from '../document/context.ts';
import type { Block, DocumentModel, Html, Table } from '../document/model.ts';
import { planDocuments } from '../document/plan.ts';
import { createPrograms } from '../edition/programs.ts';
import { createBasis } from '../explain/basis.ts';
import { distinct } from '../model/diagnostic.ts';
import type { ExportSources } from './format.ts';
import { UnfitDocument } from './unfit-document.ts';

/** The document that goes out as deck and e-mail where none is named. */
export const boardSummary = 'board-summary';

const planned = ({ notebooks, analysis, locale }: ExportSources) =>
  planDocuments(notebooks, analysis, { locales: [locale], only: [] }).map(plan => ({
    ...plan,
    id: plan.path.slice(0, -locale.tag.length - 1),
  }));

/** Every document that the notebooks make, but the index. */
export const documentIds = (sources: ExportSources): readonly string[] =>
  planned(sources)
    .map(({ id }) => id)
    .filter(id => id !== 'index');

/**
 * The documents of some ids, before they have a page.
 * @throws UnfitDocument where a helper of the workspace failed
 */
export const documentsOf = (
  sources: ExportSources,
  chosen: ReadonlySet<string>,
): readonly DocumentModel[] => {
  const { analysis, locale, names, locate, confinement } = sources;
  const basis = createBasis(analysis.figures, locate);
  const programOf = createPrograms(confinement);
  const documents = planned(sources)
    .filter(({ id }) => chosen.has(id))
    .map(plan =>
      compose(
        { name: plan.notebook.name, frontMatter: plan.notebook.head, program: programOf(plan) },
        {
          analysis,
          locale,
          names,
          locate,
          basis,
          documents: [],
          archive: () => [],
          ...(plan.subject === undefined ? {} : { subject: plan.subject }),
        },
      ),
    );
  const problems = documents.flatMap(document => document.problems ?? []);
  if (problems.length > 0) throw new UnfitDocument(distinct(problems));
  return documents;
};

/** Blocks in their order, those that stand side by side one by one. */
export const flatBlocks = (blocks: readonly Block[]): readonly Exclude<Block, { kind: 'row' }>[] =>
  blocks.flatMap(block => (block.kind === 'row' ? flatBlocks(block.blocks) : [block]));

/** Text of markup, in one line. */
export const lineOf = (html: Html): string =>
  plainText(html)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();

/** A table of texts: columns that are nothing but a drawing go, and numbers beside one stand right. */
export const withoutGraphics = (table: Table): Table => {
  const cellsOf = (column: number) => table.rows.flatMap(({ cells }) => cells[column] ?? []);
  const kept = table.columns.map((_, column) => cellsOf(column).some(({ text }) => text !== ''));
  const drawn = table.columns.map((_, column) =>
    cellsOf(column).some(({ graphic }) => graphic !== undefined),
  );
  return {
    ...table,
    columns: table.columns
      .map((column, index) => (drawn[index] === true ? { ...column, align: 'right' as const } : column))
      .filter((_, column) => kept[column]),
    rows: table.rows.map(row => ({ ...row, cells: row.cells.filter((_, column) => kept[column]) })),
  };
};
