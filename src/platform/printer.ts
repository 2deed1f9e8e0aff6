import type { HTTPRequest, Page } from 'puppeteer';
import type { Log, NamedPrinter } from '../effects.ts';
import { type BrowserReport, printDeadline, type RunningBrowser, startBrowser } from './browser.ts';
import type { BrowserWishes } from './browser-choice.ts';
import { browserName } from './browser-name.ts';
import { createPool, type Pool } from './pool.ts';
import {
  browserFailed,
  type Crashes,
  crashesOf,
  inTime,
  type Lost,
  lostBrowser,
  wentAway,
} from './print-failures.ts';

/** A printer that owns a browser: started with the first page, kept warm, ended by `close`. */
export interface BrowserPrinter extends NamedPrinter {
  /** Starts the browser if it has not been, and says which one it is. */
  report(): Promise<BrowserReport>;
  /** Ends the browser; call it always, after an error too. */
  close(): Promise<void>;
}

/**
 * @param wishes which browser to take; the pinned one where nothing is asked for
 * @param patience milliseconds after which a page that is not printed never will be
 */
export const createBrowserPrinter = (
  wishes: BrowserWishes,
  log: Log,
  patience: number = printDeadline,
): BrowserPrinter => {
  let started: Promise<Started> | undefined;
  const start = (): Promise<Started> => {
    started ??= startBrowser(wishes, log).then(async running => {
      const crashes = await inTime(crashesOf(running.browser), patience).catch(async error => {
        await running.close();
        throw browserFailed(lostBrowser(error, running.browser) ?? 'ended', running.report, patience);
      });
      const open = () => inTime(openPage(running), patience, crashes);
      return { running, crashes, pages: createPool(running.report.pages, open) };
    });
    return started;
  };
  /** Only who sees it first ends the browser; the others wait for the new one. */
  const discard = async (used: Promise<Started>, lost: Lost): Promise<void> => {
    if (started !== used) return;
    started = undefined;
    const { running } = await used;
    if (lost === 'ended') log.warn(wentAway(running.report));
    await running.close();
  };
  return {
    pdf: async html => {
      for (let attempt = 1; ; attempt += 1) {
        const used = start();
        const { running, crashes, pages } = await used;
        try {
          return await pages.use(lent => inTime(print(lent, html, patience), patience, crashes));
        } catch (error) {
          const lost = lostBrowser(error, running.browser);
          if (lost === undefined) throw error;
          await discard(used, lost);
          if (lost === 'hangs' || attempt === attempts) throw browserFailed(lost, running.report, patience);
        }
      }
    },
    name: async () => (await browserName(wishes)) ?? (await start()).running.report.version,
    report: async () => (await start()).running.report,
    close: async () => {
      const { running } = (await started?.catch(() => undefined)) ?? {};
      await running?.close();
    },
  };
};

interface Started {
  readonly running: RunningBrowser;
  readonly crashes: Crashes;
  readonly pages: Pool<PrintPage>;
}

/** How often a page is sent to a browser that goes away while it prints: a pool of them replaces what goes. */
const attempts = 3;

interface PrintPage {
  readonly page: Page;
  /** Addresses that the page in hand asked for and did not get. */
  readonly refused: string[];
}

const openPage = async (running: RunningBrowser): Promise<PrintPage> => {
  const page = await running.newPage();
  const refused: string[] = [];
  // A finished page brings all it needs: its scripts are not run, and whatever it asks for is refused.
  await page.setJavaScriptEnabled(false);
  await page.emulateMediaType('print');
  await page.setRequestInterception(true);
  page.on('request', request => void answer(request, refused));
  return { page, refused };
};

const answer = (request: HTTPRequest, refused: string[]): Promise<void> => {
  if (/^(data|about):/.test(request.url())) return request.continue();
  refused.push(request.url());
  return request.abort('blockedbyclient');
};

const print = async ({ page, refused }: PrintPage, html: string, deadline: number): Promise<Uint8Array> => {
  refused.length = 0;
  // A new document each time: written into the last one, it would be under that one's content security policy.
  await page.goto('about:blank');
  await page.setContent(html, { waitUntil: 'load', timeout: deadline });
  await page.evaluate(loadEveryFace);
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: deadline,
  });
  if (refused.length > 0)
    throw new Error(`A page must bring all it shows, but this one asks for ${refused.join(', ')}`);
  return pdf;
};

/** Run in the browser. A face that only margin boxes use is not loaded on its own in time for printing. */
const loadEveryFace = 'Promise.all(Array.from(document.fonts, face => face.load())).then(() => undefined)';
