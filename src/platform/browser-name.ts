import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { pinnedVersion } from './browser-archive.ts';
import type { BrowserWishes } from './browser-choice.ts';

/** Milliseconds for a program to say its version. */
const patience = 10_000;

/** What a browser is called, with its version, without starting it; undefined where only the running one can say so. */
export const browserName = async ({ path, url }: BrowserWishes): Promise<string | undefined> => {
  if (url !== undefined) return undefined;
  const program = path ?? process.env.CUENTAS_BROWSER;
  if (program) return saidBy(program);
  const version = await pinnedVersion();
  return version === undefined ? undefined : `@sparticuz/chromium ${version}`;
};

/** A program that can't be run is told of when it is to print. */
const saidBy = async (program: string): Promise<string | undefined> => {
  try {
    const { stdout } = await promisify(execFile)(program, ['--version'], { timeout: patience });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
};
