import type { BuildReport, BuildRequest } from '../build.ts';
import type { Files } from '../effects.ts';
import { NoBrowserError } from '../platform/browser-choice.ts';
import { readChartSchema } from '../platform/chart-schema.ts';
import { createFiles } from '../platform/files.ts';
import { loadFonts } from '../platform/fonts.ts';
import { createLog } from '../platform/log.ts';
import { packageRoot } from '../platform/package-root.ts';
import { createBrowserPrinter } from '../platform/printer.ts';
import { InvalidInput } from './invalid-input.ts';
import { type BrowserOptions, browserWishes } from './options.ts';
import { isInteractive } from './terminal.ts';

/** @throws InvalidInput where a PDF is wanted and there is no browser */
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
  } catch (error) {
    if (error instanceof NoBrowserError) throw new InvalidInput(error.message, error.hints);
    throw error;
  } finally {
    log.close();
    await printer.close();
  }
};
