import { expect, test } from 'vitest';
import { methods } from '../../src/analysis/methods/index.ts';
import { build } from '../../src/build.ts';
import type { Effects } from '../../src/effects.ts';
import { createLocale } from '../../src/locale/locale.ts';
import { readChartSchema } from '../../src/platform/chart-schema.ts';
import { createConfinement } from '../../src/platform/confinement.ts';
import { createFiles } from '../../src/platform/files.ts';
import { loadMessages } from '../../src/platform/locales.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { visibleText } from './page-problems.ts';

/** Documents that show every kind of block, about the portfolio, an account and a manager. */
const documents = [
  'strategic-review',
  'board-summary',
  'programme-review',
  'portfolio-annex',
  'account-plan/hidrogestion-cabriel',
  'kam-review/*',
  'index',
];

/** Letters of locale files and notebooks in full width, so that what stands in plain letters came from elsewhere. */
const foreign = (text: string): string =>
  text.replaceAll(/[A-Za-z]{2,}/g, word =>
    word.replaceAll(/./g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  );

/** Formats of files, and a currency before a single letter, which stays as it is. */
const plain = new Set(['html', 'pdf', 'csv', 'eur a']);

const product = createFiles(packageRoot);

const pages = async (): Promise<ReadonlyMap<string, string>> => {
  const written = new Map<string, string>();
  const { value: workspace } = await loadWorkspace(product);
  const { value: messages } = await loadMessages(product, 'en');
  if (workspace === undefined || messages === undefined) throw new Error('the example does not load');
  const effects: Effects = {
    files: {
      ...product,
      write: async (path, content) => {
        if (path.endsWith('.html')) written.set(path, String(content));
        return true;
      },
    },
    product,
    fonts: { faces: [], cut: async () => '' },
    chartSchema: readChartSchema,
    confinement: createConfinement(),
    print: {
      pdf: () => Promise.reject(new Error('nothing is printed here')),
      name: async () => 'none',
    },
    log: { info: () => {}, warn: () => {}, progress: () => {} },
  };
  const locale = createLocale('en-GB', { ...messages, regional: foreign });
  const { diagnostics } = await build(
    {
      workspace,
      period: workspace.settings.period,
      locales: [locale],
      only: documents,
      formats: ['html'],
      jobs: 1,
      locate: ({ file }) => ({ span: { file, line: 1, column: 1, length: 1 } }),
      product: '0.0.0',
      inputs: async () => new Map(),
    },
    effects,
  );
  expect(diagnostics).toEqual([]);
  return written;
};

/** What the workspace says itself, on one line; and what a locale file says outside of its messages. */
const ownWords = async (): Promise<string> => {
  const paths = (await product.list('data')).filter(path => /\.ya?ml$/.test(path));
  const data = await Promise.all([...paths].map(path => product.read(path)));
  // Names of settings are printed as they are written.
  const keys = (await product.read('docs/data.md')) ?? '';
  const { value } = await loadMessages(product, 'en');
  const raw = [...(value?.texts ?? [])].filter(([key]) =>
    /^(?:formats|numbers|openingNumbers|languages)\./.test(key),
  );
  const literature = methods.flatMap(method => method.literature);
  return [...data, ...raw.map(([, text]) => text), ...paths, ...literature, keys]
    .join(' ')
    .replaceAll(/[\s"'’*\u00a0]+/g, ' ')
    .toLowerCase();
};

/** The stretches of plain letters, lists taken apart, without ids of figures and settings. */
const phrasesOf = (line: string): readonly string[] =>
  line
    .replaceAll(/&#x27;/g, ' ')
    .replaceAll(/[\w*{}-]+(?:\.[\w*{}-]+)+/g, '.')
    .replaceAll(/["'’*]+/g, ' ')
    .split(/[^A-Za-z\u00c0-\u024f&\u00a0 -]+|\sand\s/)
    .map(part => part.trim());

test('every word that a reader sees comes from a locale file, a notebook or the data', async () => {
  const [built, own] = [await pages(), await ownWords()];
  expect(built.size).toBeGreaterThan(6);
  const strange = new Set<string>();
  for (const html of built.values())
    for (const line of visibleText(html).split('\n'))
      for (const found of phrasesOf(line)) {
        const words = found
          .replaceAll(/[\s\u00a0]+/g, ' ')
          .replace(/^[ .,-]+|[ .,-]+$/g, '')
          .toLowerCase();
        if (/[a-z\u00c0-\u024f]{3}/.test(words) && !own.includes(words) && !plain.has(words))
          strange.add(words);
      }
  expect([...strange].sort()).toEqual([]);
}, 600_000);
