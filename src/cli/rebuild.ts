import type { BuildRequest } from '../build.ts';
import type { Checked } from '../cache/whole-check.ts';
import { documentAt } from '../document/document-path.ts';
import type { Files } from '../effects.ts';
import { placesIn } from '../explain/places.ts';
import * as catalogue from '../manifest/catalogue.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { type Hashes, notingReads } from '../manifest/noted-files.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { sha256 } from '../model/hash.ts';
import type { PeriodId } from '../model/period.ts';
import { packageManifest } from '../platform/package-root.ts';
import { loadWorkspace } from '../workspace/load.ts';
import type { FreshOptions } from './check-fresh.ts';
import { openLocales } from './open-locale.ts';
import { runBuild, withPrinter } from './run-build.ts';

/** Builds the documents of a manifest again, writes none of them, and tells which come out otherwise. */
export const rebuilt = async (
  period: PeriodId,
  manifest: Manifest,
  files: Files,
  options: FreshOptions,
): Promise<Checked> => {
  const noted = notingReads(files);
  const loaded = await loadWorkspace(noted);
  if (loaded.value === undefined) return { diagnostics: loaded.diagnostics, texts: loaded.sources };
  const written = new Map<string, string>();
  const listed = Object.keys(manifest.outputs).flatMap(path => documentAt(path) ?? []);
  const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
  const tags = new Set(listed.map(({ tag }) => tag));
  // In the order of the workspace, in which an index lists them.
  const ordered = loaded.value.settings.locales.filter(tag => tags.has(tag));
  const { value: workspace } = loaded;
  const request: BuildRequest = {
    workspace,
    period,
    locales: await openLocales(distinct([...ordered, ...tags]), noted),
    only: distinct(listed.map(({ id }) => id)),
    formats: distinct(listed.map(({ format }) => format)),
    jobs: options.jobs,
    locate: placesIn(loaded),
    product: packageManifest().version,
    inputs: noted.noted,
    ...(manifest.date === undefined ? {} : { date: manifest.date }),
  };
  const report = await withPrinter(options, outside =>
    runBuild(request, { ...outside, files: intoNothing(noted, written) }),
  );
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  return {
    diagnostics: errors.length > 0 ? errors : differences(period, manifest, written),
    texts: report.texts,
  };
};

const differences = (period: PeriodId, manifest: Manifest, made: Hashes): Diagnostic[] => {
  const at = (path: string): string | undefined => made.get(`reports/${period}/${path}`);
  const listed = Object.entries(manifest.outputs);
  const gone = listed.map(([path]) => path).filter(path => at(path) === undefined);
  return [
    ...(gone.length === 0 ? [] : [catalogue.notPlanned(period, gone)]),
    ...listed
      .filter(([path, { sha256 }]) => at(path) !== undefined && at(path) !== sha256)
      .map(([path]) => catalogue.notReproduced(period, path)),
  ];
};

/** A tree that keeps of what is written only the hash. @param hashes by path */
const intoNothing = (files: Files, hashes: Map<string, string>): Files => ({
  ...files,
  write: async (path, content) => {
    hashes.set(path, await sha256(content));
    return true;
  },
});
