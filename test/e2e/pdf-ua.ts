import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/platform/package-root.ts';

const program = join(packageRoot, '../shared/tools/verapdf/verapdf');
const run = promisify(execFile);

/** Whether veraPDF stands beside the repository, and Java is there to run it. */
export const canVerify = async (): Promise<boolean> => {
  if (!existsSync(program)) return false;
  try {
    await run('javac', ['-version']);
    return true;
  } catch {
    // Not installed: the validator would want to install it.
    return false;
  }
};

/** What veraPDF says of PDFs against PDF/UA-1: a line for each, PASS or FAIL first, and what fails below. */
export const verify = async (paths: readonly string[]): Promise<readonly string[]> => {
  try {
    return lines((await run(program, [...paths], { maxBuffer: 64e6 })).stdout);
  } catch (error) {
    // It ends with 1 where a file does not conform, and says which on standard output.
    if (error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error)
      return lines(String(error.stdout));
    throw error;
  }
};

const lines = (text: string): string[] => text.split('\n').filter(line => line.trim() !== '');
