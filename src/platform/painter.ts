import type { Page } from 'puppeteer';
import type { Log, Painter } from '../effects.ts';
import { printDeadline, type RunningBrowser } from './browser.ts';
import type { BrowserWishes } from './browser-choice.ts';
import { createKeptBrowser } from './kept-browser.ts';

/** A painter that owns a browser: started with the first picture, ended by `close`. */
export interface BrowserPainter extends Painter {
  /** Call it always, after an error too. */
  close(): Promise<void>;
}

/** Pixels of the picture to one of the page: sharp on screens of today and in print. */
const sharpness = 2;

/** @param wishes which browser to take; the pinned one where nothing is asked for */
export const createBrowserPainter = (
  wishes: BrowserWishes,
  log: Log,
  patience: number = printDeadline,
): BrowserPainter => {
  const kept = createKeptBrowser(wishes, log, openPage, patience);
  return {
    png: (html, size) =>
      kept.use(async page => {
        await page.setViewport({ ...size, deviceScaleFactor: sharpness });
        await page.goto('about:blank');
        await page.setContent(html, { waitUntil: 'load' });
        await page.evaluate(
          'Promise.all(Array.from(document.fonts, face => face.load())).then(() => undefined)',
        );
        return page.screenshot({ type: 'png', clip: { x: 0, y: 0, ...size } });
      }),
    close: kept.close,
  };
};

const openPage = async (running: RunningBrowser): Promise<Page> => {
  const page = await running.newPage();
  await page.setJavaScriptEnabled(false);
  return page;
};
