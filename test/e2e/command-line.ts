import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { packageRoot } from '../../src/platform/package-root.ts';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const source = [
  '--import',
  import.meta.resolve('tsx'),
  fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url)),
];

/** What surrounds a run. */
export interface Surroundings {
  /** The folder that it starts in. */
  readonly folder?: string;
  /** Of the environment, beside those of the tests. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Octal, as a shell takes it. */
  readonly umask?: string;
}

/** As where `cuentas` is typed by itself, whatever runs the tests. */
const environment = (variables: Surroundings['variables'] = {}): NodeJS.ProcessEnv => {
  const { npm_execpath: _, ...own } = process.env;
  return { ...own, CI: 'true', ...variables };
};

/** Runs `cuentas` from source, as a shell without a terminal does. */
export const cuentas = (args: readonly string[], folder: string = packageRoot): Promise<Run> =>
  cuentasIn({ folder }, args);

/** Runs `cuentas` from source in surroundings of its own. */
export const cuentasIn = (
  { folder = packageRoot, variables = {}, umask }: Surroundings,
  args: readonly string[],
): Promise<Run> =>
  new Promise((resolve, reject) => {
    const options = { cwd: folder, env: environment(variables), maxBuffer: 64e6 };
    const command = [process.execPath, ...source, ...args];
    const [program = '', ...rest] =
      umask === undefined ? command : ['sh', '-c', 'umask "$0" && exec "$@"', umask, ...command];
    execFile(program, rest, options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });

/** A `cuentas` that serves, and where. */
export interface Serving {
  readonly child: ChildProcess;
  /** `http://127.0.0.1:4870/` */
  readonly address: string;
}

/** Starts `cuentas` and waits for the address that it prints; whoever asked ends it. */
export const servingCuentas = (
  { folder, variables }: Surroundings,
  args: readonly string[],
): Promise<Serving> => {
  const child = spawn(process.execPath, [...source, ...args], {
    cwd: folder ?? packageRoot,
    env: environment(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (data: unknown): void => {
      said += String(data);
      const [address] = /http:\/\/\S+/.exec(said) ?? [];
      if (address !== undefined) resolve({ child, address });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', () => reject(new Error(said)));
  });
};

/** Programs that run with a word on their command line; Linux tells. */
export const programsNaming = async (word: string): Promise<readonly string[]> => {
  const processes = (await readdir('/proc')).filter(name => /^\d+$/.test(name));
  const lines = await Promise.all(
    processes.map(id => readFile(join('/proc', id, 'cmdline'), 'utf8').catch(() => 'gone since')),
  );
  return lines.filter(line => line.includes(word));
};

/** Starts `cuentas` and leaves it running; it goes at the latest when the test ends. */
export const startCuentas = ({ folder, variables }: Surroundings, args: readonly string[]): ChildProcess => {
  const child = spawn(process.execPath, [...source, ...args], {
    cwd: folder ?? packageRoot,
    env: environment(variables),
    stdio: 'ignore',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
};

/** Runs `cuentas` and reads no more than the first bytes of what it prints. @returns what it said on standard error */
export const cuentasIntoClosedPipe = (args: readonly string[], folder: string): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...source, ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', data => {
      stderr += String(data);
    });
    child.stdout.once('data', () => child.stdout.destroy());
    child.on('error', reject);
    child.on('close', code => resolve({ code: code ?? -1, stdout: '', stderr }));
  });

/** Writes files into a new folder, which goes when the test ends. */
export const folderWith = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await makeFolder(files);
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
};

/** Writes files into a new folder; whoever asked removes it. */
export const makeFolder = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'cuentas-e2e-'));
  await writeFiles(folder, files);
  return folder;
};

/** Writes files into a folder. */
export const writeFiles = async (folder: string, files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
};

const account = (revenue: number): string => `name: Cliente de ${revenue}
since: 2020-01-01
history:
  2025-Q3: { revenue: ${revenue - 20} }
  2026-Q1: { revenue: ${revenue} }
  2026-Q2: { revenue: ${revenue} }
  2026-Q3: { revenue: ${revenue}.25 }
`;

/** A small sound workspace: three accounts that bring 500, 300 and 200 a quarter. */
export const soundWorkspace: Readonly<Record<string, string>> = {
  'data/workspace.yaml':
    'company: { name: Cal del Sur }\ncurrency: EUR\nperiod: 2026-Q3\nlocales: [en, es]\n',
  'data/accounts/uno.yaml': account(500),
  'data/accounts/dos.yaml': account(300),
  'data/accounts/tres.yaml': account(200),
};
