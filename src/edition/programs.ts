import type { CheckedNotebook } from '../document/check.ts';
import { compile, type Program } from '../document/compile.ts';
import { ownHelpers } from '../document/own-helpers/call.ts';
import type { Planned } from '../document/plan.ts';
import { cellRunner } from '../document/run-cell.ts';
import type { Confinement } from '../effects.ts';
import type { Locale } from '../locale/locale.ts';

/** Notebooks in a language, each compiled once, however many documents it makes. */
export const createPrograms = (
  confinement: Confinement,
): ((planned: Pick<Planned, 'notebook' | 'locale'>) => Program) => {
  const known = new WeakMap<CheckedNotebook, WeakMap<Locale, Program>>();
  return ({ notebook, locale }) => {
    const inLocales = known.get(notebook) ?? new WeakMap<Locale, Program>();
    known.set(notebook, inLocales);
    const program =
      inLocales.get(locale) ??
      compile(notebook.nodes, locale, notebook.cells, cellRunner, ownHelpers(notebook.helpers, confinement));
    inLocales.set(locale, program);
    return program;
  };
};
