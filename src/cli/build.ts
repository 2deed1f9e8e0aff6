import { join } from 'node:path';
import { Command } from 'commander';
import type { BuildReport, BuildRequest } from '../build.ts';
import type { AskedBuild } from '../cache/whole-build.ts';
import type { Effects, NamedPrinter } from '../effects.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { NoBrowserError } from '../platform/browser-choice.ts';
import { createFiles } from '../platform/files.ts';
import { alone } from '../platform/lock.ts';
import { packageManifest } from '../platform/package-root.ts';
import { declaredDate } from './declared-date.ts';
import { exitCode } from './exit-code.ts';
import { InvalidInput } from './invalid-input.ts';
import { type CacheOptions, cacheOption, closeCache, noCacheOption, openCache } from './open-cache.ts';
import {
  type BrowserOptions,
  browserOption,
  browserUrlOption,
  type Format,
  formatOption,
  jobsOption,
  jsonOption,
  localesOption,
  mergeOption,
  onlyOption,
  outOption,
  periodOption,
  redactOption,
  rootOption,
  shardOption,
} from './options.ts';
import { filesInto } from './output-files.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { rootOfWorkspace } from './root-of-workspace.ts';
import { withPrinter } from './run-build.ts';
import { print, printError, printJson } from './terminal.ts';

interface BuildOptions extends BrowserOptions, CacheOptions {
  readonly root?: string;
  readonly period?: string;
  readonly locale?: readonly string[];
  readonly only?: readonly string[];
  readonly format?: readonly Format[];
  readonly out?: string;
  readonly jobs: number;
  readonly redact?: string;
  readonly shard?: BuildRequest['shard'];
  readonly merge?: boolean;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ cuentas build
  $ cuentas build strategic-review --locale es --format html
  $ cuentas build 'account-plan/*' --jobs 2
  $ cuentas build --out ../published --period 2026-Q2
  $ cuentas build --redact partners
  $ cuentas build --shard 2/5          the second of five machines
  $ cuentas build --merge parts/*      what they wrote, as one build`;

export const createBuildCommand = (): Command =>
  new Command('build')
    .description(
      'Writes the documents of a period, as HTML and PDF. A file whose content is the same is left alone.',
    )
    .argument('[glob...]', 'documents, like strategic-review or account-plan/* (default: all)')
    .addOption(onlyOption())
    .addOption(formatOption())
    .addOption(localesOption())
    .addOption(periodOption())
    .addOption(outOption())
    .addOption(redactOption())
    .addOption(shardOption())
    .addOption(mergeOption())
    .addOption(jobsOption())
    .addOption(cacheOption())
    .addOption(noCacheOption())
    .addOption(browserOption())
    .addOption(browserUrlOption())
    .addOption(rootOption())
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(run);

/** Two builds at once would make a manifest of which each knew a half: the second one begins when the first has ended. */
const run = (globs: readonly string[], options: BuildOptions): Promise<void> => {
  const folder = options.out ?? join(rootOfWorkspace(options.root), 'reports');
  const waits = (process: string): void =>
    printError(`Process ${process} builds into the same folder; this build waits for its end.`);
  return alone('build', folder, waits, () => buildAlone(globs, options));
};

const buildAlone = async (globs: readonly string[], options: BuildOptions): Promise<void> => {
  const start = performance.now();
  const root = rootOfWorkspace(options.root);
  if (options.merge === true) return merge(root, globs, options);
  const cache = await openCache(root, options);
  const date = declaredDate();
  const asked = {
    only: [...globs, ...(options.only ?? [])],
    ...(options.format === undefined ? {} : { formats: options.format }),
    ...(date === undefined ? {} : { date }),
  };
  const report = await withPrinter(options, async outside => {
    if (cache === undefined) return buildAnew(root, asked, options, outside);
    // What an edition for an audience rests on, its manifest does not tell; a shard depends on what others cost. Both compose.
    if (options.redact !== undefined || options.shard !== undefined)
      return buildAnew(root, asked, options, { ...outside, cache });
    const whole: AskedBuild = {
      ...asked,
      tags: options.locale,
      period: options.period,
      browser: await browserFor(options, outside.print),
    };
    const { rememberBuild, rememberedBuild } = await import('../cache/whole-build.ts');
    const before = await rememberedBuild(whole, cache, filesInto(createFiles(root), options.out));
    if (before !== undefined) return before;
    const { tags, ...made } = await buildAnew(root, asked, options, { ...outside, cache });
    await rememberBuild(whole, cache, made, tags);
    return made;
  });
  await closeCache(cache);
  const isEmpty = report.written.length + report.unchanged.length === 0 && options.shard === undefined;
  if (!hasErrors(report.diagnostics) && isEmpty) throw nothingMatches(asked.only);
  const seconds = (performance.now() - start) / 1000;
  if (options.json === true) printJson({ ...report, texts: undefined, account: undefined, seconds });
  else tell(report, seconds);
  if (hasErrors(report.diagnostics)) process.exitCode = exitCode.findings;
};

/** What would print. Where nothing can, that matters only once something is to be printed. */
const browserFor = async ({ format }: BuildOptions, print: NamedPrinter): Promise<string> => {
  if (format?.includes('pdf') === false) return 'none';
  try {
    return await print.name();
  } catch (error) {
    if (error instanceof NoBrowserError) return 'none';
    throw error;
  }
};

type AskedDocuments = Pick<BuildRequest, 'only' | 'formats' | 'date'>;

const buildAnew = async (
  root: string,
  asked: AskedDocuments,
  options: BuildOptions,
  outside: Pick<Effects, 'print' | 'log' | 'cache'>,
): Promise<BuildReport & { readonly tags: readonly string[] }> => {
  const [{ openWorkspace, periodOf }, { openEdition }, { openLocales }, { runBuild }] = await Promise.all([
    import('./open-workspace.ts'),
    import('./open-edition.ts'),
    import('./open-locale.ts'),
    import('./run-build.ts'),
  ]);
  const opened = await openWorkspace(root, outside.cache);
  const edition = await openEdition(opened, options.redact);
  const { workspace } = edition;
  const tags = options.locale ?? workspace.settings.locales;
  const request: BuildRequest = {
    ...edition,
    ...asked,
    period: periodOf(options.period, workspace),
    locales: await openLocales(tags, opened.files),
    jobs: options.jobs,
    ...(options.shard === undefined ? {} : { shard: options.shard }),
    product: packageManifest().version,
    inputs: opened.files.noted,
  };
  const files = edition.files(filesInto(opened.files, options.out));
  return { ...(await runBuild(request, { ...outside, files })), tags };
};

/** @param parts folders of what the machines wrote; the one to write into when there are none */
const merge = async (
  root: string,
  parts: readonly string[],
  { out, json, period: asked }: BuildOptions,
): Promise<void> => {
  const [{ openWorkspace, periodOf, usableWorkspace }, { mergeBuild }] = await Promise.all([
    import('./open-workspace.ts'),
    import('./merge-shards.ts'),
  ]);
  const opened = await openWorkspace(root);
  const { files } = opened;
  const period = periodOf(asked, usableWorkspace(opened));
  const manifest = await mergeBuild(filesInto(files, out), {
    period,
    parts: parts.length === 0 ? [out ?? join(root, 'reports')] : parts,
  });
  if (json === true) printJson(manifest);
  else print(`${Object.keys(manifest.outputs).length} documents in one manifest`);
};

const tell = ({ diagnostics, texts, written, unchanged }: BuildReport, seconds: number): void => {
  if (diagnostics.length > 0) printDiagnostics(diagnostics, texts);
  if (hasErrors(diagnostics) && written.length + unchanged.length === 0) printError('Nothing was written.');
  else print(`${written.length} written, ${unchanged.length} unchanged in ${seconds.toFixed(1)} s`);
};

const nothingMatches = (only: readonly string[]): InvalidInput =>
  new InvalidInput(
    only.length === 0 ? 'There are no notebooks to build.' : `No document matches ${only.join(', ')}.`,
    ['A notebook is a file reports/<name>.md; its documents are <name> or <name>/<account>.'],
  );
