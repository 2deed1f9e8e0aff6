import type { BuildReport, BuildRequest } from '../build.ts';
import type { Files } from '../effects.ts';
import { readChartSchema } from '../platform/chart-schema.ts';
import { createFiles } from '../platform/files.ts';
import { loadFonts } from '../platform/fonts.ts';
import { createLog } from '../platform/log.ts';
import { packageRoot } from '../platform/package-root.ts';
import { createBrowserPrinter } from '../platform/printer.ts';
import { type BrowserOptions, browserWishes } from './options.ts';
import { isInteractive } from './terminal.ts';

/** @throws MachineFault where a PDF is wanted and no browser prints it */
export const runBuild = async (
  request: BuildRequest,
  files: Files,
  options: BrowserOptions,
): Promise<BuildReport> => {
  const { build } = await import('../build.ts');
  const log = createLog({ stream: process.stderr, interactive: isInteractive(process.stderr) });
  const printer = createBrowserPrinter(browserWishes(options), log);
  try {
    return await build(request, {
      files,
      product: createFiles(packageRoot),
      fonts: await loadFonts(),
      chartSchema: readChartSchema,
      print: printer,
      log,
    });
  } finally {
    log.close();
    await printer.close();
  }
};
