import type { Browser } from 'puppeteer';
import type { BrowserReport } from './browser.ts';
import { MachineFault, wholeFiles } from './fault.ts';

/** A browser from which nothing more is to be had: it is gone, or does not answer. */
export type Lost = 'ended' | 'hangs';

class Crashed extends Error {}
class Hangs extends Error {}

/** Calls a listener once a browser is gone or the program of one of its pages has ended. @returns how to listen no longer */
export type Crashes = (crashed: () => void) => () => void;

/**
 * The browser is asked, since a page that is still being opened can't tell; and one that is gone tells nothing, while
 * what waits for a page of it may wait for half a minute.
 */
export const crashesOf = async (browser: Browser): Promise<Crashes> => {
  const session = await browser.target().createCDPSession();
  await session.send('Target.setDiscoverTargets', { discover: true });
  return crashed => {
    session.once('Target.targetCrashed', crashed);
    browser.once('disconnected', crashed);
    return () => {
      session.off('Target.targetCrashed', crashed);
      browser.off('disconnected', crashed);
    };
  };
};

/** Milliseconds: of a page whose program the system ended we hear that it was not printed, and a moment later why. */
const newsDelay = 1_000;

/**
 * Waits for a page to be opened or printed, and no longer than it makes sense: of a page whose program crashed, and of a browser
 * that has stopped, no answer comes.
 * @param patience milliseconds
 * @param crashes of the browser that works
 */
export const inTime = async <T>(work: Promise<T>, patience: number, crashes?: Crashes): Promise<T> => {
  let fail: (error: Error) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const crashed = (): void => fail(new Crashed('The page crashed'));
  const clock = setTimeout(() => fail(new Hangs('The page was not printed in time')), patience);
  const stopListening = crashes?.(crashed);
  // Whichever comes second is of no interest any more.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, failure]);
  } catch (error) {
    if (error instanceof Crashed || error instanceof Hangs) throw error;
    await Promise.race([failure, new Promise(resolve => setTimeout(resolve, newsDelay))]);
    throw error;
  } finally {
    clearTimeout(clock);
    stopListening?.();
  }
};

/** What became of the browser, by what was thrown; undefined where it is well. */
export const lostBrowser = (error: unknown, browser: { readonly connected: boolean }): Lost | undefined => {
  if (error instanceof Crashed || !browser.connected) return 'ended';
  return error instanceof Hangs || (error instanceof Error && /timed out|timeout/i.test(error.message))
    ? 'hangs'
    : undefined;
};

export const wentAway = ({ origin }: BrowserReport): string =>
  origin === 'remote'
    ? 'The remote browser went away; connecting again.'
    : 'The browser ended while it printed; the page is printed again by a new one.';

export const browserFailed = (
  lost: Lost,
  { origin, location }: BrowserReport,
  patience: number,
): MachineFault => {
  const where = origin === 'remote' ? ` at ${location}` : '';
  const fewer = 'Print fewer pages at a time with --jobs 1, or with another browser (--browser PATH).';
  if (lost === 'hangs')
    return new MachineFault(
      `The browser${where} has not printed a page within ${Math.round(patience / 1000)} seconds, and was left.`,
      [fewer, wholeFiles],
    );
  return new MachineFault(`The browser${where} went away while it printed, time and again.`, [
    origin === 'remote'
      ? 'Look into its own log: most often it has too little memory, or a limit of time for each session.'
      : 'Most often the system ends it for want of memory; cuentas doctor prints a page and says what it lacks.',
    fewer,
    wholeFiles,
  ]);
};
