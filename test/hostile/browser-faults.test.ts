import { execFile } from 'node:child_process';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pinnedBrowser } from '../../src/platform/browser-archive.ts';
import { createBrowserPainter } from '../../src/platform/painter.ts';
import { createBrowserPrinter } from '../../src/platform/printer.ts';
import { folderWith, makeFolder, programsNaming } from '../e2e/command-line.ts';
import { effort, grouped, tally } from './tally.ts';

const options = { title: 'Prueba', language: 'es' };
const onLinux = test.runIf(process.platform === 'linux');

/** Takes a while to print. */
const long = `<!DOCTYPE html><title>t</title>${'<p>Una línea de texto que hay que componer.</p>'.repeat(3_000)}`;
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-';

/** Numbers of the programs that were started with a word on their command line. */
const numbersNaming = async (word: string): Promise<readonly number[]> => {
  const { stdout } = await promisify(execFile)('pgrep', ['-f', '--', word]).catch(() => ({ stdout: '' }));
  return stdout.split('\n').filter(Boolean).map(Number);
};

const logged = () => {
  const said: string[] = [];
  const say = (message: string): void => void said.push(message);
  return { said, log: { info: say, warn: say, progress: () => {} } };
};

/** Where the browsers of this file have their profiles: those of other tests, in the same process, must live. */
let temporary: string;
beforeAll(async () => {
  temporary = await makeFolder({ keep: '' });
  vi.stubEnv('TMPDIR', temporary);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(temporary, { recursive: true, force: true });
});

/** What of a browser is signalled: its first program, or those that lay out pages. */
type Part = 'browser' | 'renderers';

/** Numbers of the programs of the browsers of this file. */
const programs = async (part: Part): Promise<readonly number[]> => {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid,ppid,args']);
  const all = stdout.split('\n').map(line => {
    const [id, parent] = line.trim().split(/\s+/);
    return { id: Number(id), parent: Number(parent), line };
  });
  const first = all.filter(({ line }) => line.includes(temporary));
  if (part === 'browser') return first.map(({ id }) => id);
  const family = new Set(first.map(({ id }) => id));
  // A renderer is a child of a child; a parent has been listed by the time that its children are looked for.
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const { id, parent } of all) if (family.has(parent)) family.add(id);
  }
  return all.filter(({ id, line }) => family.has(id) && line.includes('--type=renderer')).map(({ id }) => id);
};

/** Signals the browser before a page is opened, or in the middle of printing. */
const signalled = async (
  signal: NodeJS.Signals,
  moment: 'before' | 'meanwhile',
  {
    patience,
    part = 'browser',
    pause = 60,
  }: { readonly patience?: number; readonly part?: Part; readonly pause?: number } = {},
) => {
  const { said, log } = logged();
  const printer = createBrowserPrinter({}, log, patience);
  await printer.report();
  const send = async (): Promise<void> => {
    for (const id of await programs(part)) process.kill(id, signal);
  };
  if (moment === 'before') await send();
  const printing = printer.pdf(long, options).then(
    pdf => ({ pdf }),
    (error: unknown) => ({ error }),
  );
  if (moment === 'meanwhile') {
    await new Promise(resolve => setTimeout(resolve, pause));
    await send();
  }
  const result = await printing;
  await printer.close();
  return { result, said };
};

const rounds = effort(2, 15);
/** Milliseconds from the opening of a page to the end of its printing. */
const span = 400;

// The second is what a system does that wants memory back: most of it is with those who lay out pages.
onLinux.each([
  ['a browser', 'browser'],
  ['the program of a browser that lays out the page', 'renderers'],
] as const)('%s that is killed while it prints is replaced, and the page is printed', async (_, part) => {
  for (let round = 0; round < rounds; round += 1) {
    const pause = span * ((0.15 + round * 0.618_033_988_75) % 1);
    const { result, said } = await signalled('SIGKILL', 'meanwhile', { part, pause, patience: 60_000 });
    expect(result).toMatchObject({ pdf: expect.any(Uint8Array) });
    if ('pdf' in result) expect(isPdf(result.pdf)).toBe(true);
    expect(said.filter(line => line.includes('printed again by a new one')).length).toBeLessThanOrEqual(1);
    expect(await programs('browser')).toEqual([]);
  }
});

onLinux('a browser that is killed while it paints a picture is replaced, too', async () => {
  const { log } = logged();
  const painter = createBrowserPainter({}, log, 60_000);
  const size = { width: 400, height: 300 };
  await painter.png('<p>x', size);
  const painting = painter.png(long, size);
  await new Promise(resolve => setTimeout(resolve, 60));
  for (const id of await programs('renderers')) process.kill(id, 'SIGKILL');
  expect(Buffer.from((await painting).subarray(1, 4)).toString()).toBe('PNG');
  await painter.close();
  expect(await programs('browser')).toEqual([]);
});

onLinux('what was killed is told', () =>
  tally(
    'faults-browser',
    `${grouped(rounds)} browsers and ${grouped(rounds)} times their renderers killed, 2 stopped, 3 that are none`,
  ),
);

onLinux.each(['before', 'meanwhile'] as const)(
  'a browser that hangs %s is ended, and the build says so',
  async moment => {
    const { result } = await signalled('SIGSTOP', moment, { patience: 4_000 });
    expect(result).toMatchObject({
      error: expect.objectContaining({
        message: expect.stringContaining('has not printed a page within 4 seconds'),
      }),
    });
    await vi.waitUntil(async () => (await programsNaming(temporary)).length === 0, {
      timeout: 15_000,
    });
  },
);

onLinux.each([
  ['says nothing', 'sleep 0.1'],
  ['complains', 'echo "missing something" >&2; exit 3'],
  ['is of another kind', 'echo Mozilla Firefox 115.0'],
])('a program as browser that %s is told as such', async (_, script) => {
  const folder = await folderWith({ keep: '' });
  const program = join(folder, 'browser');
  await writeFile(program, `#!/bin/sh\n${script}\n`);
  await chmod(program, 0o755);
  const printer = createBrowserPrinter({ path: program }, logged().log);
  await expect(printer.pdf('<p>x', options)).rejects.toThrow(`The browser at ${program} did not start`);
  await printer.close();
  expect(await numbersNaming(program)).toEqual([]);
});

const pinned = await pinnedBrowser();

/** A program that ends at its first starts, and is the browser from then on. */
const endingAtFirst = async (starts: number): Promise<string> => {
  const folder = await folderWith({ keep: '' });
  const program = join(folder, 'browser');
  const lines = [
    '#!/bin/sh',
    // Only starts over the pipe count: by itself it runs.
    `case "$*" in *--dump-dom*) ;; *) echo >> ${folder}/starts ;; esac`,
    `test "$(cat ${folder}/starts | wc -l)" -gt ${starts} || case "$*" in *--dump-dom*) ;; *) exit 0 ;; esac`,
    `LD_LIBRARY_PATH=${pinned?.libraries} exec ${pinned?.executable} "$@"`,
  ];
  await writeFile(program, lines.join('\n'));
  await chmod(program, 0o755);
  return program;
};

test.skipIf(pinned === undefined)(
  'a browser that ends while it starts, but runs alone, is started once more',
  async () => {
    const { log } = logged();
    const printer = createBrowserPrinter({ path: await endingAtFirst(1) }, log);
    expect(isPdf(await printer.pdf('<p>x', options))).toBe(true);
    await printer.close();
    const never = createBrowserPrinter({ path: await endingAtFirst(9) }, log);
    await expect(never.pdf('<p>x', options)).rejects.toThrow('it runs by itself, but twice it ended');
    await never.close();
  },
);
