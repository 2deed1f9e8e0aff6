import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from '../../src/platform/browser.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { type BuiltFile, builtFiles } from './built-example.ts';
import { cuentasIn } from './command-line.ts';

const silent = { info: () => {}, warn: () => {}, progress: () => {} };
const looks = [
  { look: 'on a phone, light', width: 390, scheme: 'light' },
  { look: 'on a desktop, dark', width: 1440, scheme: 'dark' },
] as const;

describe('a page in the browser', { timeout: 180_000 }, () => {
  let folder: string;
  let running: RunningBrowser;
  let pages: readonly BuiltFile[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cuentas-page-'));
    const documents = ['strategic-review', 'account-plan/hidrogestion-cabriel', 'kam-review/*', 'index'];
    const run = await cuentasIn({ folder }, [
      ...['build', ...documents, '--format', 'html', '--locale', 'es-ES'],
      ...['--root', packageRoot, '--out', join(folder, 'out')],
    ]);
    expect(run.code, run.stderr).toBe(0);
    pages = await builtFiles(join(folder, 'out'));
    running = await startBrowser({}, silent);
  }, 180_000);
  afterAll(async () => {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  });

  const fileOf = (name: string): BuiltFile => {
    const file = pages.find(one => one.name.startsWith(name));
    if (file === undefined) throw new Error(`${name} was not built`);
    return file;
  };

  /** Opens a page; what it says to the console and asks of the network is gathered. */
  const opened = async (
    { path }: BuiltFile,
    { width, scheme }: { readonly width: number; readonly scheme: string },
  ): Promise<{ readonly page: Page; readonly noise: readonly string[] }> => {
    const page = await running.browser.newPage();
    const noise: string[] = [];
    page.on('console', message => noise.push(`console: ${message.text()}`));
    page.on('pageerror', error => noise.push(`error: ${String(error)}`));
    page.on('request', request => {
      const url = request.url();
      if (url !== pathToFileURL(path).href && !url.startsWith('data:')) noise.push(`request: ${url}`);
    });
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(pathToFileURL(path).href);
    return { page, noise };
  };

  test.each(looks)('is quiet, as wide as the window and without barriers $look', async look => {
    for (const file of pages) {
      const { page, noise } = await opened(file, look);
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect(wide, file.name).toBe(look.width);
      await page.evaluate(axe.source);
      const found = await page.evaluate(`axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
      }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`);
      expect(found, file.name).toEqual([]);
      expect(noise, file.name).toEqual([]);
      await page.close();
    }
  });

  test('every figure shown opens a card with the keyboard, down to the lines of the files', async () => {
    const { page, noise } = await opened(fileOf('strategic-review'), { width: 1440, scheme: 'light' });
    const figure = '.strip [data-figure]';
    await page.focus(figure);
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    const text = (): Promise<string> => page.$eval('dialog', dialog => dialog.textContent ?? '');
    const own = (): Promise<string> => page.$eval('dialog [data-part=id]', one => one.textContent ?? '');
    const marks = await page.$eval(figure, one => one.getAttribute('data-figure') ?? '');
    expect(await own()).toBe('portfolio.revenue.total');
    expect(await text()).toContain('60.274');
    const places: string[] = [];
    // From one figure to the first below it, until there are only lines.
    for (let depth = 0; places.length === 0 && depth < 8; depth += 1) {
      places.push(...(await page.$$eval('dialog .place code', all => all.map(one => one.textContent ?? ''))));
      if (places.length === 0) await page.click('dialog .figure-input');
    }
    expect(places[0]).toMatch(/^data\/[a-z/-]+\.yaml:\d+:\d+$/);
    await page.click('dialog [data-part=back]');
    await page.keyboard.press('Escape');
    expect(await page.$('dialog[open]')).toBeNull();
    expect(await page.evaluate('document.activeElement.dataset.figure')).toBe(marks);
    expect(noise).toEqual([]);
    await page.close();
  });

  test('every figure that a page marks has a card', async () => {
    for (const file of pages) {
      const { page } = await opened(file, { width: 1440, scheme: 'light' });
      const missing = await page.evaluate(`(async () => {
        const packed = document.getElementById('cards');
        const marked = [...document.querySelectorAll('[data-figure]')].flatMap(one => one.dataset.figure.split(' '));
        if (packed === null) return marked;
        const bytes = Uint8Array.from(atob(packed.textContent), character => character.charCodeAt(0));
        const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
        const columns = JSON.parse(await new Response(stream).text());
        const [cards, places] = [columns[0].length, columns.at(-1).length];
        const inputs = columns[6].flatMap(steps => steps.map((_, at) => steps.slice(0, at + 1).reduce((a, b) => a + b)));
        return [...marked.filter(mark => !(Number(mark) < cards)), ...inputs.filter(input => !(input < cards + places))];
      })()`);
      expect(missing, file.name).toEqual([]);
      await page.close();
    }
  });

  test('a table sorts by its heads and filters its rows, and totals stay where they are', async () => {
    const { page, noise } = await opened(fileOf('strategic-review'), { width: 1440, scheme: 'light' });
    const table = '#tab-customers';
    const column = (rows: string, place: number): Promise<readonly string[]> =>
      page.$$eval(
        `${table} tbody tr${rows}`,
        (all, at) => all.map(row => row.children[at as number]?.textContent ?? ''),
        place,
      );
    const number = (text: string): number => Number(text.replaceAll('.', '').replace(',', '.'));
    const asPrinted = await column('', 1);
    const head = (await page.$$(`${table} .sort`))[2];
    await head?.click();
    const rising = (await column(':not(.total)', 3)).map(number);
    expect(rising.length).toBeGreaterThan(20);
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    expect((await column('', 1)).at(-1)).toBe(asPrinted.at(-1));
    expect(await page.$eval(`${table} [aria-sort]`, one => one.getAttribute('aria-sort'))).toBe('ascending');
    await head?.click();
    expect((await column(':not(.total)', 3)).map(number)).toEqual([...rising].reverse());
    await head?.click();
    expect(await column('', 1)).toEqual(asPrinted);
    await page.type(`${table} input[type=search]`, 'cabriel');
    expect(await column(':not(.total, [hidden])', 1)).toEqual(['Hidrogestión Cabriel, S.L.']);
    expect(noise).toEqual([]);
    await page.close();
  });

  test('reads without its script', async () => {
    const page = await running.browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(pathToFileURL(fileOf('strategic-review').path).href);
    expect(await page.$$('[role=button], .sort, .filter')).toEqual([]);
    expect(await page.$('dialog[open]')).toBeNull();
    await page.close();
  });

  test('weighs less than a megabyte', () => {
    for (const { name, content } of pages) expect(content.length, name).toBeLessThan(1_000_000);
  });
});
