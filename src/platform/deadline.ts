/**
 * Does some work that has to come to its end in time. Its signal says when the time is over, or the given one; once the work is
 * done, the clock is stopped: whoever keeps the signal beside what was made is not told of a time that no longer matters.
 *
 * @param milliseconds that the work may take
 * @param signal that ends it sooner
 */
export const withDeadline = async <T>(
  milliseconds: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const late = new AbortController();
  const clock = setTimeout(
    () => late.abort(new Error(`Nothing within ${milliseconds / 1000} seconds`)),
    milliseconds,
  );
  try {
    return await work(AbortSignal.any([signal, late.signal]));
  } finally {
    clearTimeout(clock);
  }
};
