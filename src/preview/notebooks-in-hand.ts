import type { Analysis } from '../analysis/analyze.ts';
import type { ChartGrammar } from '../charts/grammar.ts';
import type { CheckedNotebook } from '../document/check.ts';
import type { NotebookSource } from '../document/include.ts';
import { notebookChecker } from '../document/library.ts';
import type { Locale } from '../locale/locale.ts';
import { hasErrors, type Outcome } from '../model/diagnostic.ts';

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
  /** Every notebook held against this analysis. */
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

export const notebooksInHand = (grammar: ChartGrammar): NotebooksInHand => {
  const all = new Map<string, Known>();
  let turn: Promise<unknown> = Promise.resolve();
  /** One look after the other: of many at once, the first one checks and the others find what it knows. */
  const inTurn = <T>(look: () => Promise<T>): Promise<T> => {
    const mine = turn.then(look);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const look =
    (isEnough: (known: Known, analysis: Analysis) => boolean) =>
    async (...[sources, analysis, locales]: Parameters<NotebooksInHand['known']>) => {
      const check = notebookChecker(analysis, locales, grammar);
      const outcomes = new Map<string, Outcome<CheckedNotebook>>();
      for (const [file, source] of sources) {
        const { text } = source;
        const last = all.get(file);
        const helpers = JSON.stringify([...source.helpers.texts]);
        const isSameText =
          last?.text === text &&
          last.helpers === helpers &&
          last.locales.every((locale, at) => locale === locales[at]);
        if (last === undefined || !isSameText || !isEnough(last, analysis)) {
          const outcome = await check(source);
          // A notebook says the same when its text does: it stays the very same, and so does what was compiled from it.
          const value = outcome.value && ((isSameText && last?.outcome.value) || outcome.value);
          const { diagnostics } = outcome;
          all.set(file, {
            text,
            helpers,
            analysis,
            locales,
            outcome: value ? { value, diagnostics } : { diagnostics },
          });
        }
        outcomes.set(file, all.get(file)?.outcome ?? { diagnostics: [] });
      }
      return outcomes;
    };
  const isCurrent = (known: Known, analysis: Analysis): boolean => known.analysis === analysis;
  const known = look((one, analysis) => isCurrent(one, analysis) || !hasErrors(one.outcome.diagnostics));
  const checked = look(isCurrent);
  return {
    known: (...asked) => inTurn(() => known(...asked)),
    checked: (...asked) => inTurn(() => checked(...asked)),
  };
};
