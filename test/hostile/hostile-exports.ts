import { analyze } from '../../src/analysis/analyze.ts';
import { readLibrary } from '../../src/document/library.ts';
import { placesIn } from '../../src/explain/places.ts';
import { exportFormats } from '../../src/export/export.ts';
import type { ExportEffects, ExportFormat } from '../../src/export/format.ts';
import { createLocale } from '../../src/locale/locale.ts';
import { createNames } from '../../src/locale/names.ts';
import { readChartSchema } from '../../src/platform/chart-schema.ts';
import { parquetOf } from '../../src/platform/duckdb-parquet.ts';
import { createFiles } from '../../src/platform/files.ts';
import { loadFonts } from '../../src/platform/fonts.ts';
import { loadMessages } from '../../src/platform/locales.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { createChartGrammar } from '../../src/render/chart-grammar.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { filesOf } from '../unit/workspace/memory.ts';
import type { WorkspaceTexts } from './hostile-workspace.ts';

const product = createFiles(packageRoot);
const grammar = createChartGrammar(readChartSchema);
const effects: ExportEffects = {
  fonts: loadFonts,
  // A picture of points holds no text that could be torn.
  painter: { png: async () => new Uint8Array() },
  parquet: parquetOf,
};

/** Results of a workspace as another program takes them, and all that they are made from. */
export const resultsOf = async (texts: WorkspaceTexts) => {
  const loaded = await loadWorkspace(filesOf(texts));
  const { value: workspace } = loaded;
  const { value: messages } = await loadMessages(product, 'es');
  if (workspace === undefined || messages === undefined)
    throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  const locale = createLocale('es-ES', messages);
  const analysis = analyze(workspace, workspace.settings.period);
  const { value: library } = await readLibrary(product, product, analysis, [locale], grammar);
  return {
    analysis,
    locale,
    names: createNames(workspace),
    locate: placesIn(loaded),
    notebooks: library?.notebooks ?? [],
  };
};

export type Results = Awaited<ReturnType<typeof resultsOf>>;

/** What an export of results writes, by path. */
export const exported = async (
  format: keyof typeof exportFormats,
  results: Results,
): Promise<ReadonlyMap<string, string | Uint8Array>> => {
  const { names, usual, files }: ExportFormat = exportFormats[format];
  const made = await files(results, new Set(usual ?? names(results)), effects);
  return new Map(made.map(({ path, content }) => [path, content]));
};
