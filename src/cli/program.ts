import { Command } from 'commander';
import { packageManifest } from '../platform/package-root.ts';
import { suggest } from '../workspace/suggest.ts';
import type { CommandEntry } from './commands.ts';
import { InvalidInput } from './invalid-input.ts';
import { uncoloured } from './printable.ts';
import { print, printErrorSentences } from './terminal.ts';

const examples = `
Examples:
  $ cuentas check                     is everything in order?
  $ cuentas build                     write what changed below reports/
  $ cuentas explain portfolio.concentration.hhi

A workspace is a folder with data/workspace.yaml; commands work in the nearest
one above the current folder.
Exit codes: 0 fine, 1 findings or invalid input, 2 a bug of ours.`;

/**
 * The command line. Only the command that is asked for is loaded in full; the others are names in the list.
 * @param args without node and script
 */
export const createProgram = async (
  args: readonly string[],
  entries: readonly CommandEntry[],
): Promise<Command> => {
  const program = new Command('cuentas')
    .description('Strategic key-account reviews as code: YAML in git, board-ready HTML and PDF out.')
    .version(packageManifest().version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', examples);
  const asked = commandAsked(args);
  refuseHelpOnNothing(args, entries);
  for (const entry of entries) {
    const command = entry.name === asked ? await entry.load() : new Command(entry.name);
    program.addCommand(command.summary(entry.summary));
  }
  for (const command of [program, ...program.commands]) configure(command);
  return program;
};

const commandAsked = (args: readonly string[]): string | undefined => {
  const [first, second] = args.filter(arg => !arg.startsWith('-'));
  return first === 'help' ? second : first;
};

/**
 * Commander answers a wrong name after `help` with the whole help.
 * @throws InvalidInput for a command that there is not
 */
const refuseHelpOnNothing = (args: readonly string[], entries: readonly CommandEntry[]): void => {
  const [first, name] = args.filter(arg => !arg.startsWith('-'));
  const known = [...entries.map(entry => entry.name), 'help'];
  if (first !== 'help' || name === undefined || known.includes(name)) return;
  const meant = suggest(name, known);
  throw new InvalidInput(`There is no command "${name}".`, [
    ...(meant === undefined ? [] : [`Did you mean ${meant}?`]),
    '"cuentas --help" lists the commands.',
  ]);
};

/** Usage errors and help are ours to report: nothing ends the process behind our back. */
const configure = (command: Command): void => {
  command
    .exitOverride()
    // What was typed is told back in errors: it must not steer the terminal either.
    .configureOutput({ writeOut: print, writeErr: text => printErrorSentences(uncoloured(text)) })
    .showSuggestionAfterError(true)
    .showHelpAfterError('(--help shows the options)')
    .option('--debug', 'print the stack of a bug');
  for (const sub of command.commands) if (command.name() !== 'cuentas') configure(sub);
};
