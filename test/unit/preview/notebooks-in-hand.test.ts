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

test('a notebook that many ask for at once is checked once', async () => {
  const { value: workspace } = await loadWorkspace(filesOf(soundWorkspace));
  const { value: messages } = await loadMessages(createFiles(packageRoot), 'es');
  if (workspace === undefined || messages === undefined) throw new Error('The base of the test is unsound');
  const analysis = analyze(workspace, workspace.settings.period);
  const locales = [createLocale('es', messages)];
  const shelf = notebooksInHand(createChartGrammar(readChartSchema));
  const sources = new Map([[file, includePartials({ file, text }, new Map())]]);
  const looks = await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      shelf[number % 2 === 0 ? 'known' : 'checked'](sources, analysis, locales),
    ),
  );
  expect(looks[0]?.get(file)).toEqual({ value: expect.anything(), diagnostics: [] });
  expect(new Set(looks.map(look => look.get(file))).size).toBe(1);
});
