import { appendFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { Command, Option } from 'commander';
import { analyze } from '../analysis/analyze.ts';
import type { Files } from '../effects.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import type { Workspace } from '../model/workspace.ts';
import { readChartSchema } from '../platform/chart-schema.ts';
import { createFiles } from '../platform/files.ts';
import { packageManifest, packageRoot } from '../platform/package-root.ts';
import { sortDiagnostics } from '../workspace/order.ts';
import { exitCode } from './exit-code.ts';
import { readLocales } from './open-locale.ts';
import { openWorkspace } from './open-workspace.ts';
import { jsonOption, rootOption } from './options.ts';
import { githubSummary } from './reporters/github.ts';
import { type ReporterName, reporterNames, reporters } from './reporters/index.ts';
import type { Report } from './reporters/report.ts';
import { coloursFor, print } from './terminal.ts';

interface CheckOptions {
  readonly root?: string;
  readonly json?: boolean;
  readonly reporter: ReporterName;
}

const examples = `
Examples:
  $ cuentas check
  $ cuentas check --root ../other-workspace
  $ cuentas check --json              for editors and other programs
  $ cuentas check --reporter github   annotations and a summary in GitHub Actions
  $ cuentas check --reporter gitlab > gl-code-quality-report.json
  $ cuentas check --reporter junit > report.xml`;

export const createCheckCommand = (): Command =>
  new Command('check')
    .description(
      'Validates data and notebooks and lists every problem at once, with its place and how to mend it. Writes nothing.',
    )
    .addOption(rootOption())
    .addOption(
      new Option('--reporter <form>', 'how to tell what was found')
        .choices(reporterNames)
        .default('pretty' satisfies ReporterName),
    )
    .addOption(jsonOption().implies({ reporter: 'json' satisfies ReporterName }))
    .addHelpText('after', examples)
    .action(check);

const check = async ({ root, reporter }: CheckOptions): Promise<void> => {
  const opened = await openWorkspace(root);
  const { loaded } = opened;
  const notebooks = loaded.value === undefined ? nothing : await checkNotebooks(opened.files, loaded.value);
  const diagnostics = sortDiagnostics([...loaded.diagnostics, ...notebooks.diagnostics]);
  const { version, homepage } = packageManifest();
  const report: Report = {
    diagnostics,
    sources: new Map([...loaded.sources, ...notebooks.texts]),
    base: baseOf(opened.root),
    version,
    ...(homepage === undefined ? {} : { homepage }),
    colours: coloursFor(process.stdout),
  };
  print(reporters[reporter](report));
  if (reporter === 'github') await summarise(report);
  if (hasErrors(diagnostics)) process.exitCode = exitCode.findings;
};

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

interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

const nothing: Checked = { diagnostics: [], texts: new Map() };

/** What notebooks may name depends on the data, so they can only be checked when those are sound. */
const checkNotebooks = async (files: Files, workspace: Workspace): Promise<Checked> => {
  const [{ readLibrary }, { createChartGrammar }, { withOwnTemplates }, { checkTemplates }] =
    await Promise.all([
      import('../document/library.ts'),
      import('../render/chart-grammar.ts'),
      import('../edition/templates.ts'),
      import('../render/template-check.ts'),
    ]);
  const analysis = analyze(workspace, workspace.settings.period);
  const { locales, ...read } = await readLocales(workspace.settings.locales, files);
  if (hasErrors(read.diagnostics)) return { diagnostics: read.diagnostics, texts: read.sources };
  const product = createFiles(packageRoot);
  const { value, diagnostics } = await readLibrary(
    files,
    product,
    analysis,
    locales,
    createChartGrammar(readChartSchema),
  );
  const templates = await checkTemplates(withOwnTemplates(files, product), value?.notebooks ?? []);
  return {
    diagnostics: [...read.diagnostics, ...diagnostics, ...templates.diagnostics],
    texts: new Map([...read.sources, ...(value?.texts ?? []), ...templates.texts]),
  };
};
