/**
 * Measures how long an edit takes to show in the browser: the compiled `cuentas preview` on a copy of the example workspace,
 * the plan of a key account open in the pinned browser, one file saved after the other. Prints JSON.
 *
 *     npm run prepare && npx tsx bench/preview.ts
 */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { median } from '../src/model/averages.ts';
import { startBrowser } from '../src/platform/browser.ts';

/** Of one kind of edit: from the end of saving to the page that shows it, and what the preview computed for it. */
export interface EditCost {
  readonly edit: string;
  readonly milliseconds: number;
  readonly processorMilliseconds: number;
}

const root = process.cwd();
const rounds = 5;
/** The first edits are those in which the engine learns. */
const warmUp = 4;
const account = 'data/accounts/hidrogestion-cabriel.yaml';
const notebook = 'reports/account-plan.md';

/** Each says in the page which round it is. */
const edits = [
  {
    edit: 'a name in an account',
    file: account,
    change: (text: string, word: string) => text.replace(/^name: .*$/m, `name: ${word}`),
  },
  {
    edit: 'a name and a revenue in an account',
    file: account,
    change: (text: string, word: string) =>
      text
        .replace(/^name: .*$/m, `name: ${word}`)
        .replace(/(2026-Q3: \{ revenue: )\d+/, (_, key) => `${key}${1_080_000 + Number(word.slice(-2))}`),
  },
  {
    edit: 'a title in a notebook',
    file: notebook,
    change: (text: string, word: string) => text.replace(/^title: .*$/m, `title: ${word}`),
  },
];

const silent = { info: () => {}, warn: () => {}, progress: () => {} };
const folder = await mkdtemp(join(tmpdir(), 'cuentas-bench-'));
for (const part of ['data', notebook]) await cp(join(root, part), join(folder, part), { recursive: true });
const served = spawn(process.execPath, [join(root, 'bin/cuentas.js'), 'preview', '--port', '0'], {
  cwd: folder,
});
const address = await new Promise<string>((resolve, reject) => {
  let said = '';
  served.stdout.on('data', data => {
    said += String(data);
    const [found] = /http:\S+/.exec(said) ?? [];
    if (found !== undefined) resolve(found);
  });
  served.on('exit', () => reject(new Error(`The preview ended: ${said}`)));
});
const running = await startBrowser({}, silent, ['127.0.0.1']);

/** Linux counts in hundredths of a second. */
const processorTime = async (): Promise<number> => {
  const [, , , , , , , , , , , user, system] = (await readFile(`/proc/${served.pid}/stat`, 'utf8'))
    .replace(/\(.*\)/, '')
    .split(/\s+/);
  return (Number(user) + Number(system)) * 10;
};

const middle = (numbers: readonly number[]): number => Math.round(median(numbers) ?? Number.NaN);

const pause = (milliseconds: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds));

const measure = async (page: Page, { edit, file, change }: (typeof edits)[number]): Promise<EditCost> => {
  const path = join(folder, file);
  const original = await readFile(path, 'utf8');
  const times: number[] = [];
  const computed: number[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const word = `Prueba ${edit.length}${String(round).padStart(2, '0')}`;
    const before = await processorTime();
    await writeFile(path, change(original, word));
    const start = performance.now();
    await page.waitForFunction(`document.title.includes(${JSON.stringify(word)})`, { polling: 5 });
    times.push(performance.now() - start);
    computed.push((await processorTime()) - before);
    // The preview holds the notebooks against the new data meanwhile.
    await pause(1500);
  }
  return {
    edit,
    milliseconds: middle(times.slice(warmUp)),
    processorMilliseconds: middle(computed.slice(warmUp)),
  };
};

try {
  const page = await running.browser.newPage();
  await page.goto(`${address}2026-Q3/account-plan/hidrogestion-cabriel.es-ES.html`);
  await pause(5000);
  const costs: EditCost[] = [];
  for (const edit of edits) costs.push(await measure(page, edit));
  console.log(JSON.stringify(costs));
} finally {
  await running.close();
  served.kill('SIGTERM');
  await rm(folder, { recursive: true, force: true });
}
