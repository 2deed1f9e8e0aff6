import { getHeapStatistics } from 'node:v8';

/** Milliseconds between two looks. */
const pace = 100;
/** Bytes of the limit that go to what is young and are not there for what stays: three parts of 16 MiB. */
const young = 48 * 2 ** 20;
/** Part of the memory from which on it is short: V8 collects what is not used long before. */
const short = 0.9;

/**
 * Says once when memory runs short: Node ends a program without any that it could answer, and tells neither that nothing is
 * lost nor what to do. A long calculation leaves no moment to look, so the guide says it as well.
 * @param say gets the megabytes that Node allows
 */
export const whenMemoryRunsShort = (say: (megabytes: number) => void): void => {
  const clock = setInterval(() => {
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
    if (used < (limit - young) * short) return;
    clearInterval(clock);
    say(Math.round((limit - young) / 2 ** 20));
  }, pace).unref();
};
