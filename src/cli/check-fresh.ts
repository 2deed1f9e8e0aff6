import type { Checked } from '../cache/whole-check.ts';
import type { Files } from '../effects.ts';
import * as catalogue from '../manifest/catalogue.ts';
import { lookAt, readManifest } from '../manifest/folder.ts';
import { staleness } from '../manifest/fresh.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { PeriodId } from '../model/period.ts';
import { createFiles } from '../platform/files.ts';
import { ignoredByGit } from '../platform/git.ts';
import { packageManifest } from '../platform/package-root.ts';
import { workspaceFile } from '../platform/root.ts';
import { declaredPeriod } from './declared-settings.ts';
import { InvalidInput } from './invalid-input.ts';
import type { BrowserOptions } from './options.ts';
import { filesInto } from './output-files.ts';

export interface FreshOptions extends BrowserOptions {
  readonly period?: PeriodId;
  readonly out?: string;
  readonly jobs: number;
  readonly rebuild?: boolean;
}

/** Whether the documents of a period are those that a build would write now, as far as the manifest tells; or to the byte. */
export const checkFresh = async (root: string, options: FreshOptions): Promise<Checked> => {
  const files = filesInto(createFiles(root), options.out);
  const period = options.period ?? (await quarterUnderReview(files));
  const manifest = await readManifest(files, period);
  if (manifest === undefined) return only(catalogue.noManifest(period));
  if (manifest === 'unreadable') return only(catalogue.unreadableManifest(period));
  const stale = await told(root, period, manifest, files, options);
  if (options.rebuild !== true) return { diagnostics: stale, texts: new Map() };
  const { rebuilt } = await import('./rebuild.ts');
  const again = await rebuilt(period, manifest, files, options);
  return { diagnostics: [...stale, ...again.diagnostics], texts: again.texts };
};

const only = (diagnostic: Checked['diagnostics'][number]): Checked => ({
  diagnostics: [diagnostic],
  texts: new Map(),
});

const told = async (
  root: string,
  period: PeriodId,
  manifest: Manifest,
  files: Files,
  { out }: FreshOptions,
): Promise<Checked['diagnostics']> => {
  const present = await lookAt(files, period, manifest);
  const [folder, below] = out === undefined ? [root, `reports/${period}`] : [out, period];
  const paths = [...new Set([...Object.keys(manifest.outputs), ...present.documents.keys()])];
  const ignored = await ignoredByGit(
    folder,
    paths.map(path => `${below}/${path}`),
  );
  return staleness(period, manifest, {
    ...present,
    product: packageManifest().version,
    isIgnored: path => ignored.has(`${below}/${path}`),
  });
};

/** @throws InvalidInput where the settings name none */
const quarterUnderReview = async (files: Pick<Files, 'read'>): Promise<PeriodId> => {
  const period = await declaredPeriod(files);
  if (period !== undefined) return period;
  throw new InvalidInput(`${workspaceFile} names no quarter under review.`, [
    'Run cuentas check to see what is wrong with it, or name a quarter with --period.',
  ]);
};
