import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { includePartials } from '../../../src/document/include.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { readChartSchema } from '../../../src/platform/chart-schema.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { notebooksInHand } from '../../../src/preview/notebooks-in-hand.ts';
import { createChartGrammar } from '../../../src/render/chart-grammar.ts';
import { loadWorkspace } from '../../../src/workspace/load.ts';
import { soundWorkspace } from '../../e2e/command-line.ts';
import { filesOf } from '../workspace/memory.ts';

const file = 'reports/own.md';
const text =
  '---\ntitle: { en: Own, es: Propio }\n---\n\n```section one\nname: One\nheadline: One\n```\n\n{{figure "account.uno.revenue"}}\n';

const bases = async (...revenues: readonly number[]) => {
  const { value: messages } = await loadMessages(createFiles(packageRoot), 'es');
  if (messages === undefined) throw new Error('The words are missing');
  const analyses = await Promise.all(
    revenues.map(async revenue => {
      const account = 'data/accounts/uno.yaml';
      const changed = (soundWorkspace[account] ?? '').replace('500.25', String(revenue));
      const { value } = await loadWorkspace(filesOf({ ...soundWorkspace, [account]: changed }));
      if (value === undefined) throw new Error('The base of the test is unsound');
      return analyze(value, value.settings.period);
    }),
  );
  return { analyses, locales: [createLocale('es', messages)] };
};

const grammar = createChartGrammar(readChartSchema);
const sourceOf = (path: string, body: string) => includePartials({ file: path, text: body }, new Map());

test('a notebook that many ask for at once is checked once', async () => {
  const { analyses, locales } = await bases(500);
  const [analysis] = analyses;
  if (analysis === undefined) throw new Error('There is no analysis');
  const shelf = notebooksInHand(grammar, async () => {});
  const sources = new Map([[file, sourceOf(file, text)]]);
  const looks = await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      shelf[number % 2 === 0 ? 'known' : 'checked'](sources, analysis, locales),
    ),
  );
  expect(looks[0]?.get(file)).toEqual({ value: expect.anything(), diagnostics: [] });
  expect(new Set(looks.map(look => look.get(file))).size).toBe(1);
});

test('who looks after an edit does not wait until all notebooks are held against the data before it', async () => {
  const { analyses, locales } = await bases(500, 501, 502);
  const [first, second, third] = analyses;
  if (first === undefined || second === undefined || third === undefined) throw new Error('No analyses');
  const paths = Array.from({ length: 5 }, (_, index) => `reports/own-${index}.md`);
  const sources = new Map(paths.map(path => [path, sourceOf(path, text)]));
  let breaths = 0;
  let edited: Promise<unknown> | undefined;
  const shelf = notebooksInHand(grammar, async () => {
    breaths += 1;
    if (breaths === 2) edited = shelf.known(sources, third, locales).then(() => breaths);
    await new Promise(resolve => setImmediate(resolve));
  });
  const before = await shelf.known(sources, first, locales);
  const after = await shelf.checked(sources, second, locales);
  expect(await edited).toBeLessThan(paths.length);
  // What was no longer of use was not checked: of the five only the first.
  expect(paths.map(path => after.get(path) === before.get(path))).toEqual([false, true, true, true, true]);
  const held = await shelf.checked(sources, third, locales);
  expect(paths.every(path => held.get(path) !== before.get(path))).toBe(true);
});
