import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { type PinnedBrowser, pinnedBrowser } from './browser-archive.ts';
import { MachineFault } from './fault.ts';

export type BrowserOrigin = 'remote' | 'explicit' | 'pinned' | 'puppeteer' | 'system';

/** What the user asked for. */
export interface BrowserWishes {
  /** A browser to start: `--browser`, or CUENTAS_BROWSER. */
  readonly path?: string;
  /** A browser that runs already, ws:// or http://: `--browser-url`. */
  readonly url?: string;
}

export type BrowserChoice =
  | { readonly origin: 'remote'; readonly url: string }
  | {
      readonly origin: 'explicit' | 'puppeteer' | 'system';
      readonly executable: string;
      readonly pinned?: PinnedBrowser;
    }
  | { readonly origin: 'pinned'; readonly executable: string; readonly pinned: PinnedBrowser };

/** There is no browser to print with. The message says how to mend it. */
export class NoBrowserError extends MachineFault {
  override readonly name = 'NoBrowserError';

  constructor(message: string, hints: readonly string[] = waysToOne) {
    super(message, hints);
  }
}

const waysToOne = [
  'Run npm ci again, so that the pinned browser of @sparticuz/chromium is there (Linux on x64).',
  'Or name a Chrome or Chromium with --browser PATH or the variable CUENTAS_BROWSER.',
  'Or connect to a running one with --browser-url http://HOST:9222.',
  'Or build HTML only with --format html.',
];

/** Asked for → pinned by the lock file → cache of puppeteer → of the system. @throws NoBrowserError */
export const chooseBrowser = async (wishes: BrowserWishes): Promise<BrowserChoice> => {
  if (wishes.url !== undefined) return { origin: 'remote', url: wishes.url };
  const path = wishes.path ?? process.env.CUENTAS_BROWSER;
  if (path) {
    if (!(await isExecutable(path)))
      throw new NoBrowserError(`There is no browser that can be run at ${path}.`);
    return { origin: 'explicit', executable: path };
  }
  const pinned = await pinnedBrowser();
  if (pinned !== undefined) return { origin: 'pinned', executable: pinned.executable, pinned };
  const cached = await cachedByPuppeteer();
  if (cached !== undefined) return { origin: 'puppeteer', executable: cached };
  const system = await ofTheSystem();
  if (system !== undefined) return { origin: 'system', executable: system };
  throw new NoBrowserError('No browser was found to print PDF with.');
};

const cachedByPuppeteer = async (): Promise<string | undefined> => {
  const puppeteer = await import('puppeteer');
  try {
    const path = await puppeteer.executablePath({ headless: 'shell' });
    return (await isExecutable(path)) ? path : undefined;
  } catch {
    // It throws where its cache has no such browser.
    return undefined;
  }
};

const systemNames = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const ofTheSystem = async (): Promise<string | undefined> => {
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean);
  const candidates = systemNames.flatMap(name => folders.map(folder => join(folder, name)));
  for (const candidate of [...candidates, ...macPaths]) {
    if (await isExecutable(candidate)) return candidate;
  }
  return undefined;
};

const isExecutable = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
