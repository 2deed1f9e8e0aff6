import type { Page } from 'puppeteer';
import type { BrowserReport } from './browser.ts';
import { MachineFault, wholeFiles } from './fault.ts';

/** A browser from which nothing more is to be had: it is gone, or does not answer. */
export type Lost = 'ended' | 'hangs';

class Crashed extends Error {}
class Hangs extends Error {}

/**
 * Waits for a page to be opened or printed, and no longer than it makes sense: of a page whose program crashed, and of a browser
 * that has stopped, no answer comes.
 * @param patience milliseconds
 * @param page one that is open, and may crash
 */
export const inTime = async <T>(
  work: Promise<T>,
  patience: number,
  page?: Pick<Page, 'once' | 'off'>,
): Promise<T> => {
  let fail: (error: Error) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const crashed = (): void => fail(new Crashed('The page crashed'));
  const clock = setTimeout(() => fail(new Hangs('The page was not printed in time')), patience);
  page?.once('error', crashed);
  // Whichever comes second is of no interest any more.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, failure]);
  } finally {
    clearTimeout(clock);
    page?.off('error', crashed);
  }
};

/** What became of the browser, by what was thrown; undefined where it is well. */
export const lostBrowser = (error: unknown, browser: { readonly connected: boolean }): Lost | undefined => {
  if (error instanceof Hangs || (error instanceof Error && /timed out|timeout/i.test(error.message)))
    return 'hangs';
  return error instanceof Crashed || !browser.connected ? 'ended' : undefined;
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
