import { type Analysis, analyze } from './analysis/analyze.ts';
import { asOf } from './analysis/as-of.ts';
import { archivedQuarters, archiveOf } from './document/archive.ts';
import { compile } from './document/compile.ts';
import { compose } from './document/compose.ts';
import { type Library, readLibrary } from './document/library.ts';
import type { ShownRow } from './document/model.ts';
import { linksOf, type Planned, planDocuments } from './document/plan.ts';
import { cellRunner } from './document/run-cell.ts';
import type { DocumentLink } from './document/view.ts';
import type { Effects } from './effects.ts';
import { cardsOf, type RowToExplain } from './explain/card.ts';
import type { Place } from './explain/explanation.ts';
import type { Locale } from './locale/locale.ts';
import { createNames } from './locale/names.ts';
import { type Diagnostic, hasErrors } from './model/diagnostic.ts';
import type { PeriodId } from './model/period.ts';
import type { SourceRef } from './model/source.ts';
import type { Workspace } from './model/workspace.ts';
import { createChartGrammar } from './render/chart-grammar.ts';
import { printWithPages } from './render/contents.ts';
import { finishPdf } from './render/pdf.ts';
import { hasMissingGlyphs } from './render/pdf-missing-glyphs.ts';
import { createRenderer, type Renderer } from './render/renderer.ts';

export interface BuildRequest {
  readonly workspace: Workspace;
  readonly period: PeriodId;
  readonly locales: readonly Locale[];
  /** Names or globs of documents; all when empty. */
  readonly only: readonly string[];
  readonly formats?: readonly ('html' | 'pdf')[];
  /** Documents in work at the same time. */
  readonly jobs: number;
  /** Finds a source reference in the files of the workspace. */
  readonly locate: (ref: SourceRef) => Place;
  /** Date that the PDFs carry, ISO; that of the data when absent. */
  readonly date?: string;
}

export interface BuildReport {
  readonly diagnostics: readonly Diagnostic[];
  /** Texts of the notebooks, for code frames. */
  readonly texts: ReadonlyMap<string, string>;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * The whole pipeline:
 *
 *     data/*.yaml ── load, check ──▶ Workspace ── analyze ──▶ Analysis ─┐
 *                                                                        ├─ compose ──▶ DocumentModel ── render ──▶ HTML ── print, finish ──▶ PDF
 *     reports/*.md ── split, check ─▶ Notebook ── compile ──▶ Program ──┘
 *
 * Nothing is written while anything is wrong with the notebooks; the workspace was checked before it came here.
 */
export const build = async (request: BuildRequest, effects: Effects): Promise<BuildReport> => {
  const analysis = analyze(request.workspace, request.period);
  const { value, diagnostics } = await readLibrary(
    effects.files,
    effects.product,
    analysis,
    request.locales,
    createChartGrammar(effects.chartSchema),
  );
  const library = value ?? { notebooks: [], texts: new Map() };
  if (hasErrors(diagnostics)) return { diagnostics, texts: library.texts, written: [], unchanged: [] };
  const planned = planDocuments(library.notebooks, analysis, request);
  const renderers = await renderersFor(planned, request.workspace, effects);
  const archive = await archivedPaths(request.period, effects);
  // The index links to every document of the period, whatever part of them is built now.
  const all = planDocuments(library.notebooks, analysis, { locales: request.locales, only: [] });
  const make = documentMaker(
    analysis,
    library,
    linksOf(all, createNames(request.workspace)),
    archive,
    renderers,
    request,
    effects,
  );
  const outputs = await inParallel(planned, request.jobs, make, effects);
  const files = outputs.flatMap(made => made.files);
  return {
    diagnostics: [
      ...diagnostics,
      ...distinct(outputs.flatMap(made => made.complaints)),
      ...missingGlyphs(files),
    ],
    texts: library.texts,
    written: files.filter(({ changed }) => changed).map(({ path }) => path),
    unchanged: files.filter(({ changed }) => !changed).map(({ path }) => path),
  };
};

interface Output {
  readonly path: string;
  readonly changed: boolean;
  /** Characters that print as an empty box. */
  readonly missing?: readonly string[];
}

interface Made {
  readonly files: readonly Output[];
  /** What is wrong with charts of analysts in it; where one could not be drawn, there are no files. */
  readonly complaints: readonly Diagnostic[];
}

/** A chart that is drawn for many accounts is complained of once. */
const distinct = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(diagnostics.map(one => [JSON.stringify([one.message, one.span]), one])).values(),
];

/** Nothing is left out without notice: one warning for all documents, since names recur in most of them. */
const missingGlyphs = (files: readonly Output[]): Diagnostic[] => {
  const concerned = files.filter(({ missing }) => missing !== undefined);
  const [first] = concerned;
  if (first === undefined) return [];
  const characters = [...new Set(concerned.flatMap(({ missing = [] }) => missing))].map(
    character =>
      `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`,
  );
  const others = concerned.length === 1 ? '' : ` and ${concerned.length - 1} more`;
  return [
    {
      code: 'document/missing-glyph',
      severity: 'warning',
      message: `An empty box is printed for what no type at hand can set, in ${first.path}${others}: among ${characters.join(', ')}.`,
      hints: [
        'Write the name in Latin, Greek, Cyrillic, Arabic or Hebrew letters, or give the account a shortName.',
      ],
    },
  ];
};

const documentMaker = (
  analysis: Analysis,
  library: Library,
  documents: readonly DocumentLink[],
  archived: ReadonlyMap<PeriodId, readonly string[]>,
  renderers: ReadonlyMap<string, Renderer>,
  request: BuildRequest,
  { files, print }: Effects,
): ((planned: Planned) => Promise<Made>) => {
  const names = createNames(request.workspace);
  const titles = new Map(library.notebooks.map(({ name, head }) => [name, head.title]));
  const programs = new Map(
    library.notebooks.flatMap(notebook =>
      request.locales.map(
        locale =>
          [
            `${notebook.name} ${locale.tag}`,
            compile(notebook.nodes, locale, notebook.cells, cellRunner),
          ] as const,
      ),
    ),
  );
  return async ({ notebook, locale, subject, formats, path }) => {
    const program = programs.get(`${notebook.name} ${locale.tag}`);
    if (program === undefined)
      throw new Error(`The notebook ${notebook.name} was not compiled for ${locale.tag}`);
    const archive = archiveOf(archived, titles, locale, names);
    const sources = {
      analysis,
      locale,
      names,
      documents,
      archive,
      locate: request.locate,
      ...(subject === undefined ? {} : { subject }),
    };
    const model = compose({ name: notebook.name, frontMatter: notebook.head, program }, sources);
    const cards = cardsOf(model.figures, rowsToExplain(model.rows, analysis), {
      figures: analysis.figures,
      locale,
      names,
      locate: request.locate,
    });
    const { html, anchors, headings, foreign, complaints } = await rendererOf(notebook.head.layout).page(
      model,
      locale,
      cards,
    );
    const target = `reports/${request.period}/${path}`;
    if (hasErrors(complaints)) return { files: [], complaints };
    const outputs: Output[] = [];
    if (formats.includes('html')) outputs.push(await write(`${target}.html`, html));
    if (formats.includes('pdf')) {
      const title = model.subject === undefined ? model.title : `${model.title}: ${model.subject}`;
      const { pdf } = await printWithPages(print, html, { title, language: locale.tag });
      const date = request.date ?? asOf(analysis.scope);
      const finishing = {
        title,
        language: locale.tag,
        date,
        author: model.running.company,
        anchors,
        headings,
      };
      const output = await write(`${target}.pdf`, await finishPdf(pdf, finishing));
      const isBoxed = foreign.length > 0 && (await hasMissingGlyphs(pdf));
      outputs.push(isBoxed ? { ...output, missing: foreign } : output);
    }
    return { files: outputs, complaints };
  };

  function rendererOf(layout: string): Renderer {
    const renderer = renderers.get(layout);
    if (renderer === undefined) throw new Error(`The layout ${layout} was not read`);
    return renderer;
  }

  async function write(path: string, content: string | Uint8Array): Promise<Output> {
    return { path, changed: await files.write(path, content) };
  }
};

/** Files of earlier quarters, by quarter; the index links to them. */
const archivedPaths = async (
  period: PeriodId,
  { files }: Effects,
): Promise<ReadonlyMap<PeriodId, readonly string[]>> =>
  new Map(
    await Promise.all(
      archivedQuarters(period).map(
        async quarter => [quarter, await files.list(`reports/${quarter}`)] as const,
      ),
    ),
  );

const rowsToExplain = (rows: readonly ShownRow[], { series, madeBy }: Analysis): RowToExplain[] =>
  rows.flatMap(({ id, series: of, index, name }) => {
    const [method, inputs] = [madeBy.series.get(of), series.get(of)?.rowInputs?.[index]];
    return method === undefined || inputs === undefined ? [] : [{ id, name, method, inputs }];
  });

const renderersFor = async (
  planned: readonly Planned[],
  { brand }: Workspace,
  { product, fonts: ours }: Effects,
): Promise<ReadonlyMap<string, Renderer>> => {
  const fonts = { ...ours, faces: [...(brand?.faces ?? []), ...ours.faces] };
  const layouts = [...new Set(planned.map(({ notebook }) => notebook.head.layout))];
  return new Map(
    await Promise.all(
      layouts.map(async layout => [layout, await createRenderer(product, fonts, layout)] as const),
    ),
  );
};

/**
 * Runs the work on all items, so many at a time; results in the order of the items. After a failure nothing new is
 * begun, and what is under way comes to its end before the failure is passed on.
 */
const inParallel = async <Item extends Planned, Result>(
  items: readonly Item[],
  jobs: number,
  work: (item: Item) => Promise<Result>,
  { log }: Effects,
): Promise<Result[]> => {
  const results: Result[] = [];
  let next = 0;
  let done = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const index = next++;
      const item = items[index];
      if (item === undefined) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
      done += 1;
      log.progress(done, items.length, item.path);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.max(1, jobs) }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return results;
};
