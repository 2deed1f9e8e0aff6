import { InvalidArgumentError } from 'commander';
import { slug } from '../model/slug.ts';
import type { NewAccount } from '../workspace/starter/starter.ts';
import { InvalidInput } from './invalid-input.ts';

/** @throws InvalidInput for a name without a Latin letter or digit, from which no file name can be made */
export const accountNamed = (
  name: string,
  rest: Omit<NewAccount, 'name' | 'id'>,
  given?: string,
): NewAccount => {
  const id = given ?? slug(name);
  if (name === '' || id === undefined)
    throw new InvalidInput(`From the name "${name}" no file name can be made.`, [
      'Say one with --id: lower-case letters, digits and hyphens.',
    ]);
  return { name, id, ...rest };
};

/** An amount as YAML writes it; a comma or a point that could part thousands is refused, not guessed at. */
export const parseAmount = (text: string): number => {
  if (!/^-?\d+(\.\d{1,2})?$/.test(text.trim()))
    throw new InvalidArgumentError(
      `"${text}" is not an amount: write digits, with a point before the cents and nothing between thousands, like 1250000.50.`,
    );
  return Number(text);
};
