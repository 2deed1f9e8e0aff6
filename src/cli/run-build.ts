import type { BuildReport, BuildRequest } from '../build.ts';
import type { Effects } from '../effects.ts';
import { createFiles } from '../platform/files.ts';
import { collectEarly } from '../platform/heap-growth.ts';
import { createLog } from '../platform/log.ts';
import { packageRoot } from '../platform/package-root.ts';
import { createBrowserPrinter } from '../platform/printer.ts';
import { type BrowserOptions, browserWishes } from './options.ts';
import { isInteractive } from './terminal.ts';

/**
 * Does some work with a log and a printer, and ends both, whatever comes of it.
 * @throws MachineFault where a PDF is wanted and no browser prints it
 */
export const withPrinter = async <T>(
  options: BrowserOptions,
  work: (outside: Pick<Effects, 'print' | 'log'>) => Promise<T>,
): Promise<T> => {
  const log = createLog({ stream: process.stderr, interactive: isInteractive(process.stderr) });
  const printer = createBrowserPrinter(browserWishes(options), log);
  try {
    return await work({ print: printer, log });
  } finally {
    log.close();
    await printer.close();
  }
};

/** Builds with all that this installation brings. */
export const runBuild = async (
  request: BuildRequest,
  outside: Pick<Effects, 'print' | 'log' | 'files' | 'cache'>,
): Promise<BuildReport> => {
  collectEarly();
  const [{ build }, { loadFonts }, { readChartSchema }, { createConfinement }] = await Promise.all([
    import('../build.ts'),
    import('../platform/fonts.ts'),
    import('../platform/chart-schema.ts'),
    import('../platform/confinement.ts'),
  ]);
  return build(request, {
    ...outside,
    product: createFiles(packageRoot),
    fonts: await loadFonts(),
    chartSchema: readChartSchema,
    confinement: createConfinement(),
  });
};
