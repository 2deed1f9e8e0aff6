import type { Analysis } from '../analysis/analyze.ts';
import type { ChartGrammar } from '../charts/grammar.ts';
import { type CheckedNotebook, type ReadNotebook, readNotebook } from '../document/check.ts';
import type { NotebookSource } from '../document/include.ts';
import { notebookChecker } from '../document/library.ts';
import type { Locale } from '../locale/locale.ts';
import { hasErrors, type Outcome } from '../model/diagnostic.ts';
import { keyed, remembered } from './remembered.ts';

type Checked = Promise<ReadonlyMap<string, Outcome<CheckedNotebook>>>;

/** Checked notebooks, by file. */
export interface NotebooksInHand {
  /**
   * What is known of the notebooks: one whose text is the same and was found sound is taken as it is, although the data have
   * changed since; the others are checked. To hold every notebook against every edit of the data would cost more than to
   * make a page, and such an edit seldom takes away what a notebook names.
   */
  known(
    sources: ReadonlyMap<string, NotebookSource>,
    analysis: Analysis,
    locales: readonly Locale[],
  ): Checked;
  /**
   * Every notebook held against this analysis, one after the other: whoever looks meanwhile waits for one of them and not for all. Once
   * somebody looks with another analysis the rest keep what is known of them, since they are to be held against that one.
   */
  checked(
    sources: ReadonlyMap<string, NotebookSource>,
    analysis: Analysis,
    locales: readonly Locale[],
  ): Checked;
}

interface Known {
  readonly text: string;
  /** The helpers that it may call, by file, as they were written. */
  readonly helpers: string;
  readonly analysis: Analysis;
  readonly locales: readonly Locale[];
  readonly outcome: Outcome<CheckedNotebook>;
}

/** @param breath lets what waits outside have its turn, before each notebook that nobody waits for */
export const notebooksInHand = (grammar: ChartGrammar, breath: () => Promise<void>): NotebooksInHand => {
  const all = new Map<string, Known>();
  const readings = keyed(() => remembered<ReadNotebook>());
  /** The last text of each file is read once. */
  const read: typeof readNotebook = (file, text) => readings(file)([text], () => readNotebook(file, text));
  let current: Analysis | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other: of many looks at once, the first one checks a notebook and the others find what it knows. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const look =
    (isEnough: (known: Known, analysis: Analysis) => boolean, before: () => Promise<void>) =>
    async (...[sources, analysis, locales]: Parameters<NotebooksInHand['known']>) => {
      current = analysis;
      const check = notebookChecker(analysis, locales, grammar, read);
      const outcomeOf = async (file: string, source: NotebookSource): Promise<Known['outcome']> => {
        const { text } = source;
        const last = all.get(file);
        const helpers = JSON.stringify([...source.helpers.texts]);
        const isSameText =
          last?.text === text &&
          last.helpers === helpers &&
          last.locales.every((locale, at) => locale === locales[at]);
        if (last !== undefined && isSameText && (isEnough(last, analysis) || current !== analysis))
          return last.outcome;
        const checked = await check(source);
        // A notebook says the same when its text does: it stays the very same, and so does what was compiled from it.
        const value = checked.value && ((isSameText && last?.outcome.value) || checked.value);
        const { diagnostics } = checked;
        const outcome = value ? { value, diagnostics } : { diagnostics };
        all.set(file, { text, helpers, analysis, locales, outcome });
        return outcome;
      };
      const outcomes = new Map<string, Outcome<CheckedNotebook>>();
      for (const [file, source] of sources) {
        await before();
        outcomes.set(file, await inTurn(() => outcomeOf(file, source)));
      }
      return outcomes;
    };
  const isCurrent = (known: Known, analysis: Analysis): boolean => known.analysis === analysis;
  return {
    known: look(
      (one, analysis) => isCurrent(one, analysis) || !hasErrors(one.outcome.diagnostics),
      async () => {},
    ),
    checked: look(isCurrent, breath),
  };
};
