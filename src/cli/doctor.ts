import { Command } from 'commander';
import { checkups } from './doctor-checks.ts';
import { type Checkup, checkupText, textColumn } from './doctor-text.ts';
import { exitCode } from './exit-code.ts';
import { jsonOption, rootOption } from './options.ts';
import { coloursFor, printJson, printSentences } from './terminal.ts';

interface DoctorOptions {
  readonly root?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ cuentas doctor
  $ cuentas doctor --json`;

export const createDoctorCommand = (): Command =>
  new Command('doctor')
    .description('Checks what cuentas needs from this machine and says how to mend what is missing.')
    .addOption(rootOption())
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(doctor);

const doctor = async ({ root, json }: DoctorOptions): Promise<void> => {
  const colours = coloursFor(process.stdout);
  const results: Checkup[] = [];
  for (const check of checkups(root)) {
    const result = await check();
    results.push(result);
    if (json !== true) printSentences(checkupText(result, colours), textColumn + 2);
  }
  if (json === true) printJson({ checks: results });
  if (results.some(({ state }) => state === 'fail')) process.exitCode = exitCode.findings;
};
