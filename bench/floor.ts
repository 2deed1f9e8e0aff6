/**
 * What a cold build of account plans costs beside bare printing of the same finished pages, by the same shell in as many tabs;
 * then the same build with nothing changed, and with one account edited. Ratios of one run.
 *
 *     npm run bench:floor -- --plans 40
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import puppeteer from 'puppeteer';
import { pinnedBrowser } from '../src/platform/browser-archive.ts';
import { writeWorkspace } from './workspace-folder.ts';

const { values } = parseArgs({ options: { plans: { type: 'string', default: '40' } } });
const plans = Number(values.plans);
const folder = await mkdtemp(join(tmpdir(), 'cuentas-bench-'));
const [workspace, out] = [join(folder, 'workspace'), join(folder, 'out')];

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

const build = () =>
  promisify(execFile)(
    process.execPath,
    ['bin/cuentas.js', 'build', 'account-plan', '--locale', 'es', '--root', workspace, '--out', out],
    { maxBuffer: 1e9 },
  );

const bare = async (): Promise<void> => {
  const pinned = await pinnedBrowser();
  if (pinned === undefined) throw new Error('There is no pinned browser here');
  const browser = await puppeteer.launch({
    executablePath: pinned.executable,
    headless: 'shell',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const paths = (await readdir(out, { recursive: true })).filter(path => path.endsWith('.html'));
  if (paths.length !== plans) throw new Error(`${paths.length} pages were built, not ${plans}`);
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      const page = await browser.newPage();
      for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
        await page.setContent(await readFile(join(out, path), 'utf8'));
        await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      }
    }),
  );
  await browser.close();
};

try {
  await writeWorkspace(workspace, plans);
  const cold = await seconds(build);
  const floor = await seconds(bare);
  const nothing = await seconds(build);
  const [account = ''] = (await readdir(join(workspace, 'data/accounts'))).filter(name =>
    /-1\.yaml$/.test(name),
  );
  const edit = join(workspace, 'data/accounts', account);
  await writeFile(
    edit,
    (await readFile(edit, 'utf8')).replace(
      /revenue: (\d+)/,
      (_, amount: string) => `revenue: ${Number(amount) + 7}`,
    ),
  );
  const edited = await seconds(build);
  const row = (name: string, time: number, ratio: string): string =>
    `| ${name} | ${time.toFixed(1)} | ${ratio} |`;
  console.log(
    [
      `| ${plans} account plans, es, HTML and PDF | seconds | ratio |`,
      '| --- | ---: | ---: |',
      row('cold build', cold, `${(cold / floor).toFixed(2)} of bare printing`),
      row('bare printing of the same pages', floor, ''),
      row('nothing changed', nothing, `${((100 * nothing) / cold).toFixed(1)} % of the cold build`),
      row('one account edited', edited, `${((100 * edited) / cold).toFixed(1)} % of the cold build`),
    ].join('\n'),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
