import { Command } from 'commander';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { exitCode } from './exit-code.ts';
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
      'Validates the data and lists every problem at once, with its place and how to mend it. Writes nothing.',
    )
    .addOption(rootOption())
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(check);

const check = async ({ root, json }: CheckOptions): Promise<void> => {
  const { loaded } = await openWorkspace(root);
  report(loaded.diagnostics, loaded.sources, json === true);
  if (hasErrors(loaded.diagnostics)) process.exitCode = exitCode.findings;
};

const report = (
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  json: boolean,
): void => {
  if (json) printJson({ diagnostics });
  else print(diagnosticsText(diagnostics, sources, coloursFor(process.stdout)));
};
