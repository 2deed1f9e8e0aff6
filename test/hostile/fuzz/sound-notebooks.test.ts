import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { includePartials } from '../../../src/document/include.ts';
import { notebookChecker } from '../../../src/document/library.ts';
import { createEdition, pageOf } from '../../../src/edition/edition.ts';
import { createPrograms } from '../../../src/edition/programs.ts';
import { placesIn } from '../../../src/explain/places.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { hasErrors } from '../../../src/model/diagnostic.ts';
import { readChartSchema } from '../../../src/platform/chart-schema.ts';
import { createConfinement } from '../../../src/platform/confinement.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadFonts } from '../../../src/platform/fonts.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { createChartGrammar } from '../../../src/render/chart-grammar.ts';
import { createRenderer } from '../../../src/render/renderer.ts';
import { loadWorkspace } from '../../../src/workspace/load.ts';
import { soundWorkspace } from '../../e2e/command-line.ts';
import { filesOf } from '../../unit/workspace/memory.ts';
import { misplaced } from '../../unit/workspace/misplaced.ts';
import { exampleTexts, type WorkspaceTexts } from '../hostile-workspace.ts';
import { effort, grouped, tally } from '../tally.ts';
import { nonsenseIn } from './nonsense.ts';
import { type Each, wordsFor } from './notebook-words.ts';
import { soundNotebook } from './sound-notebook.ts';
import { slipped, textSlip } from './text-mutation.ts';

const product = createFiles(packageRoot);
const file = 'reports/own.md';
const outcome = { tried: 0, refused: 0, pages: 0, slowest: 0 };
/** Documents of a notebook that makes one for each account. */
const documents = 2;

const localeOf = async (tag: string) => {
  const { value } = await loadMessages(product, tag.slice(0, 2));
  if (value === undefined) throw new Error(`There are no texts for ${tag}`);
  return createLocale(tag, value);
};

/** Checks notebooks and makes their pages, as a build does, on a workspace. */
const makerFor = async (texts: WorkspaceTexts) => {
  const loaded = await loadWorkspace(filesOf(texts));
  if (loaded.value === undefined) throw new Error('The base of the fuzzing is unsound');
  const analysis = analyze(loaded.value, loaded.value.settings.period);
  const locales = await Promise.all(['es-ES', 'en-GB'].map(localeOf));
  const check = notebookChecker(analysis, locales, createChartGrammar(readChartSchema));
  const programOf = createPrograms(createConfinement());
  const renderer = await createRenderer(product, await loadFonts(), 'document');
  const locate = placesIn(loaded);
  return {
    analysis,
    locale: locales[0] ?? (await localeOf('es-ES')),
    check: (text: string) => check(includePartials({ file, text }, new Map())),
    pages: async (value: NonNullable<Awaited<ReturnType<typeof check>>['value']>) => {
      const edition = createEdition({ analysis, notebooks: [value], locales, archived: new Map(), locate });
      const planned = edition.planned.slice(0, documents * locales.length);
      return Promise.all(planned.map(one => pageOf(edition, one, programOf(one), renderer)));
    },
  };
};

const bases: Readonly<Record<string, WorkspaceTexts>> = {
  example: exampleTexts,
  'small workspace': {
    ...soundWorkspace,
    'data/accounts/uno.yaml': `${soundWorkspace['data/accounts/uno.yaml']}key: [{ from: 2026-Q1 }]\n`,
  },
};
const makers = new Map<string, ReturnType<typeof makerFor>>();
const cases = Object.keys(bases).flatMap(base =>
  (['none', 'account', 'kam'] as const).map(each => [base, each] as const),
);

test.each(cases)(
  'of a notebook on the %s that is sound but for a slip, for each %s, every page can be shown',
  async (base, each: Each) => {
    const maker = makers.get(base) ?? makerFor(bases[base] ?? {});
    makers.set(base, maker);
    const { analysis, locale, check, pages } = await maker;
    const notebook = soundNotebook(each, wordsFor(analysis, locale, each));
    const slips = fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(textSlip, { minLength: 1, maxLength: 1 }) },
    );
    await fc.assert(
      fc.asyncProperty(notebook, slips, async (sound, torn) => {
        const text = torn.reduce(slipped, sound);
        const start = performance.now();
        const { value, diagnostics } = await check(text);
        expect(misplaced(diagnostics, { [file]: text })).toEqual([]);
        outcome.tried += 1;
        if (value === undefined || hasErrors(diagnostics)) {
          expect(hasErrors(diagnostics)).toBe(true);
          outcome.refused += 1;
          return;
        }
        for (const { html, complaints } of await pages(value)) {
          expect(misplaced(complaints, { [file]: text })).toEqual([]);
          if (torn.length === 0) expect(nonsenseIn(html)).toEqual([]);
          outcome.pages += 1;
        }
        outcome.slowest = Math.max(outcome.slowest, performance.now() - start);
      }),
      {
        numRuns: effort(20, 1_200),
        seed: 2026,
        endOnFailure: true,
        interruptAfterTimeLimit: effort(2_000, 90_000),
      },
    );
  },
);

test('what was tried is told', async () => {
  expect(outcome.slowest).toBeLessThan(30_000);
  expect(outcome.refused).toBeLessThan(outcome.tried / 2);
  await tally(
    'fuzz-pages',
    `${grouped(outcome.tried)} notebooks, ${grouped(outcome.refused)} refused, ${grouped(outcome.pages)} pages, the slowest ${Math.round(outcome.slowest)} ms`,
  );
});
