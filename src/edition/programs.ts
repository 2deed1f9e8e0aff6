import type { CheckedNotebook } from '../document/check.ts';
import { compile, type Program } from '../document/compile.ts';
import type { Planned } from '../document/plan.ts';
import { cellRunner } from '../document/run-cell.ts';
import type { Locale } from '../locale/locale.ts';

/** Notebooks in a language, each compiled once, however many documents it makes. */
export const createPrograms = (): ((planned: Pick<Planned, 'notebook' | 'locale'>) => Program) => {
  const known = new WeakMap<CheckedNotebook, WeakMap<Locale, Program>>();
  return ({ notebook, locale }) => {
    const inLocales = known.get(notebook) ?? new WeakMap<Locale, Program>();
    known.set(notebook, inLocales);
    const program = inLocales.get(locale) ?? compile(notebook.nodes, locale, notebook.cells, cellRunner);
    inLocales.set(locale, program);
    return program;
  };
};
