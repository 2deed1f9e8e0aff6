/**
 * What it takes until a command has said something, beside an engine that does nothing: the compiled `cuentas`, the median of
 * several runs, `check` on the example without anything remembered and with it. Prints JSON.
 *
 *     npm run prepare && npx tsx bench/start.ts
 */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from '../src/model/averages.ts';

/** In milliseconds. */
export interface StartTimes {
  readonly nothing: number;
  readonly version: number;
  readonly check: number;
  readonly checkAgain: number;
}

const rounds = 9;
const cuentas = join(process.cwd(), 'bin/cuentas.js');
const folder = await mkdtemp(join(tmpdir(), 'cuentas-bench-'));

const timeOf = async (args: readonly string[]): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await promisify(execFile)(process.execPath, args, { cwd: folder });
    times.push(performance.now() - start);
  }
  return Math.round(median(times) ?? Number.NaN);
};

try {
  await cp('data', join(folder, 'data'), { recursive: true });
  const nothing = await timeOf(['-e', '0']);
  const version = await timeOf([cuentas, '--version']);
  const check = await timeOf([cuentas, 'check', '--no-cache']);
  await promisify(execFile)(process.execPath, [cuentas, 'check', '--cache', 'remembered'], { cwd: folder });
  const checkAgain = await timeOf([cuentas, 'check', '--cache', 'remembered']);
  console.log(JSON.stringify({ nothing, version, check, checkAgain } satisfies StartTimes));
} finally {
  await rm(folder, { recursive: true, force: true });
}
