import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from '../../src/platform/browser.ts';
import { type BuiltFile, exampleFiles, firstOfEachKind } from './built-example.ts';
import { sortedDates } from './month-first.ts';
import { barriers, desktop, kinds, type Look, looks, narrowTables, strayStops } from './page-looks.ts';

const silent = { info: () => {}, warn: () => {}, progress: () => {} };
/** Where the first row of a chart is drawn, in pixels of the window. */
const middleOfFirstMark = (page: Page, chart: string): Promise<{ readonly x: number; readonly y: number }> =>
  page.$eval(chart, drawn => {
    const [, x = 0, y = 0, width = 0, height = 0] = (drawn.getAttribute('data-marks') ?? '')
      .split(',', 1)
      .flatMap((mark: string) => mark.split(' ').map(Number));
    const box = drawn.getBoundingClientRect();
    const scale = box.width / Number(drawn.getAttribute('viewBox')?.split(' ')[2]);
    return { x: box.x + (x + width / 2) * scale, y: box.y + (y + height / 2) * scale };
  });

describe('a page in the browser', { timeout: 300_000 }, () => {
  let running: RunningBrowser;
  let pages: readonly BuiltFile[];

  beforeAll(async () => {
    const files = await exampleFiles();
    pages = files.filter(({ name }) => name.endsWith('.html') && kinds.some(kind => name.startsWith(kind)));
    running = await startBrowser({}, silent);
  }, 300_000);
  afterAll(() => running.close());

  const fileOf = (name: string): BuiltFile => {
    const file = pages.find(one => one.name.startsWith(name));
    if (file === undefined) throw new Error(`${name} was not built`);
    return file;
  };

  /** Opens a page; what it says to the console and asks of the network is gathered. */
  const opened = async (
    { path }: BuiltFile,
    { width, scheme }: Look,
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
    // Its scripts begin when the packed rows of long tables are in their places.
    await page.evaluate('Promise.resolve(globalThis.rowsInPlace).then(() => true)');
    return { page, noise };
  };

  const checked = async (file: BuiltFile, look: Look): Promise<void> => {
    const { page, noise } = await opened(file, look);
    const place = `${file.name}, ${look.width} pixels, ${look.scheme}`;
    expect(await page.evaluate('document.documentElement.scrollWidth'), place).toBe(look.width);
    for (const found of [narrowTables, barriers]) expect(await found(page), place).toEqual([]);
    expect(noise, place).toEqual([]);
    await page.close();
  };

  test.each(looks)('of each kind has no barriers at $width pixels, $scheme', async look => {
    for (const file of firstOfEachKind(pages, 'es')) await checked(file, look);
  });

  test('of each kind has no barriers in the other language', async () => {
    for (const file of firstOfEachKind(pages, 'en')) await checked(file, desktop);
  });

  test('is quiet, and as wide as its window, whatever it is about', async () => {
    for (const file of pages) {
      const { page, noise } = await opened(file, { width: 390, scheme: 'light' });
      expect(await page.evaluate('document.documentElement.scrollWidth'), file.name).toBe(390);
      expect(await strayStops(page), file.name).toEqual([]);
      expect(noise, file.name).toEqual([]);
      await page.close();
    }
  });

  test('keeps the labels of its charts legible on a phone', async () => {
    const { page } = await opened(fileOf('strategic-review.es'), { width: 390, scheme: 'light' });
    const sizes = (await page.evaluate(`[...document.querySelectorAll('main svg.chart')]
      .filter(chart => chart.closest('.cover') === null)
      .map(chart => (10 * chart.getBoundingClientRect().width) / chart.viewBox.baseVal.width)`)) as number[];
    expect(sizes.length).toBeGreaterThan(7);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8.99);
    await page.close();
  });

  test('marks the section that is read, and opens its contents as a menu on a phone', async () => {
    const { page, noise } = await opened(fileOf('strategic-review.es'), desktop);
    const current = (): Promise<string> =>
      page.$eval('#menu [aria-current]', link => link.getAttribute('href') ?? '');
    await page.$eval('#kaism', section => section.scrollIntoView());
    await page.waitForFunction("document.querySelector('#menu [aria-current]')?.hash === '#kaism'");
    expect(await current()).toBe('#kaism');
    await page.setViewport({ width: 390, height: 900 });
    expect(await page.$eval('#menu', menu => menu.checkVisibility())).toBe(false);
    await page.focus('.bar button');
    await page.keyboard.press('Enter');
    expect(await page.$eval('#menu', menu => menu.checkVisibility())).toBe(true);
    await page.click('#menu a[href="#risks"]');
    expect(await page.$eval('#menu', menu => menu.checkVisibility())).toBe(false);
    expect(await page.evaluate('location.hash')).toBe('#risks');
    expect(noise).toEqual([]);
    await page.close();
  });

  test('says of each mark of a chart what the table behind it says, by pointer and by keys', async () => {
    const { page, noise } = await opened(fileOf('strategic-review.es'), desktop);
    const [behind] = await page.$$eval('#fig-loss .behind tbody tr', rows =>
      rows.map(row => [...row.children].map(cell => (cell.textContent ?? '').trim())),
    );
    const tip = (): Promise<string> =>
      page.$eval('.tip', one => (one.checkVisibility() ? (one.textContent ?? '') : ''));
    expect(await tip()).toBe('');
    await page.focus('#fig-loss .drawing');
    await page.keyboard.press('ArrowDown');
    for (const value of behind ?? ['nothing']) expect(await tip()).toContain(value);
    await page.evaluate(
      'scrollBy({ top: 30, behavior: "instant" }); new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))',
    );
    expect(await tip()).toContain(behind?.[0]);
    expect(await page.$eval('[role=status]', one => one.textContent)).toContain(behind?.[0]);
    await page.keyboard.press('Escape');
    expect(await tip()).toBe('');
    const { x, y } = await middleOfFirstMark(page, '#fig-loss svg');
    await page.mouse.move(x, y);
    expect(await tip()).toContain(behind?.[0]);
    await page.mouse.click(x, y);
    await page.waitForSelector('dialog[open]');
    expect(noise).toEqual([]);
    await page.close();
  });

  test('lets every chart of the review, its annex and the plans say what its marks show', async () => {
    const about = /^(strategic-review|portfolio-annex|account-plan\/[^.]+)\.es/;
    for (const file of pages.filter(({ name }) => about.test(name))) {
      const { page } = await opened(file, desktop);
      const silent = await page.$$eval('.drawing[tabindex] svg.chart:not([data-marks])', charts =>
        charts.map(chart => chart.closest('[id^=fig]')?.id),
      );
      expect(silent, file.name).toEqual([]);
      await page.close();
    }
  });

  test('asks a row what it was made from where its cells show no figure of their own', async () => {
    const { page, noise } = await opened(fileOf('strategic-review.es'), desktop);
    await page.focus('#tab-risks tbody tr[data-figure] > th [role=button]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open] .place code');
    expect(await page.$eval('dialog .place code', one => one.textContent)).toMatch(
      /^data\/accounts\/[a-z-]+\.yaml:\d+:\d+$/,
    );
    expect(noise).toEqual([]);
    await page.close();
  });

  test('finds documents by words and filters, those of earlier quarters too', async () => {
    const { page, noise } = await opened(fileOf('index.es'), desktop);
    const found = (): Promise<readonly string[]> =>
      page.$$eval('.document-list li', items =>
        items
          .filter(item => item.checkVisibility())
          .map(item => item.querySelector('span')?.textContent ?? ''),
      );
    const all = await found();
    expect(all.length).toBeGreaterThan(15);
    await page.type('#finder input', 'hidrogestion');
    expect(await found()).toContain('Hidrogestión Cabriel, S.L.');
    expect((await found()).length).toBeLessThan(5);
    await page.evaluate(`{
      const field = document.querySelector('#finder input');
      field.value = '';
      field.dispatchEvent(new Event('input'));
    }`);
    const [kind, , , language] = await page.$$('#finder select');
    await kind?.select('Revisión de KAM');
    expect(await found()).toHaveLength(5);
    await kind?.select('Resumen para el Consejo');
    expect(await found()).toHaveLength(2);
    await language?.select('en-GB');
    expect(await found()).toHaveLength(1);
    await kind?.select('');
    await language?.select('');
    expect(await found()).toEqual(all);
    const earlier = await page.$eval('.archive a', link => link.getAttribute('href'));
    expect(earlier).toBe('../2026-Q2/board-summary.es-ES.html');
    expect(noise).toEqual([]);
    await page.close();
  });

  test('every figure shown opens a card with the keyboard, down to the lines of the files', async () => {
    const { page, noise } = await opened(fileOf('strategic-review.es'), desktop);
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
      const { page } = await opened(file, desktop);
      const missing = await page.evaluate(`(async () => {
        const packed = document.getElementById('cards');
        const marked = [...document.querySelectorAll('[data-figure]')].flatMap(one => one.dataset.figure.split(' '));
        if (packed === null) return marked;
        const bytes = Uint8Array.from(atob(packed.textContent), character => character.charCodeAt(0));
        const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
        const columns = JSON.parse(await new Response(stream).text());
        const [cards, places] = [columns[0].length, columns.at(-1).length];
        const inputs = columns[7].flatMap(steps => steps.map((_, at) => steps.slice(0, at + 1).reduce((a, b) => a + b)));
        return [...marked.filter(mark => !(Number(mark) < cards)), ...inputs.filter(input => !(input < cards + places))];
      })()`);
      expect(missing, file.name).toEqual([]);
      await page.close();
    }
  });

  test('a table sorts by its heads and filters its rows, and totals stay where they are', async () => {
    const { page, noise } = await opened(fileOf('strategic-review.es'), desktop);
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

  test('dates sort by time where the month comes first, too', async () => {
    const page = await running.browser.newPage();
    const [first, second, third] = ['Dec 30, 2025', 'Jan 5, 2026', 'Feb 14, 2026'] as const;
    expect(await sortedDates(page, [second, first, third])).toEqual([first, second, third]);
    await page.close();
  });

  test('no word with a hyphen is divided on a cover', async () => {
    const { page } = await opened(fileOf('strategic-review.en'), { width: 390, scheme: 'light' });
    const lines = await page.$$eval('.cover h1 span', all => all.map(one => one.getClientRects().length));
    expect(lines).toEqual([1]);
    await page.close();
  });

  test('reads without its script', async () => {
    const page = await running.browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(pathToFileURL(fileOf('strategic-review.es').path).href);
    expect(await page.$$('[role=button], .sort, .filter, .tip')).toEqual([]);
    expect(await page.$$('.drawing[tabindex] + .behind table')).not.toEqual([]);
    expect(await page.$('dialog[open]')).toBeNull();
    await page.close();
  });

  test('weighs less than a megabyte', () => {
    for (const { name, content } of pages) expect(content.length, name).toBeLessThan(1_000_000);
  });
});
