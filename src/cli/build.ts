import { join } from 'node:path';
import { Command } from 'commander';
import type { BuildReport, BuildRequest } from '../build.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { packageManifest } from '../platform/package-root.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { exitCode } from './exit-code.ts';
import { InvalidInput } from './invalid-input.ts';
import { openEdition } from './open-edition.ts';
import { openLocales } from './open-locale.ts';
import { type OpenWorkspace, openWorkspace, periodOf } from './open-workspace.ts';
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
import { runBuild } from './run-build.ts';
import { coloursFor, print, printError, printJson } from './terminal.ts';

interface BuildOptions extends BrowserOptions {
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
    .addOption(browserOption())
    .addOption(browserUrlOption())
    .addOption(rootOption())
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(run);

const run = async (globs: readonly string[], options: BuildOptions): Promise<void> => {
  const start = performance.now();
  const opened = await openWorkspace(options.root);
  const edition = await openEdition(opened, options.redact);
  const { workspace } = edition;
  if (options.merge === true)
    return merge(opened, globs, { ...options, period: periodOf(options.period, workspace) });
  const request: BuildRequest = {
    ...edition,
    period: periodOf(options.period, workspace),
    locales: await openLocales(options.locale ?? workspace.settings.locales, opened.files),
    only: [...globs, ...(options.only ?? [])],
    ...(options.format === undefined ? {} : { formats: options.format }),
    jobs: options.jobs,
    ...(options.shard === undefined ? {} : { shard: options.shard }),
    product: packageManifest().version,
    inputs: opened.files.noted,
  };
  const report = await runBuild(request, edition.files(filesInto(opened.files, options.out)), options);
  const isEmpty = report.written.length + report.unchanged.length === 0 && options.shard === undefined;
  if (!hasErrors(report.diagnostics) && isEmpty) throw nothingMatches(request.only);
  const seconds = (performance.now() - start) / 1000;
  if (options.json === true) printJson({ ...report, texts: undefined, seconds });
  else tell(report, seconds);
  if (hasErrors(report.diagnostics)) process.exitCode = exitCode.findings;
};

/** @param parts folders of what the machines wrote; the one to write into when there are none */
const merge = async (
  { root, files }: OpenWorkspace,
  parts: readonly string[],
  { out, json, period }: BuildOptions & { readonly period: string },
): Promise<void> => {
  const { mergeBuild } = await import('./merge-shards.ts');
  const own = out ?? join(root, 'reports');
  const manifest = await mergeBuild(filesInto(files, out), {
    period,
    parts: parts.length === 0 ? [own] : parts,
  });
  if (json === true) printJson(manifest);
  else print(`${Object.keys(manifest.outputs).length} documents in one manifest`);
};

const tell = ({ diagnostics, texts, written, unchanged }: BuildReport, seconds: number): void => {
  if (diagnostics.length > 0) printError(diagnosticsText(diagnostics, texts, coloursFor(process.stderr)));
  if (hasErrors(diagnostics) && written.length + unchanged.length === 0) printError('Nothing was written.');
  else print(`${written.length} written, ${unchanged.length} unchanged in ${seconds.toFixed(1)} s`);
};

const nothingMatches = (only: readonly string[]): InvalidInput =>
  new InvalidInput(
    only.length === 0 ? 'There are no notebooks to build.' : `No document matches ${only.join(', ')}.`,
    ['A notebook is a file reports/<name>.md; its documents are <name> or <name>/<account>.'],
  );
