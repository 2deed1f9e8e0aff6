import type { Analysis } from '../analysis/analyze.ts';
import type { CheckedNotebook } from '../document/check.ts';
import { originalsOf, readNotebooks } from '../document/library.ts';
import { type ArchivedPaths, archivedPaths } from '../edition/archived.ts';
import { createEdition, type Edition } from '../edition/edition.ts';
import type { Effects } from '../effects.ts';
import type { Locale } from '../locale/locale.ts';
import type { Outcome } from '../model/diagnostic.ts';
import type { PeriodId } from '../model/period.ts';
import type { KeyedDigest } from '../redaction/codes.ts';
import { audienceFiles } from '../redaction/files.ts';
import { createChartGrammar } from '../render/chart-grammar.ts';
import { loadWorkspace } from '../workspace/load.ts';
import { createReader } from '../workspace/reader.ts';
import { madeFrom, ownIn, sideBySide, type Tree } from './files-in-hand.ts';
import { notebooksInHand } from './notebooks-in-hand.ts';
import { type Problems, refuseErrors } from './problems.ts';
import { keyed, remembered } from './remembered.ts';
import { type Seen, seenBy } from './seen.ts';

/** What is previewed. */
export interface PreviewRequest {
  /** That of the workspace when absent. */
  readonly period?: PeriodId;
  /** BCP 47 tags; those of the workspace when absent. */
  readonly locales?: readonly string[];
  /** Audience of the workspace whose edition is shown; the whole when absent. */
  readonly audience?: string;
}

/** Where it comes from. */
export interface DeskFiles {
  readonly workspace: Tree;
  readonly product: Tree;
  /** Texts of the product, and over them those of the workspace. */
  loadLocale(
    trees: { readonly product: Tree; readonly own: Tree },
    tag: string,
  ): Promise<Outcome<Locale> & { readonly sources: ReadonlyMap<string, string> }>;
  readonly chartSchema: Effects['chartSchema'];
  readonly digest: KeyedDigest;
  /** Lets what waits outside have its turn, in the midst of work that nobody waits for. */
  breath(): Promise<void>;
}

/** Everything that lies ready for the making of pages. */
export interface OnDesk {
  readonly edition: Edition;
  readonly period: PeriodId;
  /** What is known of every notebook, sound or not, by file. */
  readonly notebooks: ReadonlyMap<string, Outcome<CheckedNotebook>>;
  /** Texts of all files that diagnostics may be about. */
  readonly texts: ReadonlyMap<string, string>;
  /** What does not keep a page from being made: warnings of the data. */
  readonly warnings: Problems['diagnostics'];
}

export interface Desk {
  /** @throws Hindered where there are errors in the data or in the texts of a locale */
  lookAt(): Promise<OnDesk>;
  /** The same, with every notebook held against the data of now. @throws Hindered as lookAt does */
  lookClosely(): Promise<OnDesk>;
  /** The locale as it was last sound; undefined where it never was. */
  lastLocale(tag: string): Locale | undefined;
}

/** The steps before a page, each taken again only when something that it rests on has changed. */
export const createDesk = (
  request: PreviewRequest,
  { workspace: files, product, loadLocale, chartSchema, digest, breath }: DeskFiles,
): Desk => {
  const reader = createReader();
  const load = madeFrom(files, tree => loadWorkspace(tree, reader));
  const within = (tree: Tree): Tree =>
    request.audience === undefined ? tree : audienceFiles(tree, request.audience, text => text);
  const analysed = remembered<Analysis>();
  const seenAs = remembered<Seen>();
  const collected = remembered<Edition>();
  const archives = keyed((period: PeriodId) => madeFrom(files, tree => archivedPaths(period, within(tree))));
  const localeOf = keyed((tag: string) =>
    madeFrom(sideBySide(product, files), tree => loadLocale({ product: tree, own: ownIn(tree) }, tag)),
  );
  const sound = new Map<string, Locale>();
  const shelf = notebooksInHand(createChartGrammar(chartSchema), breath);

  const localesNow = async (tags: readonly string[]): Promise<readonly Locale[]> =>
    Promise.all(
      tags.map(async tag => {
        const { value, diagnostics, sources } = await localeOf(tag)();
        refuseErrors(diagnostics, sources);
        if (value === undefined) throw new Error(`The locale ${tag} was not read, and nobody said why`);
        sound.set(tag, value);
        return value;
      }),
    );

  const look = async (how: 'known' | 'checked'): Promise<OnDesk> => {
    const loaded = await load();
    refuseErrors(loaded.diagnostics, loaded.sources);
    const seen = seenAs([loaded], () => seenBy(request.audience, loaded, digest));
    refuseErrors(seen.warnings, loaded.sources);
    const { workspace, locate } = seen;
    const tree = seen.files(files);
    const period = request.period ?? workspace.settings.period;
    const locales = await localesNow(request.locales ?? workspace.settings.locales);
    const sources = await readNotebooks(tree, product);
    const archived: ArchivedPaths = await archives(period)();
    const analysis = analysed([workspace, period], () => seen.analyze(period));
    const notebooks = await shelf[how](sources, analysis, locales);
    const usable = [...notebooks.values()].flatMap(({ value }) => value ?? []);
    const edition = collected([analysis, usable, locales, archived, locate], () =>
      createEdition({ analysis, notebooks: usable, locales, archived, ...seen }),
    );
    return {
      edition,
      period,
      notebooks,
      texts: new Map([...loaded.sources, ...originalsOf(sources)]),
      warnings: [...loaded.diagnostics, ...seen.warnings],
    };
  };
  return {
    lookAt: () => look('known'),
    lookClosely: () => look('checked'),
    lastLocale: tag => sound.get(tag),
  };
};
