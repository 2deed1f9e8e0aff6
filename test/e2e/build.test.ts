import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltFile, buildExample, builtFiles } from './built-example.ts';
import { foreignWords, tellingCount } from './foreign-words.ts';
import { pageProblems } from './page-problems.ts';
import { pageTexts, pdfFacts } from './pdf-reading.ts';
import { canVerify, verify } from './pdf-ua.ts';

describe('the example, built', () => {
  let folder: string;
  let files: readonly BuiltFile[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cuentas-example-'));
    const run = await buildExample(join(folder, 'one'), 2, { folder });
    expect({ code: run.code, stdout: run.stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^14 written, 0 unchanged in [\d.]+ s\n$/),
    });
    files = await builtFiles(join(folder, 'one'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const pages = () =>
    files
      .filter(({ name }) => name.endsWith('.html'))
      .map(file => ({ ...file, html: file.content.toString() }));
  const prints = () => files.filter(({ name }) => name.endsWith('.pdf'));

  test('is the same to the byte on another machine', async () => {
    const home = join(folder, 'home');
    const run = await buildExample(join(folder, 'two'), 1, {
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
    const others = await builtFiles(join(folder, 'two'));
    expect(others.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    expect(
      others.filter(({ content }, i) => !files[i]?.content.equals(content)).map(({ name }) => name),
    ).toEqual([]);
  });

  test('is left alone when built again: nothing that is the same is written', async () => {
    const times = async () => Promise.all(files.map(async ({ path }) => (await stat(path)).mtimeMs));
    const before = await times();
    const again = await buildExample(join(folder, 'one'), 2, { folder });
    expect(again.stdout).toMatch(/^0 written, 14 unchanged/);
    expect(await times()).toEqual(before);
    expect((await readdir(folder)).sort()).not.toContain('font-cache');
  });

  test('has pages that bring all they show, and lead somewhere', () => {
    expect(pages()).toHaveLength(8);
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
    expect(prints()).toHaveLength(6);
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
    for (const { name, content, language } of prints()) {
      const texts = await pageTexts(content, 'lines');
      if (texts === undefined) return context.skip('pdftotext is not installed');
      const covers = hasCover(name) ? 1 : 0;
      const number = (page: number) =>
        language === 'es' ? `página ${page} de ${texts.length}` : `page ${page} of ${texts.length}`;
      const unnumbered = texts.map((text, i) => (text.includes(number(i + 1)) ? 0 : i + 1)).filter(Boolean);
      expect(unnumbered, name).toEqual(covers === 0 ? [] : [1]);
    }
  });

  test('has contents that name the pages on which the sections stand', async context => {
    for (const { name, content, language } of prints().filter(one => hasCover(one.name))) {
      const lines = await pageTexts(content, 'lines');
      const reading = (await pageTexts(content, 'reading'))?.map(text => text.replace(/\s+/g, ' '));
      if (lines === undefined || reading === undefined) return context.skip('pdftotext is not installed');
      const named = Array.from(lines[1]?.matchAll(/^(\d+) .*?\s(\d+)$/gm) ?? [], ([, , page]) =>
        Number(page),
      );
      const headlines = headlinesOf(
        pages().find(page => page.name === `${name.slice(0, -4)}.html`)?.html ?? '',
      );
      const atNamed = headlines.filter((headline, i) => reading[(named[i] ?? 0) - 1]?.includes(headline));
      expect(named.length, language).toBeGreaterThan(8);
      expect(atNamed).toEqual(headlines);
      expect(named.length).toBe(headlines.length);
    }
  });

  test('has PDFs that conform to PDF/UA-1', async context => {
    if (!(await canVerify())) return context.skip('veraPDF or Java is not there');
    const verdicts = await verify(prints().map(({ path }) => path));
    expect(verdicts.filter(line => !line.startsWith('PASS '))).toEqual([]);
    expect(verdicts).toHaveLength(6);
  });
});

/** The reviews have a cover and contents, the plan of an account has neither. */
const hasCover = (name: string): boolean => /^(strategic|programme)-review\./.test(name);

/** Headlines of the sections as they are printed. */
const headlinesOf = (html: string): string[] =>
  Array.from(html.matchAll(/<h2 class="message" id="(?!contents-)[^>]*>([\s\S]*?)<\/h2>/g), ([, text = '']) =>
    text
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, ' ')
      .trim(),
  );
