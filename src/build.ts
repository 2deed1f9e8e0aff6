import { type Analysis, analyze } from './analysis/analyze.ts';
import { asOf } from './analysis/as-of.ts';
import type { Reads, Watch } from './analysis/reading/account-watch.ts';
import { createBuildMemory } from './cache/build-memory.ts';
import { rememberingCuts } from './cache/cut-memory.ts';
import { createDocumentMemory } from './cache/document-memory.ts';
import { checkedLibrary } from './cache/library-memory.ts';
import { createPageMemory, noMemory, type PageMemory } from './cache/page-memory.ts';
import { remembering } from './cache/remembering.ts';
import { type Library, readNotebooks } from './document/library.ts';
import { type Planned, planDocuments } from './document/plan.ts';
import { documentsOf, type Shard } from './document/shards.ts';
import { archivedPaths } from './edition/archived.ts';
import { costsOf } from './edition/costs.ts';
import { cardsOf, composed, createEdition, type Edition, withoutLeak } from './edition/edition.ts';
import type { Made, Output } from './edition/made.ts';
import { printPage } from './edition/print.ts';
import { createPrograms } from './edition/programs.ts';
import { renderersFor } from './edition/renderers.ts';
import { type Templates, withOwnTemplates } from './edition/templates.ts';
import type { Effects } from './effects.ts';
import type { Place } from './explain/explanation.ts';
import type { Locale } from './locale/locale.ts';
import type { Hashes } from './manifest/noted-files.ts';
import { accountOf, type BuildAccount, writeManifest } from './manifest/record.ts';
import { codePointOf } from './model/character.ts';
import { type Diagnostic, distinct, hasErrors } from './model/diagnostic.ts';
import { sha256 } from './model/hash.ts';
import type { PeriodId } from './model/period.ts';
import type { SourceRef } from './model/source.ts';
import type { Workspace } from './model/workspace.ts';
import { createChartGrammar } from './render/chart-grammar.ts';
import type { PageMap } from './render/pdf-destinations.ts';
import { checkTemplates } from './render/template-check.ts';

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
  /** What an audience may see of the analysis; all of it when absent. */
  readonly analyze?: (period: PeriodId) => Analysis;
  /** The code of a name that the audience may not read and that a finished page holds all the same. */
  readonly leakIn?: (page: string) => string | undefined;
  /** Date that the PDFs carry, ISO; that of the data when absent. */
  readonly date?: string;
  /** Which part of the documents to make, where several machines share them; all when absent. */
  readonly shard?: Shard;
  /** Version of this program. */
  readonly product: string;
  /** Every file of the workspace that was read, with the hash of what was read. */
  readonly inputs: () => Promise<Hashes>;
  /** What an audience may be told of them; all of it when absent. */
  readonly inputsTold?: (inputs: Hashes) => Promise<Hashes>;
}

export interface BuildReport {
  readonly diagnostics: readonly Diagnostic[];
  /** Texts of the notebooks, for code frames. */
  readonly texts: ReadonlyMap<string, string>;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** What its manifest says; absent where it began nothing. */
  readonly account?: BuildAccount;
}

/**
 * The whole pipeline:
 *
 *     data/*.yaml ── load, check ──▶ Workspace ── analyze ──▶ Analysis ─┐
 *                                                                        ├─ compose ──▶ DocumentModel ── render ──▶ HTML ── print, finish ──▶ PDF
 *     reports/*.md ── split, check ─▶ Notebook ── compile ──▶ Program ──┘
 *
 * Its steps stand in edition/, where the preview takes them from as well. Nothing is written while anything is wrong with
 * the notebooks; the workspace was checked before it came here.
 */
export const build = async (request: BuildRequest, effects: Effects): Promise<BuildReport> => {
  const { period, locales } = request;
  const { cache, files: tree } = effects;
  const archived = await archivedPaths(period, tree);
  const sources = await readNotebooks(tree, effects.product);
  // An edition for an audience is cut out of the data in ways that no edit of a file tells: each is made anew.
  const isRemembered = cache !== undefined && request.leakIn === undefined;
  const known = isRemembered ? await createBuildMemory(request, archived, { cache, files: tree }) : undefined;
  const analysis = analysisOf(request, known?.watch);
  const grammar = createChartGrammar(effects.chartSchema);
  const library = await checkedLibrary(sources, { analysis, locales, grammar }, known);
  const { notebooks, texts: written, parts } = library.value ?? emptyLibrary;
  const templates = withOwnTemplates(tree, effects.product);
  const checked = await checkTemplates(templates, notebooks);
  const diagnostics = [...library.diagnostics, ...checked.diagnostics];
  const texts = new Map([...written, ...checked.texts]);
  if (hasErrors(diagnostics)) return { diagnostics, texts, written: [], unchanged: [] };
  const leaks = request.leakIn === undefined ? {} : { leakIn: request.leakIn };
  // The index links to every document of the period, whatever part of them is built now.
  const locate = known?.watch.locating(request.locate) ?? request.locate;
  const edition = createEdition({ analysis, notebooks, locales, archived, locate, ...leaks });
  const planned = planDocuments(notebooks, analysis, request);
  const own =
    request.shard === undefined
      ? planned
      : documentsOf(request.shard, planned, await costsOf(planned, period, tree));
  const memory = await memoryOf(request, checked.texts, effects);
  const fonts = cache === undefined ? effects.fonts : rememberingCuts(effects.fonts, cache);
  const anew = documentMaker(edition, request, { ...effects, fonts, templates }, memory, known?.watch);
  const make =
    known === undefined || cache === undefined
      ? anew
      : remembering(
          anew,
          createDocumentMemory(known, { edition, parts, print: effects.print }),
          known.watch,
          {
            cache,
            files: tree,
            folder: `reports/${period}`,
          },
        );
  const outputs = await inParallel(own, request.jobs, make, effects);
  const files = outputs.flatMap(made => made.files);
  const account = await accountOf(request, { edition, parts, planned, files }, effects);
  await writeManifest(request, account, effects.files);
  return {
    diagnostics: [
      ...diagnostics,
      ...distinct(outputs.flatMap(made => made.complaints)),
      ...missingGlyphs(files),
    ],
    texts,
    written: files.filter(({ changed }) => changed).map(({ path }) => path),
    unchanged: files.filter(({ changed }) => !changed).map(({ path }) => path),
    account,
  };
};

const analysisOf = ({ workspace, period, analyze: own }: BuildRequest, watch: Watch | undefined): Analysis =>
  watch === undefined
    ? (own?.(period) ?? analyze(workspace, period))
    : analyze(watch.workspace, period, undefined, watch);

const emptyLibrary: Library = { notebooks: [], texts: new Map(), parts: new Map() };

const memoryOf = async (
  { workspace }: BuildRequest,
  templates: ReadonlyMap<string, string>,
  { cache, files, fonts, print }: Effects,
): Promise<PageMemory> => {
  if (cache === undefined) return noMemory;
  const words = await files.list('templates/locales');
  const texts = await Promise.all(words.map(async path => [path, (await files.read(path)) ?? ''] as const));
  return createPageMemory(cache, {
    texts: new Map([...templates, ...texts]),
    faces: [...(workspace.brand?.faces ?? []), ...fonts.faces],
    browser: print.name,
  });
};

/** Nothing is left out without notice: one warning for all documents, since names recur in most of them. */
export const missingGlyphs = (files: readonly Pick<Output, 'path' | 'missing'>[]): Diagnostic[] => {
  const concerned = files.filter(({ missing }) => missing.length > 0);
  const [first] = concerned;
  if (first === undefined) return [];
  const characters = [...new Set(concerned.flatMap(({ missing }) => missing))].map(
    character => `${character} (${codePointOf(character)})`,
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
  edition: Edition,
  { workspace, period, date }: BuildRequest,
  effects: Effects & { readonly templates: Templates },
  memory: PageMemory,
  watch: Watch | undefined,
): ((planned: Planned) => Promise<Made>) => {
  const programOf = createPrograms(effects.confinement);
  const rendererOf = renderersFor(workspace, effects);
  // The documents of a notebook often break at the same places, and are then printed once each.
  const printed = new Map<string, PageMap>();
  return async planned => {
    const { notebook, formats } = planned;
    const { layout } = notebook.head;
    const { made, ...watched } = told(watch, () => {
      const document = composed(edition, planned, programOf(planned));
      return { document, cards: cardsOf(edition, planned, document) };
    });
    const { document, cards } = made;
    const rendered = await memory.page(document, layout, cards, async () => {
      const renderer = await rendererOf(layout);
      return renderer.page(document, planned.locale);
    });
    const page = withoutLeak(edition, planned, rendered);
    const target = `reports/${period}/${planned.path}`;
    const { complaints } = page;
    if (hasErrors(complaints)) return { files: [], complaints };
    const outputs: Output[] = [];
    if (formats.includes('html')) outputs.push(await write(target, 'html', page.html, []));
    if (formats.includes('pdf')) {
      const alike = `${notebook.name}.${planned.locale.tag}`;
      const madeOn = date ?? asOf(edition.analysis.scope);
      const { pdf, missing, pages } = await memory.print(planned.path, page, madeOn, assumed =>
        printPage(effects.print, page, madeOn, assumed ?? printed.get(alike)),
      );
      if (pages !== undefined) printed.set(alike, pages);
      outputs.push(await write(target, 'pdf', pdf, missing));
    }
    return { files: outputs, complaints, ...watched };
  };

  async function write(
    target: string,
    format: Output['format'],
    content: string | Uint8Array,
    missing: readonly string[],
  ): Promise<Output> {
    const path = `${target}.${format}`;
    const hash = await sha256(content);
    return { path, format, hash, changed: await effects.files.write(path, content), missing };
  }
};

/** Makes something, and says what it read where that is watched. */
const told = <T>(watch: Watch | undefined, make: () => T): { readonly made: T; readonly reads?: Reads } =>
  watch?.told(make) ?? { made: make() };

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
