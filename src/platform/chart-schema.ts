import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The JSON Schema that the installed Vega-Lite brings. */
export const readChartSchema = async (): Promise<unknown> =>
  JSON.parse(
    await readFile(createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json'), 'utf8'),
  );
