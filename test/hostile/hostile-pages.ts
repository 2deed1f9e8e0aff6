import { build } from '../../src/build.ts';
import type { Files } from '../../src/effects.ts';
import { placesIn } from '../../src/explain/places.ts';
import { createLocale } from '../../src/locale/locale.ts';
import { hasErrors } from '../../src/model/diagnostic.ts';
import { readChartSchema } from '../../src/platform/chart-schema.ts';
import { createConfinement } from '../../src/platform/confinement.ts';
import { createFiles } from '../../src/platform/files.ts';
import { loadFonts } from '../../src/platform/fonts.ts';
import { loadMessages } from '../../src/platform/locales.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { filesOf } from '../unit/workspace/memory.ts';
import type { WorkspaceTexts } from './hostile-workspace.ts';

const silent = { info: () => {}, warn: () => {}, progress: () => {} };
const product = createFiles(packageRoot);
const fonts = loadFonts();
const chartSchema = readChartSchema();
const spanish = loadMessages(product, 'es');

/** A workspace in memory that keeps what is written into it. */
const treeOf = (texts: WorkspaceTexts, written: Map<string, string>): Files => ({
  ...filesOf(texts),
  readBytes: async path => (texts[path] === undefined ? undefined : Buffer.from(texts[path])),
  write: async (path, content) => {
    written.set(path, Buffer.from(content).toString('utf8'));
    return true;
  },
});

/**
 * The pages of a workspace, by path, as a build writes them, in Spanish.
 * @throws Error where the workspace is refused
 */
export const pagesOf = async (
  texts: WorkspaceTexts,
  only: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const written = new Map<string, string>();
  const files = treeOf(texts, written);
  const loaded = await loadWorkspace(files);
  const refusals = loaded.diagnostics.filter(({ severity }) => severity === 'error');
  if (loaded.value === undefined) throw new Error(refusals.map(({ message }) => message).join('\n'));
  const { value: messages } = await spanish;
  if (messages === undefined) throw new Error('The texts in Spanish are unsound');
  const report = await build(
    {
      product: '0.0.0',
      inputs: async () => new Map(),
      workspace: loaded.value,
      period: loaded.value.settings.period,
      locales: [createLocale('es-ES', messages)],
      only,
      formats: ['html'],
      jobs: 1,
      locate: placesIn(loaded),
    },
    {
      files,
      product,
      fonts: await fonts,
      chartSchema: () => chartSchema,
      confinement: createConfinement(),
      print: { pdf: () => Promise.reject(new Error('Nothing is printed here')), name: async () => 'none' },
      log: silent,
    },
  );
  if (hasErrors(report.diagnostics))
    throw new Error(report.diagnostics.map(({ message }) => message).join('\n'));
  return new Map([...written].filter(([path]) => path.endsWith('.html')));
};
