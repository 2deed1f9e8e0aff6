import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageProblem, pageProblems } from '../../scripts/pdf-layout/page-problems.ts';
import { type DocumentLayout, readLayout } from '../../scripts/pdf-layout/structure.ts';
import { type RunningBrowser, startBrowser } from '../../src/platform/browser.ts';
import { type BuiltFile, builtFiles } from './built-example.ts';
import { cuentasIn } from './command-line.ts';
import {
  allNegative,
  emptyProgramme,
  hostileWorkspace,
  manyAccounts,
  manyCriteria,
  oneAccount,
  type WorkspaceFiles,
  writeWorkspace,
} from './hard-workspaces.ts';
import { missingFrom, printedText, textsOf } from './printed-text.ts';

const silent = { info: () => {}, warn: () => {}, progress: () => {} };

/** What no content excuses. A page may be thin where a row or a chart finds no room on it. */
const never: readonly PageProblem['rule'][] = [
  'blank',
  'clipped',
  'overlap',
  'small-type',
  'edge',
  'missing-glyph',
  'picture-font',
  'lost-head',
  'lost-caption',
];

type Case = readonly [string, () => WorkspaceFiles | Promise<WorkspaceFiles>, readonly string[]];

const cases: readonly Case[] = [
  ['one account with a name and revenue', oneAccount, ['strategic-review', 'account-plan', 'board-summary']],
  ['nothing but negative revenue', allNegative, ['board-summary']],
  ['four hundred accounts', () => manyAccounts(400), ['board-summary', 'index']],
  ['forty criteria', () => manyCriteria(40), ['strategic-review']],
  ['nothing said of a programme', emptyProgramme, ['programme-review', 'board-summary']],
  [
    'names of sixty letters, in Arabic, Hebrew and emoji, and texts of two thousand words',
    hostileWorkspace,
    [
      'strategic-review',
      'account-plan/aceros-montgo',
      'kam-review/ines-ferrando',
      'programme-review',
      'board-summary',
      'index',
    ],
  ],
];

let running: RunningBrowser;
beforeAll(async () => {
  running = await startBrowser({}, silent);
});
afterAll(() => running.close());

describe.each(cases)('documents with %s', { timeout: 600_000 }, (_, workspace, documents) => {
  let folder: string;
  let files: readonly BuiltFile[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cuentas-hard-'));
    await writeWorkspace(join(folder, 'workspace'), await workspace());
    const out = join(folder, 'out');
    const run = await cuentasIn({ folder }, [
      ...['build', ...documents, '--root', join(folder, 'workspace'), '--out', out],
    ]);
    expect(run.code, run.stderr).toBe(0);
    files = await builtFiles(out);
  }, 600_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const prints = () => files.filter(({ name }) => name.endsWith('.pdf'));
  const pages = () => files.filter(({ name }) => name.endsWith('.html'));
  const layoutOf = async ({ content }: BuiltFile): Promise<DocumentLayout> =>
    readLayout(await PDFDocument.load(content, { updateMetadata: false }));

  test('print on whole pages: nothing cut off, covered, shrunk or without a glyph', async () => {
    expect(prints().length).toBeGreaterThan(0);
    const found: string[] = [];
    for (const file of prints())
      for (const { rule, page, detail } of pageProblems(await layoutOf(file)))
        if (never.includes(rule)) found.push(`${file.name} p. ${page} ${rule}: ${detail}`);
    expect(found).toEqual([]);
  });

  test('print all the text that the page has, in its order', async () => {
    for (const file of prints()) {
      const texts = await textsOf(running.browser, await readFile(file.path.replace(/pdf$/, 'html'), 'utf8'));
      expect(texts.length, file.name).toBeGreaterThan(20);
      expect(missingFrom(printedText(await layoutOf(file)), texts), file.name).toEqual([]);
    }
  });

  test.each([390, 1440])('fit a window of %i pixels', async width => {
    for (const { path, name } of pages()) {
      const page = await running.browser.newPage();
      await page.setViewport({ width, height: 900 });
      await page.goto(pathToFileURL(path).href);
      expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBe(width);
      await page.close();
    }
  });
});
