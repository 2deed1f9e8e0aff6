import { InvalidInput } from './invalid-input.ts';
import { isInteractive } from './terminal.ts';

/** A question to a person at the terminal, with the answer that stands for an empty one. */
export interface Question {
  readonly text: string;
  readonly proposal?: string;
  /** What is wrong with an answer; undefined where nothing is. */
  readonly check?: (answer: string) => string | undefined;
}

/** Whether a person sits at the terminal who can answer. */
export const canAsk = (): boolean => isInteractive(process.stderr) && process.stdin.isTTY === true;

/**
 * Asks, on a terminal.
 * @throws InvalidInput where the person gives up
 */
export const ask = async ({ text, proposal = '', check }: Question): Promise<string> => {
  const { isCancel, text: prompt } = await import('@clack/prompts');
  const answer = await prompt({
    message: text,
    ...(proposal === '' ? {} : { placeholder: proposal, defaultValue: proposal }),
    validate: given => check?.(given === undefined || given === '' ? proposal : given),
    output: process.stderr,
  });
  if (isCancel(answer)) throw new InvalidInput('Given up; nothing was written.');
  return answer.trim();
};
