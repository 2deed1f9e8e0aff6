import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const actions = new Set<() => void>();
let listening = false;

/**
 * Has something done when the process ends, by a signal too: no program and no folder of ours is to outlive it. The last
 * one asked for is the first one done.
 *
 * @param action synchronous, since nothing is waited for any more
 * @returns takes the wish back, once there is nothing left to do
 */
export const atEnd = (action: () => void): (() => void) => {
  if (!listening) listen();
  const own = () => action();
  actions.add(own);
  return () => void actions.delete(own);
};

const listen = (): void => {
  listening = true;
  process.once('exit', () => {
    for (const action of [...actions].reverse()) attempt(action);
  });
  for (const signal of signals) process.once(signal, () => process.exit(128 + constants.signals[signal]));
};

/** One thing that can't be done must not keep the others from being done; it is said, since nobody can handle it any more. */
const attempt = (action: () => void): void => {
  try {
    action();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
};
