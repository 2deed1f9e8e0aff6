import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What a program holds on to, once everything that nobody needs has been collected. */
export interface Held {
  /** Megabytes of the heap, and beside it. */
  readonly memory: number;
  /** Connections, watchers, clocks and files that are open, by kind. */
  readonly handles: Readonly<Record<string, number>>;
}

/** Runs in the program before its own code, and answers whoever asks by a signal. */
const answering = `
  import { setFlagsFromString } from 'node:v8';
  import { runInNewContext } from 'node:vm';
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  process.on('SIGUSR2', () => {
    collect();
    // What is released by the first round is collected by the second.
    setTimeout(() => {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      const held = { memory: (heapUsed + external) / 2 ** 20, kinds: process.getActiveResourcesInfo() };
      process.stderr.write('held ' + JSON.stringify(held) + '\\n');
    }, 50);
  });`;

/** Of the environment of a program that is to be asked. */
export const askable = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(answering)}` };

/** Asks a program that runs in an environment that is askable, and whose standard error is a pipe. */
export const heldBy = async (child: ChildProcess): Promise<Held> => {
  const { stderr } = child;
  if (stderr === null) throw new Error('Nobody hears what this program says');
  child.kill('SIGUSR2');
  let said = '';
  for (;;) {
    const [data] = await once(stderr, 'data');
    said += String(data);
    const [, json] = /^held (\{.*\})\n/m.exec(said) ?? [];
    if (json === undefined) continue;
    const { memory, kinds } = JSON.parse(json) as { memory: number; kinds: readonly string[] };
    const handles: Record<string, number> = {};
    // Clocks of keep-alive come and go.
    for (const kind of [...kinds].sort()) if (kind !== 'Timeout') handles[kind] = (handles[kind] ?? 0) + 1;
    return { memory, handles };
  }
};
