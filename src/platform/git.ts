import { spawn } from 'node:child_process';

/**
 * Which of some files git ignores, and does not hold all the same. None where there is no git, or no repository: then every
 * file is one that is kept.
 * @param folder that the paths are relative to
 */
export const ignoredByGit = async (
  folder: string,
  paths: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (paths.length === 0) return new Set();
  const told = await checkIgnore(folder, paths);
  return new Set(told.split('\0').filter(path => path !== ''));
};

/** Git ends with 1 where it ignores none of them and with 128 where there is no repository; both say nothing then. */
const checkIgnore = (folder: string, paths: readonly string[]): Promise<string> =>
  new Promise(resolve => {
    const git = spawn('git', ['check-ignore', '-z', '--stdin'], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const said: Buffer[] = [];
    git.stdout.on('data', (data: Buffer) => said.push(data));
    git.on('error', () => resolve(''));
    git.on('close', () => resolve(Buffer.concat(said).toString('utf8')));
    // A git that ends before it has read everything closes the pipe; what it said counts.
    git.stdin.on('error', () => undefined);
    git.stdin.end(paths.join('\0'));
  });
