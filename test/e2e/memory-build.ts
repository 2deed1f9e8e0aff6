import { type BuildReport, type BuildRequest, build } from '../../src/build.ts';
import { rememberingReader } from '../../src/cache/parsed-memory.ts';
import { type AskedBuild, rememberBuild, rememberedBuild } from '../../src/cache/whole-build.ts';
import type { Cache, Effects, Files, NamedPrinter } from '../../src/effects.ts';
import { placesIn } from '../../src/explain/places.ts';
import { createLocale } from '../../src/locale/locale.ts';
import { notingReads } from '../../src/manifest/noted-files.ts';
import { compareIds } from '../../src/model/order.ts';
import { readChartSchema } from '../../src/platform/chart-schema.ts';
import { createConfinement } from '../../src/platform/confinement.ts';
import { createFiles } from '../../src/platform/files.ts';
import { loadFonts } from '../../src/platform/fonts.ts';
import { loadMessages } from '../../src/platform/locales.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { plainReader } from '../../src/workspace/reader.ts';

/** Contents by path. */
export type Contents = Map<string, string | Uint8Array>;

/** A tree of files in memory. */
export const memoryFiles = (contents: Contents): Files => {
  const bytes = (path: string): Buffer | undefined => {
    const content = contents.get(path);
    return content === undefined ? undefined : Buffer.from(content);
  };
  return {
    read: async path => bytes(path)?.toString('utf8'),
    readBytes: async path => bytes(path),
    list: async folder => [...contents.keys()].filter(path => path.startsWith(`${folder}/`)).sort(compareIds),
    write: async (path, content) => {
      const isSame = bytes(path)?.equals(Buffer.from(content)) === true;
      contents.set(path, content);
      return !isSame;
    },
  };
};

const fonts = await loadFonts();
const silent = { info: () => {}, warn: () => {}, progress: () => {} };

/** Effects on a tree in memory, with nothing that prints. */
export const memoryEffects = (contents: Contents): Effects & { readonly print: NamedPrinter } => ({
  files: memoryFiles(contents),
  product: createFiles(packageRoot),
  fonts,
  chartSchema: readChartSchema,
  confinement: createConfinement(),
  print: { pdf: () => Promise.reject(new Error('nothing is printed here')), name: async () => 'no browser' },
  log: silent,
});

/** What is asked of a build. */
export type Wanted = Partial<Pick<BuildRequest, 'only' | 'formats' | 'date' | 'product'>> & {
  readonly locales?: readonly string[];
};

/** Builds with a cache as the command does, in this process. @returns whether the whole build was remembered */
export const buildFromCache = async (effects: Effects, cache: Cache, wanted: Wanted): Promise<boolean> => {
  const { locales, ...others } = wanted;
  const asked: AskedBuild = {
    only: [],
    ...others,
    tags: locales,
    period: undefined,
    browser: await effects.print.name(),
  };
  if ((await rememberedBuild(asked, cache, effects.files)) !== undefined) return true;
  const made = await buildHere({ ...effects, cache }, wanted);
  const errors = made.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  await rememberBuild(asked, cache, made, locales ?? ['en']);
  return false;
};

/** Builds a workspace as the command does, in this process. @throws Error where its data are wrong */
export const buildHere = async (effects: Effects, wanted: Wanted = {}): Promise<BuildReport> => {
  const files = notingReads(effects.files);
  const reader = effects.cache === undefined ? plainReader : rememberingReader(effects.cache);
  const loaded = await loadWorkspace(files, reader);
  const workspace = loaded.value;
  if (workspace === undefined)
    throw new Error(
      `The data are wrong: ${JSON.stringify(loaded.diagnostics.filter(one => one.severity === 'error'))}`,
    );
  const { locales: tags = workspace.settings.locales, ...others } = wanted;
  const locales = await Promise.all(
    tags.map(async tag => {
      const { value } = await loadMessages(effects.product, tag);
      if (value === undefined) throw new Error(`There are no texts for ${tag}`);
      return createLocale(tag, value);
    }),
  );
  const request = { workspace, period: workspace.settings.period, locales, only: [], jobs: 1 };
  return build(
    { ...request, locate: placesIn(loaded), product: '1.0.0', inputs: files.noted, ...others },
    { ...effects, files },
  );
};
