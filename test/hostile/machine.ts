import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { packageRoot } from '../../src/platform/package-root.ts';
import { folderWith } from '../e2e/command-line.ts';

/** Where a run works, and keeps what is temporary. */
export interface Place {
  readonly folder: string;
  readonly temporary: string;
  /** Of the environment, beside those of the tests. */
  readonly variables?: Readonly<Record<string, string>>;
  /** A program that starts what is told to it, like `prlimit --data=...`. */
  readonly starter?: readonly string[];
}

/** A folder with files, and beside them one for what is temporary; both go when the test ends. */
export const placeOf = async (files: Readonly<Record<string, string>>): Promise<Place> => {
  const folder = await folderWith(files);
  const temporary = join(folder, 'temporary');
  await mkdir(temporary);
  return { folder, temporary };
};

/** Compiled where `npm ci` has compiled it, since half the time of a short run is otherwise the compiler's. */
const program = existsSync(join(packageRoot, 'dist/cli/main.js'))
  ? [join(packageRoot, 'bin/cuentas.js')]
  : ['--import', import.meta.resolve('tsx'), join(packageRoot, 'src/cli/main.ts')];

/** Starts `cuentas` in a process group of its own. */
export const compiledCuentas = (
  { folder, temporary, variables = {}, starter = [] }: Place,
  args: readonly string[],
  output: 'ignore' | 'pipe' = 'ignore',
): ChildProcess => {
  const [command = '', ...rest] = [...starter, process.execPath, ...program, ...args];
  return spawn(command, rest, {
    cwd: folder,
    env: { ...process.env, CI: 'true', TMPDIR: temporary, ...variables },
    stdio: ['ignore', output, output] satisfies StdioOptions,
  });
};

export interface TimedRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

export const runCompiled = async (place: Place, args: readonly string[]): Promise<TimedRun> => {
  const start = performance.now();
  const child = compiledCuentas(place, args, 'pipe');
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream]?.on('data', data => {
      said[stream] += String(data);
    });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said, milliseconds: performance.now() - start };
};

/** Sends a signal and waits for the end; one that has ended already is left alone. */
export const ended = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = once(child, 'exit');
  child.kill(signal);
  await end;
};

/** Texts of all files below a folder, by path; one that goes while they are read is left out. */
export const filesBelow = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(async entry => {
        const path = join(entry.parentPath, entry.name);
        return [relative(folder, path), await readFile(path, 'latin1')] as const;
      }),
  );
  return new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** What runs have left in their folder for temporary files. */
export const leftBehind = async (temporary: string): Promise<readonly string[]> =>
  (await readdir(temporary)).filter(name => !/^(tsx-|node-compile-cache|v8-compile-cache)/.test(name));
