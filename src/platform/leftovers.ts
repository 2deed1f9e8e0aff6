import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * What a run leaves when it is killed outright, the next run removes. To tell what is left from what another run has in hand,
 * every temporary name carries a mark of the machine and the number of the process.
 */
const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);
const mark = /\.(?<host>[0-9a-f]{6})-(?<process>\d+)-/;

let count = 0;

/** Part of a name that no other run uses: `.3fa2b1-4711-12`. */
export const ownMark = (): string => {
  count += 1;
  return `.${host}-${process.pid}-${count}`;
};

/** Milliseconds after which nobody can still be at work on what was made on another machine. */
const longGone = 24 * 60 * 60_000;

/**
 * Removes from a folder what runs that are no more have left there.
 * @param isTemporary whether a name is one of those that bear a mark
 */
export const removeLeftovers = (folder: string, isTemporary: (name: string) => boolean): void => {
  for (const name of namesIn(folder)) {
    const { host: from, process: number = '' } = mark.exec(name)?.groups ?? {};
    if (from === undefined || !isTemporary(name)) continue;
    const path = join(folder, name);
    const isLeft = from === host ? !isAlive(Number(number)) : ageOf(path) > longGone;
    if (isLeft) removeWherePossible(path);
  }
};

const removeWherePossible = (path: string): void => {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // It belongs to another user, whose next run removes it.
  }
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    // A folder that can't be listed holds nothing of ours that we could remove.
    return [];
  }
};

const ageOf = (path: string): number => {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    // Another run has removed it in the meantime.
    return 0;
  }
};

const isAlive = (id: number): boolean => {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // A process of another user can't be signalled, but is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};
