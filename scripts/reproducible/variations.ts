import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';

/** A command, and what surrounds it. */
export interface Command {
  readonly words: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** The workspace. */
  readonly root: string;
  /** Where the documents go. */
  readonly out: string;
}

/** One thing that differs between machines, as the reprotest of reproducible-builds.org varies it. */
export interface Variation {
  readonly name: string;
  readonly how: string;
  /** Whether this machine can do it. */
  readonly isPossible: () => boolean;
  /** @param folder of its own, for what it needs */
  readonly of: (command: Command, folder: string) => Command;
}

const has = (program: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const works = (...words: readonly [string, ...string[]]): boolean => {
  try {
    const [program, ...args] = words;
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const always = (): boolean => true;
const wrapped =
  (...before: readonly string[]) =>
  (command: Command): Command => ({ ...command, words: [...before, ...command.words] });
const among =
  (variables: Readonly<Record<string, string>>) =>
  (command: Command): Command => ({ ...command, variables: { ...command.variables, ...variables } });

/** Gives folders in another order; where disorderfs can't be mounted, to the program alone. */
const shuffled = new URL('shuffled-folders.mjs', import.meta.url).href;

export const variations: readonly Variation[] = [
  {
    name: 'build path',
    how: 'the workspace and the documents in a folder with another, longer name, with spaces and letters beyond ASCII',
    isPossible: always,
    of: (command, folder) => {
      const root = join(folder, 'otra carpeta, más larga – 株', 'ws');
      cpSync(command.root, root, { recursive: true });
      return { ...command, root, out: join(root, 'elsewhere') };
    },
  },
  {
    name: 'user and group',
    how: 'nobody instead of root (setpriv)',
    isPossible: () =>
      process.getuid?.() === 0 &&
      has('setpriv') &&
      works('setpriv', ...nobodyWords(), process.execPath, '-e', '0'),
    of: wrapped('setpriv', ...nobodyWords()),
  },
  {
    name: 'home',
    how: 'an empty one that nobody may write to, so that the browser is unpacked for this run',
    isPossible: always,
    of: among({ HOME: '/nonexistent', XDG_CACHE_HOME: '/nonexistent/cache' }),
  },
  { name: 'umask', how: '0002 instead of 0022', isPossible: always, of: inShell('umask 0002') },
  {
    name: 'locale',
    how: 'LC_ALL=tr_TR.UTF-8, LANGUAGE=tr (i and ı differ in Turkish)',
    isPossible: always,
    of: among({ LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr' }),
  },
  {
    name: 'time zone',
    how: 'TZ=Pacific/Kiritimati (UTC+14)',
    isPossible: always,
    of: among({ TZ: 'Pacific/Kiritimati' }),
  },
  {
    name: 'wall clock',
    how: '400 days, 3 hours and 7 minutes later, running 3 times as fast (libfaketime)',
    isPossible: () => has('faketime') && works('faketime', '-f', '+1d', 'true'),
    of: wrapped('faketime', '-f', '+34736220 x3'),
  },
  {
    name: 'host name',
    how: 'another host and domain name (unshare --uts)',
    isPossible: () => works('unshare', '--uts', 'hostname', 'other'),
    of: command => ({
      ...command,
      words: [
        'unshare',
        '--uts',
        'sh',
        '-c',
        'hostname i-capture-the-hostname && exec "$@"',
        'sh',
        ...command.words,
      ],
    }),
  },
  {
    name: 'number of cores',
    how: 'one instead of all (taskset), and one document at a time',
    isPossible: () => works('taskset', '-c', '0', 'true'),
    of: command => {
      const one = wrapped('taskset', '-c', '0')(command);
      return { ...one, words: [...one.words, '--jobs', '1'] };
    },
  },
  {
    name: 'file order',
    how: 'folders list their files in a shuffled order',
    isPossible: always,
    of: command => ({
      ...command,
      variables: { ...command.variables, NODE_OPTIONS: `--import ${shuffled}` },
    }),
  },
  {
    name: 'environment',
    how: 'variables that programs like to look at: USER, COLUMNS, LINES, EDITOR, NO_COLOR, FORCE_COLOR, CI, PATH',
    isPossible: always,
    of: command => ({
      ...command,
      variables: {
        ...command.variables,
        USER: 'somebody-else',
        LOGNAME: 'somebody-else',
        COLUMNS: '43',
        LINES: '7',
        EDITOR: 'ed',
        FORCE_COLOR: '1',
        CI: '',
        CAPTURE_ENVIRONMENT: 'i_capture_the_environment',
        PATH: `${process.env.PATH ?? ''}:/i_capture_the_path`,
      },
    }),
  },
  {
    name: 'kernel',
    how: 'it says that it is Linux 2.6 (setarch --uname-2.6)',
    isPossible: () => works('setarch', '--uname-2.6', 'true'),
    of: wrapped('setarch', '--uname-2.6'),
  },
  {
    name: 'address space',
    how: 'laid out without randomness (setarch --addr-no-randomize)',
    isPossible: () => works('setarch', '--addr-no-randomize', 'true'),
    of: wrapped('setarch', '--addr-no-randomize'),
  },
];

function nobodyWords(): readonly string[] {
  return ['--reuid=65534', '--regid=65534', '--clear-groups'];
}

function inShell(statement: string): Variation['of'] {
  return command => ({
    ...command,
    words: ['sh', '-c', `${statement} && exec "$@"`, 'sh', ...command.words],
  });
}
