import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';

/** Random numbers that are the same in every run and on every machine. */
export interface Random {
  /** Uniform on [0, 1), with 53 random bits. */
  uniform(): number;
  /** Exponential with mean 1, from 0. */
  exponential(): number;
}

/**
 * A Mersenne Twister whose seed is read from a text.
 * @param seed a stable text that names what the numbers are for, such as method and period; never a clock
 */
export const randomOf = (seed: string): Random => {
  const generator = mersenne(hashOf(seed));
  const uniform = (): number => uniformFloat64(generator);
  return { uniform, exponential: () => -Math.log1p(-uniform()) };
};

/** FNV-1a, 32 bits, over UTF-16 code units: spreads similar texts ("…2026-Q2", "…2026-Q3") over all seeds. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
};
