export interface Cost {
  readonly milliseconds: number;
  readonly processorMilliseconds: number;
  /** Most memory that the process held until then. */
  readonly peakMiB: number;
}

/** Processor time of the process so far: it does not count what else the machine does, but counts the collector's threads. */
export const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Does some work and says what it cost. */
export const measured = async <T>(
  work: () => T | Promise<T>,
): Promise<{ readonly result: T; readonly cost: Cost }> => {
  const start = process.hrtime.bigint();
  const startProcessor = processorTime();
  const result = await work();
  return {
    result,
    cost: {
      processorMilliseconds: Math.round(processorTime() - startProcessor),
      milliseconds: Math.round(Number(process.hrtime.bigint() - start) / 1e6),
      peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    },
  };
};
