import { type ExecFileException, execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, LaunchOptions, Page } from 'puppeteer';
import type { Log } from '../effects.ts';
import { atEnd } from './at-end.ts';
import {
  type BrowserChoice,
  type BrowserOrigin,
  type BrowserWishes,
  chooseBrowser,
} from './browser-choice.ts';
import { endBrowser, killBrowser } from './browser-end.ts';
import { withDeadline } from './deadline.ts';
import { MachineFault } from './fault.ts';
import { writeFontConfiguration } from './font-configuration.ts';
import { connectToBrowser } from './remote-browser.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** A browser that runs, and how it came to. */
export interface RunningBrowser {
  readonly browser: Browser;
  newPage(): Promise<Page>;
  readonly report: BrowserReport;
  /** Ends it, or lets go of a remote one. Safe to call twice. */
  close(): Promise<void>;
}

/** For `cuentas doctor`. */
export interface BrowserReport {
  readonly origin: BrowserOrigin;
  /** The program, or the address of a remote one. */
  readonly location: string;
  /** As it names itself: HeadlessChrome/147.0.7727.0. */
  readonly version: string;
  /** Where NSS and expat come from. */
  readonly libraries: 'system' | 'bundled' | 'unknown';
  readonly sandbox: 'on' | 'off' | 'unknown';
  /** Why the sandbox is off. */
  readonly sandboxReason?: string;
  /** How many pages are printed at once. */
  readonly pages: number;
}

/** Makes layout depend on nothing but the page: no hinting, no machine locale, no network, no background work. */
const switches = [
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--lang=en-US',
  '--disable-gpu',
  '--disable-lcd-text',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
];

/** No name leads anywhere but those that are allowed. */
const resolverRules = (reachable: readonly string[]): string =>
  `--host-resolver-rules=${['MAP * ~NOTFOUND', ...reachable.map(host => `EXCLUDE ${host}`)].join(', ')}`;

const launchTimeout = 30_000;
const complaintTimeout = 5_000;
/** Milliseconds: a hundred pages of tables take half a minute on a busy machine; what takes ten hangs. */
export const printDeadline = 600_000;

/**
 * Starts the browser, or connects to one.
 *
 * @param reachable hosts that a browser of ours may speak to; none for printing
 * @throws NoBrowserError, or the browser's own complaint
 */
export const startBrowser = async (
  wishes: BrowserWishes,
  log: Log,
  reachable: readonly string[] = [],
): Promise<RunningBrowser> => {
  const choice = await chooseBrowser(wishes);
  return choice.origin === 'remote' ? connectToBrowser(choice.url, log) : launch(choice, log, reachable);
};

interface Attempt {
  readonly bundledLibraries: boolean;
  readonly sandboxOff?: string;
  /** It runs alone and is tried for the second time. */
  readonly onceMore?: true;
}

type Startable = Exclude<BrowserChoice, { origin: 'remote' }>;

const launch = async (choice: Startable, log: Log, reachable: readonly string[]): Promise<RunningBrowser> => {
  const run = await createTemporaryFolder('print');
  const clean = async (): Promise<void> => {
    await run.remove();
    await choice.pinned?.discard();
  };
  const start: Start = {
    choice,
    folder: run.path,
    reachable,
    ...(choice.pinned === undefined
      ? {}
      : { fontConfiguration: await writeFontConfiguration(choice.pinned.fonts, run.path) }),
  };
  // A browser that is still starting must not outlive us either.
  const starting = new AbortController();
  const started = atEnd(() => starting.abort());
  const { browser, attempt } = await tryToStart(start, starting.signal, {
    bundledLibraries: false,
    ...(process.getuid?.() === 0 ? { sandboxOff: 'the build runs as root' } : {}),
  }).catch(async error => {
    started();
    await clean();
    throw error;
  });
  const forget = atEnd(() => killBrowser(browser));
  started();
  const reason = attempt.sandboxOff;
  if (reason !== undefined) log.info(`The browser prints without its sandbox, since ${reason}.`);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await endBrowser(browser);
    forget();
    await clean();
  };
  return {
    browser,
    newPage: () => browser.newPage(),
    report: {
      origin: choice.origin,
      location: choice.executable,
      version: await browser.version(),
      libraries: attempt.bundledLibraries ? 'bundled' : 'system',
      sandbox: reason === undefined ? 'on' : 'off',
      ...(reason === undefined ? {} : { sandboxReason: reason }),
      pages: availableParallelism(),
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
};

/** What a browser is started with, each time that it is tried. */
interface Start {
  readonly choice: Startable;
  /** For what the browser keeps while it runs. */
  readonly folder: string;
  readonly reachable: readonly string[];
  readonly fontConfiguration?: string;
}

/** Starts as safely as the machine allows: each complaint that has a known remedy is answered once, any other one is passed on. */
const tryToStart = async (
  start: Start,
  signal: AbortSignal,
  attempt: Attempt,
): Promise<{ browser: Browser; attempt: Attempt }> => {
  const puppeteer = await import('puppeteer');
  const wanted = options(start, attempt);
  try {
    // One that starts and says nothing would be waited for as long as for a page.
    const browser = await withDeadline(launchTimeout, signal, inTime =>
      puppeteer.launch({ ...wanted, signal: inTime }),
    );
    return { browser, attempt };
  } catch (error) {
    const alone = await runAlone(wanted);
    const complaint = `${String(error)}\n${alone.complaint}`;
    const next =
      remedy(start.choice, attempt, complaint) ?? (alone.runs ? onceMore(attempt, signal) : undefined);
    if (next === undefined) throw notStarted(start.choice.executable, alone.runs ? runsAlone : complaint);
    return tryToStart(start, signal, next);
  }
};

/** Whether the program runs when it is started by itself, and what it says when it doesn't: over the pipe it says nothing. */
const runAlone = async ({
  executablePath = '',
  args = [],
  env,
}: LaunchOptions): Promise<{ runs: boolean; complaint: string }> => {
  const command = promisify(execFile)(executablePath, [...args, '--headless', '--dump-dom', 'about:blank'], {
    env: env as NodeJS.ProcessEnv,
    timeout: complaintTimeout,
    killSignal: 'SIGKILL',
  });
  return command.then(
    ({ stdout, stderr }) => ({ runs: stdout.includes('<html'), complaint: stderr }),
    (error: ExecFileException) => ({
      // Some browsers don't end by themselves without a client: one that had to be ended had no complaint.
      runs: error.killed === true,
      complaint: error.stderr ?? String(error),
    }),
  );
};

/** A browser that runs alone failed by the moment: a machine without time or memory for it just then, or one that ended it. */
const onceMore = (attempt: Attempt, signal: AbortSignal): Attempt | undefined =>
  attempt.onceMore === true || signal.aborted ? undefined : { ...attempt, onceMore: true };

const runsAlone = `it runs by itself, but twice it ended or was not ready within ${launchTimeout / 1000} seconds`;

const notStarted = (executable: string, complaint: string): MachineFault => {
  const said = complaint
    .split('\n')
    .map(line => line.trim())
    .find(
      line => line !== '' && !/^(Error|AbortError|TimeoutError)?:? ?.*(Target closed|aborted)/i.test(line),
    );
  return new MachineFault(
    `The browser at ${executable} did not start${said === undefined ? '' : `: ${said.slice(0, 200)}`}.`,
    [
      'cuentas doctor says what the machine lacks for it.',
      'Name another Chrome or Chromium with --browser PATH, or build HTML only with --format html.',
    ],
  );
};

const remedy = (choice: Startable, attempt: Attempt, complaint: string): Attempt | undefined => {
  if (/error while loading shared libraries/.test(complaint) && choice.pinned && !attempt.bundledLibraries)
    return { ...attempt, bundledLibraries: true };
  if (
    /No usable sandbox|namespace sandbox|setuid sandbox/i.test(complaint) &&
    attempt.sandboxOff === undefined
  )
    return { ...attempt, sandboxOff: 'this machine allows no user namespaces' };
  return undefined;
};

const options = (
  { choice, folder, reachable, fontConfiguration }: Start,
  { bundledLibraries, sandboxOff }: Attempt,
): LaunchOptions => ({
  executablePath: choice.executable,
  headless: 'shell',
  timeout: launchTimeout,
  // A browser whose pipe closes ends by itself, even where we were killed outright; and no port is open to other users.
  pipe: true,
  protocolTimeout: printDeadline,
  userDataDir: join(folder, 'profile'),
  // What ends the process ends the browser, see at-end.ts.
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
  args: [...switches, resolverRules(reachable), ...(sandboxOff === undefined ? [] : ['--no-sandbox'])],
  env: {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    // Files that it shares between its programs stand there for a moment; they go with our folder, however it ends.
    TMPDIR: folder,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    ...(fontConfiguration === undefined ? {} : { FONTCONFIG_FILE: fontConfiguration }),
    ...(bundledLibraries && choice.pinned !== undefined ? { LD_LIBRARY_PATH: choice.pinned.libraries } : {}),
  },
});
