import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What a page is printed with. */
export interface Shell {
  readonly executable: string;
  readonly args: readonly string[];
}

/**
 * Prints finished pages through jsreport (its Handlebars engine and its recipe for Chrome, pool of as many browsers as there are
 * cores), the last version that runs on the Node of this project. It is installed for this run, apart from the project.
 * @param paths of HTML files
 * @returns seconds, without the start of the server and its browsers
 */
export const printedByPeer = async (paths: readonly string[], shell: Shell): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'cuentas-peer-'));
  try {
    await cp('bench/peer', folder, { recursive: true });
    await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: folder,
    });
    const given = { pages: paths, tabs: availableParallelism(), ...shell };
    const { seconds } = JSON.parse(await told(folder, JSON.stringify(given))) as { readonly seconds: number };
    return seconds;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const told = (folder: string, given: string): Promise<string> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, ['print.mjs'], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', data => {
      said += String(data);
    });
    child.on('error', fail);
    child.on('close', code => (code === 0 ? done(said) : fail(new Error(`jsreport ended with ${code}`))));
    child.stdin.end(given);
  });
