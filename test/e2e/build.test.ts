import { readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/platform/package-root.ts';
import { type BuiltFile, buildExample, builtFiles, exampleFiles, exampleFolder } from './built-example.ts';
import { cuentasIn, folderWith } from './command-line.ts';
import { foreignWords, tellingCount } from './foreign-words.ts';
import { pageProblems } from './page-problems.ts';
import { pageTexts, pdfFacts } from './pdf-reading.ts';

/** Documents that have all there is: cover, contents, charts, tables, links to other documents. */
const documents = ['strategic-review', 'account-plan/hidrogestion-cabriel', 'index'];

describe('the example, built', { timeout: 300_000 }, () => {
  let example: string;
  let files: readonly BuiltFile[];

  beforeAll(async () => {
    example = await exampleFolder();
    files = await exampleFiles();
  }, 300_000);

  const pages = () =>
    files
      .filter(({ name }) => name.endsWith('.html'))
      .map(file => ({ ...file, html: file.content.toString() }));
  const prints = () => files.filter(({ name }) => name.endsWith('.pdf'));

  test('is the same to the byte on another machine', async () => {
    const home = await folderWith({ keep: '' });
    const run = await buildExample(join(home, 'other'), documents, 1, {
      folder: tmpdir(),
      umask: '077',
      variables: {
        TZ: 'Pacific/Auckland',
        LANG: 'de_DE.UTF-8',
        LC_ALL: 'tr_TR.UTF-8',
        HOME: home,
        XDG_CACHE_HOME: join(home, 'cache'),
      },
    });
    expect(run.code, run.stderr).toBe(0);
    const others = await builtFiles(join(home, 'other'));
    expect(others).toHaveLength(11);
    const same = new Map(
      (await builtFiles(example)).map(({ path, content }) => [relative(example, path), content]),
    );
    const differs = ({ path, content }: BuiltFile) =>
      same.get(relative(join(home, 'other'), path))?.equals(content) !== true;
    expect(others.filter(differs).map(({ name }) => name)).toEqual([]);
  });

  test('is left alone when built again: nothing that is the same is written', async () => {
    const folder = await folderWith({ keep: '' });
    const args = ['build', 'board-summary', '--root', packageRoot, '--out', example, '--no-cache'];
    const times = async () => Promise.all(files.map(async ({ path }) => (await stat(path)).mtimeMs));
    const before = await times();
    const again = await cuentasIn({ folder }, args);
    expect(again.stdout).toMatch(/^0 written, 4 unchanged/);
    expect(await times()).toEqual(before);
    expect(await readdir(folder)).toEqual(['keep']);
  });

  test('has pages that bring all they show, and lead somewhere', () => {
    expect(pages()).toHaveLength(36);
    expect(
      pages().flatMap(({ name, html }) => pageProblems(html).map(problem => `${name}: ${problem}`)),
    ).toEqual([]);
  });

  test('has pages in one language each', () => {
    expect(tellingCount('es')).toBeGreaterThan(100);
    expect(tellingCount('en')).toBeGreaterThan(100);
    for (const { name, html, language } of pages()) expect(foreignWords(html, language), name).toEqual([]);
  });

  test('has PDFs that say what they are, tagged, with an outline', async () => {
    expect(prints()).toHaveLength(34);
    for (const { name, content, language } of prints()) {
      const { title, headings, ...facts } = await pdfFacts(content);
      expect(facts, name).toEqual({
        tagged: true,
        showsTitle: true,
        language: language === 'es' ? 'es-ES' : 'en-GB',
      });
      expect(title, name).not.toBe('');
      expect(headings.length, name).toBeGreaterThan(1);
    }
  });

  test('numbers every page but the cover', async context => {
    for (const { name, content, language } of prints().filter(({ name }) =>
      /^(strategic-review|board)/.test(name),
    )) {
      const texts = await pageTexts(content, 'lines');
      if (texts === undefined) return context.skip('pdftotext is not installed');
      const number = (page: number) =>
        language === 'es' ? `página ${page} de ${texts.length}` : `page ${page} of ${texts.length}`;
      const unnumbered = texts.map((text, i) => (text.includes(number(i + 1)) ? 0 : i + 1)).filter(Boolean);
      expect(unnumbered, name).toEqual(name.startsWith('board') ? [] : [1]);
    }
  });
});
