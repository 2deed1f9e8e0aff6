import type { Browser } from 'puppeteer';
import type { Log } from '../effects.ts';
import type { RunningBrowser } from './browser.ts';
import { pinnedVersion } from './browser-archive.ts';
import { NoBrowserError } from './browser-choice.ts';

/** Milliseconds for a container that is just being started. */
const patience = 30_000;

/** More than one machine has work for: how many print at the same time is what --jobs says. */
const mostPages = 99;

/**
 * Connects to a browser that runs somewhere else, or to a pool of them: whatever speaks the DevTools protocol. Pages are sent to
 * it and PDFs come back over the connection, so that it sees no file of this machine.
 *
 * @param url ws:// or wss:// for the protocol itself, as browserless and Selenium Grid offer it; http:// or https:// for a
 *   Chrome that was started with --remote-debugging-port
 * @throws NoBrowserError where nothing answers there
 */
export const connectToBrowser = async (url: string, log: Log): Promise<RunningBrowser> => {
  const browser = await connection(url);
  const version = await browser.version();
  await warnOfOther(version, log);
  // Of our own, so that nothing is shared with what else the browser is used for; its pages go with it.
  const context = await browser.createBrowserContext();
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    // One that is gone has no pages left to close.
    if (browser.connected) await context.close().catch(() => undefined);
    await browser.disconnect();
  };
  return {
    browser,
    newPage: () => context.newPage(),
    report: {
      origin: 'remote',
      location: url,
      version,
      libraries: 'unknown',
      sandbox: 'unknown',
      pages: mostPages,
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
};

const connection = async (url: string): Promise<Browser> => {
  if (!/^(?:ws|http)s?:\/\//.test(url))
    throw new NoBrowserError(`"${url}" is no address of a browser.`, [
      'Write it like http://HOST:9222 or ws://HOST:3000.',
    ]);
  const { default: puppeteer } = await import('puppeteer');
  const endpoint = /^ws/.test(url) ? { browserWSEndpoint: url } : { browserURL: url };
  const connecting = puppeteer.connect(endpoint);
  try {
    return await Promise.race([connecting, tooLate()]);
  } catch (error) {
    // Should it answer after all, nobody is left to use it.
    void connecting.then(late => late.disconnect()).catch(() => undefined);
    throw new NoBrowserError(`No browser answers at ${url}: ${reasonOf(error)}.`, [
      'Look whether it runs and whether this machine may reach it.',
      'Chrome listens with --remote-debugging-port=9222; browserless and Selenium Grid want their ws:// address.',
    ]);
  }
};

const tooLate = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`nothing within ${patience / 1000} seconds`)), patience).unref();
  });

/** The innermost cause says it best: "connect ECONNREFUSED 127.0.0.1:9222". */
const reasonOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return String(error);
  const { cause, message, error: inner } = error as { cause?: unknown; message?: string; error?: unknown };
  const deeper = cause ?? inner;
  return deeper === undefined || deeper === null ? (message ?? 'the connection failed') : reasonOf(deeper);
};

const warnOfOther = async (version: string, log: Log): Promise<void> => {
  const pinned = await pinnedVersion();
  if (pinned === undefined || majorOf(version) === majorOf(pinned)) return;
  log.warn(
    `The remote browser is ${version}, and the pinned one is Chromium ${pinned}: its PDFs are good, but their bytes are its own.`,
  );
};

const majorOf = (version: string): string | undefined => /(\d+)\./.exec(version)?.[1];
