import type { Browser } from 'puppeteer';

/** Milliseconds that a browser is given to end in good order. */
const patience = 5_000;

/** The program, and the way to ask it to end. */
export type EndingBrowser = Pick<Browser, 'close' | 'process'>;

/**
 * Ends a browser for sure: one that prints may not answer, and a build must not wait for it.
 *
 * @param deadline milliseconds to wait before it is killed
 */
export const endBrowser = async (browser: EndingBrowser, deadline: number = patience): Promise<void> => {
  const closed = browser.close().then(
    () => true,
    // A browser that is gone can't be asked; whether its program runs is what counts.
    () => false,
  );
  const inTime = await Promise.race([closed, after(deadline)]);
  if (!inTime) killBrowser(browser);
};

/** Kills the program and all that it started: it leads a process group of its own. */
export const killBrowser = (browser: Pick<Browser, 'process'>): void => {
  const program = browser.process();
  if (program?.pid === undefined || program.exitCode !== null || program.signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? program.pid : -program.pid, 'SIGKILL');
  } catch (error) {
    // It ended between the question and the signal.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};

const after = (milliseconds: number): Promise<false> =>
  new Promise(resolve => setTimeout(() => resolve(false), milliseconds).unref());
