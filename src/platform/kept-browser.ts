import type { Log } from '../effects.ts';
import { type BrowserReport, printDeadline, type RunningBrowser, startBrowser } from './browser.ts';
import type { BrowserWishes } from './browser-choice.ts';
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

/** A browser with pages that are kept for the next work: started with the first one, replaced when it goes away. */
export interface KeptBrowser<Page> {
  /** Lends a page, and another one of a new browser where the first goes away with its own. @throws MachineFault where that does not help */
  use<T>(work: (page: Page) => Promise<T>): Promise<T>;
  /** Starts the browser if it has not been, and says which one it is. */
  report(): Promise<BrowserReport>;
  /** Ends the browser; call it always, after an error too. */
  close(): Promise<void>;
}

interface Started<Page> {
  readonly running: RunningBrowser;
  readonly crashes: Crashes;
  readonly pages: Pool<Page>;
}

/** How often work is given to a browser that goes away meanwhile: a pool of them replaces what goes. */
const attempts = 3;

/**
 * @param wishes which browser to take; the pinned one where nothing is asked for
 * @param patience milliseconds after which work that is not done never will be
 */
export const createKeptBrowser = <Page>(
  wishes: BrowserWishes,
  log: Log,
  openPage: (running: RunningBrowser) => Promise<Page>,
  patience: number = printDeadline,
): KeptBrowser<Page> => {
  let started: Promise<Started<Page>> | undefined;
  const start = (): Promise<Started<Page>> => {
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
  const discard = async (used: Promise<Started<Page>>, lost: Lost): Promise<void> => {
    if (started !== used) return;
    started = undefined;
    const { running } = await used;
    if (lost === 'ended') log.warn(wentAway(running.report));
    await running.close();
  };
  return {
    use: async work => {
      for (let attempt = 1; ; attempt += 1) {
        const used = start();
        const { running, crashes, pages } = await used;
        try {
          return await pages.use(lent => inTime(work(lent), patience, crashes));
        } catch (error) {
          const lost = lostBrowser(error, running.browser);
          if (lost === undefined) throw error;
          await discard(used, lost);
          if (lost === 'hangs' || attempt === attempts) throw browserFailed(lost, running.report, patience);
        }
      }
    },
    report: async () => (await start()).running.report,
    close: async () => {
      const { running } = (await started?.catch(() => undefined)) ?? {};
      await running?.close();
    },
  };
};
