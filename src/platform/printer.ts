import type { HTTPRequest, Page } from 'puppeteer';
import type { Log, NamedPrinter } from '../effects.ts';
import { type BrowserReport, printDeadline, type RunningBrowser } from './browser.ts';
import type { BrowserWishes } from './browser-choice.ts';
import { browserName } from './browser-name.ts';
import { createKeptBrowser } from './kept-browser.ts';

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
  const kept = createKeptBrowser(wishes, log, openPage, patience);
  return {
    pdf: html => kept.use(page => print(page, html, patience)),
    name: async () => (await browserName(wishes)) ?? (await kept.report()).version,
    report: kept.report,
    close: kept.close,
  };
};

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
