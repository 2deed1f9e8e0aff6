import type { Command } from 'commander';
import { commands } from '../../src/cli/commands.ts';
import { createProgram } from '../../src/cli/program.ts';

const leafOf = (command: Command, args: readonly string[]): Command => {
  const next = command.commands.find(one => one.name() === args[0]);
  return next === undefined ? command : leafOf(next, args.slice(1));
};

/**
 * Whether the command line takes these words: command, options, values and arguments.
 * @param args without `npx cuentas`
 * @returns what it says against them
 */
export const objectionTo = async (args: readonly string[]): Promise<string | undefined> => {
  const program = await createProgram(args, commands);
  const leaf = leafOf(program, args);
  let objection: string | undefined;
  let done = false;
  leaf.configureOutput({ writeErr: () => undefined }).action(() => {
    done = true;
  });
  try {
    await program.configureOutput({ writeErr: () => undefined }).parseAsync([...args], { from: 'user' });
  } catch (error) {
    objection = error instanceof Error ? error.message : String(error);
  }
  return objection ?? (done ? undefined : 'nothing was run');
};
