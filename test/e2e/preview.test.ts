import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type RunningBrowser, startBrowser } from '../../src/platform/browser.ts';
import { makeFolder, programsNaming, type Serving, servingCuentas, soundWorkspace } from './command-line.ts';

const silent = { info: () => {}, warn: () => {}, progress: () => {} };
const account = 'data/accounts/uno.yaml';
const sound = soundWorkspace[account] ?? '';

let folder: string;
let serving: Serving;
let running: RunningBrowser;
let page: Page;
const noise: string[] = [];

beforeAll(async () => {
  folder = await makeFolder({ ...soundWorkspace, 'temporary/keep': '' });
  const variables = { TMPDIR: join(folder, 'temporary') };
  serving = await servingCuentas({ folder, variables }, ['preview', '--port', '0', '--locale', 'en']);
  running = await startBrowser({}, silent, ['127.0.0.1']);
  page = await running.browser.newPage();
  page.on('console', message => noise.push(message.text()));
  page.on('pageerror', error => noise.push(String(error)));
  await page.setViewport({ width: 1000, height: 600 });
});
afterAll(async () => {
  await running?.close();
  serving?.child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const edit = (text: string): Promise<void> => writeFile(join(folder, account), text);
/** What lies over the page: undefined where nothing does. */
const overlay = `(() => {
  const found = [...document.body.children].find(one => one.shadowRoot)?.shadowRoot.querySelector('section');
  return found && !found.hidden ? found.innerText : undefined;
})()`;
const until = (condition: string) => page.waitForFunction(condition, { polling: 20, timeout: 30_000 });

test('from the list of documents to one of them', async () => {
  await page.goto(serving.address);
  expect(page.url()).toBe(`${serving.address}2026-Q3/index.en.html`);
  await page.goto(`${serving.address}2026-Q3/strategic-review.en.html`);
  expect(await page.evaluate('document.body.innerText')).toContain('Cliente de 500');
});

test('over a workspace that is broken from the start stand words in its own language', async () => {
  const broken = await makeFolder({
    ...soundWorkspace,
    'data/workspace.yaml': 'company: { nam: Cal }\nperiod: 2026-Q3\nlocales: [en-GB, es-ES]\n',
  });
  const { child, address } = await servingCuentas({ folder: broken }, ['preview', '--port', '0']);
  const served = await (await fetch(address)).text();
  child.kill('SIGKILL');
  await rm(broken, { recursive: true, force: true });
  expect(served).toContain('<html lang="en-GB">');
});

test('an edit shows where the reader is', async () => {
  const top = `Math.round(document.getElementById('portfolio').getBoundingClientRect().top)`;
  await page.evaluate(`document.getElementById('portfolio').scrollIntoView(); scrollBy(0, 150)`);
  const before = await page.evaluate(top);
  await edit(sound.replace('Cliente de 500', 'Cliente renombrado'));
  await until(`document.body.innerText.includes('Cliente renombrado')`);
  await until(`document.fonts.status === 'loaded'`);
  expect(await page.evaluate(top)).toBe(before);
});

test('what is wrong lies over the last good page with its place, and is gone when it is mended', async () => {
  await edit(sound.replace('since:', 'sinse:'));
  // An edit that is seen half written tells of the half first.
  await until(`${overlay}?.includes('${account}:2:1')`);
  const said = String(await page.evaluate(overlay));
  expect(said).toContain('Did you mean "since"?');
  expect(await page.evaluate('document.body.innerText')).toContain('Cliente renombrado');
  await edit(sound);
  await until(`document.body.innerText.includes('Cliente de 500') && ${overlay} === undefined`);
});

test('a click on a figure opens its card, which an edit leaves open', async () => {
  await page.evaluate(`document.querySelector('main section [data-figure][role=button]').click()`);
  await until(`document.querySelector('dialog.card[open]') !== null`);
  await edit(`${sound}# a note\n`.replace('Cliente de 500', 'Cliente otra vez'));
  await until(`document.body.innerText.includes('Cliente otra vez')`);
  await until(`document.querySelector('dialog.card[open]') !== null`);
});

test('nothing was refused to the page, and nothing was wrong with its scripts', () => {
  expect(noise).toEqual([]);
});

/** Asks as no browser would. */
const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  new Promise<{ status: number | undefined; body: Buffer }>((resolve, reject) => {
    const { hostname, port } = new URL(serving.address);
    const asking = request({ hostname, port, path, headers }, response => {
      const chunks: Buffer[] = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks) }));
    });
    asking.on('error', reject);
    asking.end();
  });

test('other names, other sites and other files get nothing', async () => {
  const path = '/2026-Q3/index.en.html';
  const { port } = new URL(serving.address);
  const answers = await Promise.all([
    ask(path),
    ask(path, { host: `evil.example:${port}` }),
    ask(path, { origin: 'http://evil.example' }),
    ask(path, { 'sec-fetch-site': 'cross-site' }),
    ask('/../data/workspace.yaml'),
    ask('/2026-Q3/..%2f..%2fdata%2fworkspace.yaml'),
    ask('/data/workspace.yaml'),
    ask('/2026-Q3/'),
    ask('/2026-Q3/nothing.en.html'),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 421, 403, 403, 404, 404, 404, 404, 404]);
  expect(answers.slice(1).filter(({ body }) => body.includes('Cal del Sur'))).toEqual([]);
});

test.runIf(process.platform === 'linux')(
  'a PDF is printed on request; Ctrl+C then leaves no browser and no folder behind',
  async () => {
    const temporary = join(folder, 'temporary');
    expect(await programsNaming(temporary)).toEqual([]);
    const { status, body } = await ask('/2026-Q3/board-summary.en.pdf');
    expect({ status, head: body.subarray(0, 5).toString() }).toEqual({ status: 200, head: '%PDF-' });
    expect((await programsNaming(temporary)).length).toBeGreaterThan(0);
    const ended = once(serving.child, 'exit');
    serving.child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    await vi.waitUntil(async () => (await programsNaming(temporary)).length === 0, { timeout: 10_000 });
    expect((await readdir(temporary)).filter(name => !name.startsWith('tsx-'))).toEqual(['keep']);
    expect(await readFile(join(folder, account), 'utf8')).toContain('Cliente otra vez');
    expect((await readdir(folder)).sort()).toEqual(['data', 'temporary']);
  },
);
