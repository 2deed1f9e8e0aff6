import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { packageRoot } from '../../src/platform/package-root.ts';
import type { Command, Variation } from './variations.ts';

/** What a build wrote, by path: the SHA-256 of each file. */
export type Written = ReadonlyMap<string, string>;

const documents = ['board-summary', 'strategic-review', 'index'];

/** The build of a small workspace, before anything is varied. */
export const plainBuild = (root: string, out: string): Command => ({
  words: [process.execPath, join(packageRoot, 'bin/cuentas.js'), 'build', '--no-cache', ...documents],
  variables: {},
  root,
  out,
});

/** Makes the workspace that is built: the one that `cuentas init` gives, in a folder that every user may read. */
export const makeWorkspace = async (folder: string): Promise<string> => {
  const root = join(folder, 'workspace');
  await run({
    words: [
      process.execPath,
      join(packageRoot, 'bin/cuentas.js'),
      'init',
      root,
      '--yes',
      '--company',
      'Cal del Sur',
    ],
    variables: {},
  });
  chmodSync(folder, 0o755);
  return root;
};

/** Builds under variations. @returns what was written */
export const buildVaried = async (
  plain: Command,
  varied: readonly Variation[],
  folder: string,
): Promise<Written> => {
  await mkdir(folder, { recursive: true });
  chmodSync(folder, 0o777);
  const command = varied.reduce((made, variation) => variation.of(made, folder), {
    ...plain,
    out: join(folder, 'out'),
  });
  await run({ ...command, words: [...command.words, '--root', command.root, '--out', command.out] });
  return writtenIn(command.out);
};

const writtenIn = async (folder: string): Promise<Written> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const hashes = await Promise.all(
    files.map(async file => {
      const hash = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      return [relative(folder, file), hash] as const;
    }),
  );
  return new Map(hashes.sort(([a], [b]) => (a < b ? -1 : 1)));
};

const run = ({ words, variables }: Pick<Command, 'words' | 'variables'>): Promise<void> =>
  new Promise((done, fail) => {
    const [program = '', ...args] = words;
    const child = spawn(program, args, {
      env: { ...process.env, TMPDIR: '/tmp', ...variables },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', data => {
      said += String(data);
    });
    child.on('error', fail);
    child.on('close', code => (code === 0 ? done() : fail(new Error(`${words.join(' ')}: ${said}`))));
  });

/** Files that are not the same in both, by path. */
export const differing = (one: Written, other: Written): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter(path => one.get(path) !== other.get(path));
