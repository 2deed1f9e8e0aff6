/**
 * What a cold build of account plans costs beside bare printing of the same finished pages, by the same shell in as many tabs,
 * and beside another report server that prints them; then the same build with nothing changed, and with one account edited: in what only its own plan shows, and in its revenue,
 * which every plan shows as a part of the portfolio. Ratios of one run. Prints a table, or JSON with --json.
 *
 *     npm run bench:floor -- --plans 40
 *
 * With --alone only the build, cold and with nothing changed: what a thousand plans take says enough.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer';
import { pinnedBrowser } from '../src/platform/browser-archive.ts';
import { printedByPeer, type Shell } from './peer.ts';
import { writeWorkspace } from './workspace-folder.ts';

/** Seconds; the memory is the most that the process of the build held, its browser not counted. */
export interface FloorTimes {
  readonly plans: number;
  readonly cold: number;
  readonly coldPeakMiB: number;
  readonly nothing: number;
  /** Absent with --alone. */
  readonly beside?: {
    readonly bare: number;
    /** The same pages through jsreport. */
    readonly peer: number;
    readonly ownEdit: number;
    readonly revenueEdit: number;
  };
}

const { values } = parseArgs({
  options: {
    plans: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
  },
});
const plans = Number(values.plans);
const folder = await mkdtemp(join(tmpdir(), 'cuentas-bench-'));
const [workspace, out] = [join(folder, 'workspace'), join(folder, 'out')];

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

let peakMiB = 0;
/** Linux tells the most that a process held as long as it is there. */
const notePeak = async (pid: number | undefined): Promise<void> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB/m.exec(status) ?? [];
  peakMiB = Math.max(peakMiB, Math.round(Number(kilobytes) / 1024));
};

const build = async (): Promise<void> => {
  const args = ['bin/cuentas.js', 'build', 'account-plan', '--locale', 'es', '--root', workspace];
  const child = spawn(process.execPath, [...args, '--out', out], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', data => {
    said += String(data);
  });
  const watch = setInterval(() => void notePeak(child.pid), 100);
  const code = await new Promise(resolve => child.on('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`The build ended with ${code}: ${said.slice(-2000)}`);
};

const shellHere = async (): Promise<Shell> => {
  const pinned = await pinnedBrowser();
  if (pinned === undefined) throw new Error('There is no pinned browser here');
  return { executable: pinned.executable, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
};

const builtPages = async (): Promise<string[]> => {
  const paths = (await readdir(out, { recursive: true })).filter(path => path.endsWith('.html'));
  if (paths.length !== plans) throw new Error(`${paths.length} pages were built, not ${plans}`);
  return paths.map(path => join(out, path));
};

const bare = async ({ executable, args }: Shell, paths: string[]): Promise<void> => {
  const browser = await puppeteer.launch({ executablePath: executable, headless: 'shell', args: [...args] });
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      const page = await browser.newPage();
      for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
        await page.setContent(await readFile(path, 'utf8'));
        await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      }
    }),
  );
  await browser.close();
};

/** Edits the first copy of an account with a plan. @throws Error where the edit finds nothing to change */
const edit = async (change: (text: string) => string): Promise<void> => {
  const accounts = join(workspace, 'data/accounts');
  const [name = ''] = (await readdir(accounts)).filter(file => /-1\.yaml$/.test(file)).sort();
  const before = await readFile(join(accounts, name), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`Nothing was edited in ${name}`);
  await writeFile(join(accounts, name), after);
};

const table = ({ cold, coldPeakMiB, nothing, beside }: FloorTimes): string => {
  const share = (time: number): string => `${((100 * time) / cold).toFixed(1)} % of the cold build`;
  const row = (name: string, time: number, ratio: string): string =>
    `| ${name} | ${time.toFixed(1)} | ${ratio} |`;
  return [
    `| ${plans} account plans, es, HTML and PDF | seconds | ratio |`,
    '| --- | ---: | ---: |',
    row(
      'cold build',
      cold,
      beside === undefined ? '' : `${(cold / beside.bare).toFixed(2)} of bare printing`,
    ),
    row('nothing changed', nothing, share(nothing)),
    ...(beside === undefined
      ? []
      : [
          row('bare printing of the same pages', beside.bare, ''),
          row(
            'the same pages through jsreport',
            beside.peer,
            `${(beside.peer / cold).toFixed(2)} of the cold build`,
          ),
          row('an account edited, in its own plan', beside.ownEdit, share(beside.ownEdit)),
          row('the revenue of an account edited', beside.revenueEdit, share(beside.revenueEdit)),
        ]),
    '',
    `Peak memory of the cold build, browser not counted: ${coldPeakMiB} MiB`,
  ].join('\n');
};

const measuredBeside = async (): Promise<NonNullable<FloorTimes['beside']>> => {
  const shell = await shellHere();
  const pages = await builtPages();
  const floor = await seconds(() => bare(shell, [...pages]));
  const peer = await printedByPeer(pages, shell);
  // How a contact likes to be spoken to: a line of the same length in the file, which no other plan shows or rests on.
  await edit(text => text.replace(/(approach: \{ es: '?)(\p{L})/u, '$1Siempre $2'));
  const ownEdit = await seconds(build);
  await edit(text => text.replace(/revenue: (\d+)/, (_, amount: string) => `revenue: ${Number(amount) + 7}`));
  return { bare: floor, peer, ownEdit, revenueEdit: await seconds(build) };
};

try {
  await writeWorkspace(workspace, plans);
  const cold = await seconds(build);
  const coldPeakMiB = peakMiB;
  const nothing = await seconds(build);
  const beside = values.alone ? undefined : await measuredBeside();
  const times: FloorTimes = {
    plans,
    cold,
    coldPeakMiB,
    nothing,
    ...(beside === undefined ? {} : { beside }),
  };
  console.log(values.json ? JSON.stringify(times) : table(times));
} finally {
  await rm(folder, { recursive: true, force: true });
}
