import type { Page } from 'puppeteer';
import { MachineFault } from './fault.ts';

/** A browser from which nothing more is to be had: it is gone, or does not answer. */
export type Lost = 'ended' | 'hangs';

class Crashed extends Error {}
class Hangs extends Error {}

/**
 * Waits for a page to be printed, and no longer than it makes sense: of a page whose program crashed, and of a browser that
 * has stopped, no answer comes.
 */
export const inTime = async <T>(
  printing: Promise<T>,
  { page }: { readonly page: Pick<Page, 'once' | 'off'> },
  patience: number,
): Promise<T> => {
  let fail: (error: Error) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const crashed = (): void => fail(new Crashed('The page crashed'));
  const clock = setTimeout(() => fail(new Hangs('The page was not printed in time')), patience);
  page.once('error', crashed);
  // Whichever comes second is of no interest any more.
  printing.catch(() => undefined);
  try {
    return await Promise.race([printing, failure]);
  } finally {
    clearTimeout(clock);
    page.off('error', crashed);
  }
};

/** What became of the browser, by what was thrown; undefined where it is well. */
export const lostBrowser = (error: unknown): Lost | undefined => {
  if (error instanceof Hangs) return 'hangs';
  if (error instanceof Crashed) return 'ended';
  if (!(error instanceof Error)) return undefined;
  if (/timed out|timeout/i.test(error.message)) return 'hangs';
  return /Target closed|Session closed|Connection closed|Page crashed|frame (was|got) detached|EPIPE|ECONNRESET|socket hang up/i.test(
    error.message,
  )
    ? 'ended'
    : undefined;
};

const wholeFiles =
  'Every file is as it was or as it was to be, none is half: run the command again afterwards.';

export const browserFailed = (lost: Lost, patience: number): MachineFault =>
  lost === 'ended'
    ? new MachineFault('The browser ended twice while it printed the same page.', [
        'Mostly the system ended it for want of memory: print fewer pages at a time with --jobs 1.',
        'cuentas doctor prints a page and says what the browser lacks.',
        wholeFiles,
      ])
    : new MachineFault(
        `The browser has not printed a page within ${Math.round(patience / 60_000)} minutes, and was ended.`,
        [
          'Print fewer pages at a time with --jobs 1, or name another browser with --browser PATH.',
          wholeFiles,
        ],
      );
