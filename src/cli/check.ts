import { appendFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { Command, Option } from 'commander';
import { type Checked, rememberedCheck } from '../cache/whole-check.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { createFiles } from '../platform/files.ts';
import { packageManifest } from '../platform/package-root.ts';
import { sortDiagnostics } from '../workspace/order.ts';
import type { FreshOptions } from './check-fresh.ts';
import { exitCode } from './exit-code.ts';
import { InvalidInput } from './invalid-input.ts';
import { type CacheOptions, cacheOption, noCacheOption, openCacheThere } from './open-cache.ts';
import {
  browserOption,
  browserUrlOption,
  jobsOption,
  jsonOption,
  outOption,
  periodOption,
  rootOption,
} from './options.ts';
import { githubSummary } from './reporters/github.ts';
import { type ReporterName, reporterNames, reporters } from './reporters/index.ts';
import type { Report } from './reporters/report.ts';
import { rootOfWorkspace } from './root-of-workspace.ts';
import { coloursFor, print, printSentences } from './terminal.ts';

interface CheckOptions extends FreshOptions, CacheOptions {
  readonly root?: string;
  readonly json?: boolean;
  readonly reporter: ReporterName;
  readonly fresh?: boolean;
}

const examples = `
Examples:
  $ cuentas check
  $ cuentas check --root ../other-workspace
  $ cuentas check --json              for editors and other programs
  $ cuentas check --reporter github   annotations and a summary in GitHub
  $ cuentas check --reporter gitlab > gl-code-quality-report.json
  $ cuentas check --reporter junit > report.xml
  $ cuentas check --fresh             are the documents those of the data?
  $ cuentas check --fresh --rebuild   builds them again, and compares every byte`;

export const createCheckCommand = (): Command =>
  new Command('check')
    .description(
      'Validates data and notebooks and lists every problem at once, with its place and how to mend it. Writes nothing but what it remembers in the cache of a build.',
    )
    .addOption(
      new Option(
        '--fresh',
        'check the built documents instead: whether their inputs are still the same, and nobody changed them',
      ),
    )
    .addOption(
      new Option('--rebuild', 'with --fresh: build them again, into nothing, and compare the bytes').implies({
        fresh: true,
      }),
    )
    .addOption(periodOption())
    .addOption(outOption('with --fresh: where the documents lie'))
    .addOption(jobsOption())
    .addOption(browserOption())
    .addOption(browserUrlOption())
    .addOption(cacheOption())
    .addOption(noCacheOption())
    .addOption(rootOption())
    .addOption(
      new Option('--reporter <form>', 'how to tell what was found')
        .choices(reporterNames)
        .default('pretty' satisfies ReporterName),
    )
    .addOption(jsonOption().implies({ reporter: 'json' satisfies ReporterName }))
    .addHelpText('after', examples)
    .action(check);

const check = async (options: CheckOptions): Promise<void> => {
  refuseWithoutFresh(options);
  const { reporter } = options;
  const root = rootOfWorkspace(options.root);
  const found = await (options.fresh === true ? freshness(root, options) : sources(root, options));
  const diagnostics = sortDiagnostics(found.diagnostics);
  const { version, homepage } = packageManifest();
  const report: Report = {
    diagnostics,
    sources: found.texts,
    base: baseOf(root),
    version,
    ...(homepage === undefined ? {} : { homepage }),
    colours: coloursFor(process.stdout),
  };
  (reporter === 'pretty' ? printSentences : print)(reporters[reporter](report));
  if (reporter === 'github') await summarise(report);
  if (hasErrors(diagnostics)) process.exitCode = exitCode.findings;
};

/**
 * The data are checked as a whole: to take a quarter or a folder and not look at it would be to say that it is sound.
 * @throws InvalidInput for options that only tell which documents to look at
 */
const refuseWithoutFresh = ({ fresh, period, out }: CheckOptions): void => {
  if (fresh === true) return;
  const given = period === undefined ? (out === undefined ? undefined : '--out') : '--period';
  if (given === undefined) return;
  throw new InvalidInput(
    `${given} tells which documents --fresh looks at; without --fresh the data are checked, of every quarter.`,
    [`Leave ${given} away, or add --fresh.`],
  );
};

// Each check loads what it needs and no more: whether documents are fresh is asked of hashes alone.
const sources = async (root: string, options: CacheOptions): Promise<Checked> => {
  const cache = await openCacheThere(root, options);
  const known = cache && (await rememberedCheck(cache, createFiles(root)));
  return known ?? (await import('./check-sources.ts')).checkSources(root, cache);
};
const freshness = async (root: string, options: FreshOptions): Promise<Checked> =>
  (await import('./check-fresh.ts')).checkFresh(root, options);

/** CI names files from the top of its checkout; a workspace may lie below it. */
const baseOf = (root: string): string => {
  const { GITHUB_WORKSPACE, CI_PROJECT_DIR } = process.env;
  const path = relative(resolve(GITHUB_WORKSPACE ?? CI_PROJECT_DIR ?? ''), root).replaceAll(sep, '/');
  return path === '' || path.startsWith('..') ? '' : `${path}/`;
};

/** GitHub Actions name a file whose text the page of the job shows. */
const summarise = async (report: Report): Promise<void> => {
  const { GITHUB_STEP_SUMMARY: page } = process.env;
  if (page !== undefined && page !== '') await appendFile(page, githubSummary(report));
};
