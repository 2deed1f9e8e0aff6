import { CommanderError, InvalidArgumentError } from 'commander';
import { machineFault } from '../platform/fault.ts';
import { asCalled } from './called-as.ts';
import { type CommandEntry, commands } from './commands.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { InvalidInput } from './invalid-input.ts';
import { uncoloured } from './printable.ts';
import { createProgram } from './program.ts';
import { coloursFor, printError, printErrorSentences } from './terminal.ts';

/**
 * Runs one command line. The only place where an exception is caught: the user's mistake or the machine's fault is
 * told with what to do, ours as a bug.
 * @param args without node and script
 */
export const run = async (
  args: readonly string[],
  entries: readonly CommandEntry[] = commands,
): Promise<ExitCode> => {
  try {
    // Whoever asks for the help of the help is shown all of it.
    const asked = args.every(arg => arg === 'help') ? args.slice(0, 1) : args;
    const program = await createProgram(asked, entries);
    await program.parseAsync(asked, { from: 'user' });
    return process.exitCode === undefined ? exitCode.fine : (Number(process.exitCode) as ExitCode);
  } catch (error) {
    return report(error, args.includes('--debug'));
  }
};

const report = (error: unknown, debug: boolean): ExitCode => {
  // Commander has said its own errors when they arrive here, but not what a parser of ours says against a value that a
  // command looks at by itself.
  if (error instanceof CommanderError && !(error instanceof InvalidArgumentError))
    return error.exitCode === 0 ? exitCode.fine : exitCode.findings;
  const colours = coloursFor(process.stderr);
  const fault = mistakeOf(error) ?? machineFault(error);
  if (fault !== undefined) {
    printErrorSentences(
      [
        `${colours.red('error:')} ${uncoloured(fault.message)}`,
        ...fault.hints.map(hint => `  ${uncoloured(asCalled(hint))}`),
      ].join('\n'),
    );
    return exitCode.findings;
  }
  printError(
    [
      `${colours.red('bug:')} ${uncoloured(error instanceof Error ? error.message : String(error))}`,
      'This is a fault of cuentas, not of your data. Please report it with the command and what --debug prints.',
      ...(debug && error instanceof Error ? [error.stack ?? ''] : []),
    ].join('\n'),
  );
  return exitCode.bug;
};

/** What the user got wrong; undefined where it was not the user. */
const mistakeOf = (error: unknown): InvalidInput | undefined => {
  if (error instanceof InvalidInput) return error;
  return error instanceof InvalidArgumentError ? new InvalidInput(error.message) : undefined;
};
