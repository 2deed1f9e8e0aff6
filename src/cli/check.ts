import { Command } from 'commander';
import { analyze } from '../analysis/analyze.ts';
import type { Files } from '../effects.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import type { Workspace } from '../model/workspace.ts';
import { createFiles } from '../platform/files.ts';
import { packageRoot } from '../platform/package-root.ts';
import { sortDiagnostics } from '../workspace/order.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { exitCode } from './exit-code.ts';
import { openLocales } from './open-locale.ts';
import { openWorkspace } from './open-workspace.ts';
import { jsonOption, rootOption } from './options.ts';
import { coloursFor, print, printJson } from './terminal.ts';

interface CheckOptions {
  readonly root?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ cuentas check
  $ cuentas check --root ../other-workspace
  $ cuentas check --json              for editors and other programs`;

export const createCheckCommand = (): Command =>
  new Command('check')
    .description(
      'Validates data and notebooks and lists every problem at once, with its place and how to mend it. Writes nothing.',
    )
    .addOption(rootOption())
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(check);

const check = async ({ root, json }: CheckOptions): Promise<void> => {
  const opened = await openWorkspace(root);
  const { loaded } = opened;
  const notebooks = loaded.value === undefined ? nothing : await checkNotebooks(opened.files, loaded.value);
  const diagnostics = [...loaded.diagnostics, ...notebooks.diagnostics];
  const sources = new Map([...loaded.sources, ...notebooks.texts]);
  if (json === true) printJson({ diagnostics: sortDiagnostics(diagnostics) });
  else print(diagnosticsText(diagnostics, sources, coloursFor(process.stdout)));
  if (hasErrors(diagnostics)) process.exitCode = exitCode.findings;
};

interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

const nothing: Checked = { diagnostics: [], texts: new Map() };

/** What notebooks may name depends on the data, so they can only be checked when those are sound. */
const checkNotebooks = async (files: Files, workspace: Workspace): Promise<Checked> => {
  const { readLibrary } = await import('../document/library.ts');
  const analysis = analyze(workspace, workspace.settings.period);
  const locales = await openLocales(workspace.settings.locales);
  const { value, diagnostics } = await readLibrary(files, createFiles(packageRoot), analysis, locales);
  return { diagnostics, texts: value?.texts ?? new Map() };
};
