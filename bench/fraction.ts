/** A deterministic fraction in [0, 1) for some numbers: the same portfolio on every machine and in every run. */
export const fraction = (...numbers: readonly number[]): number => {
  let hash = 0x811c9dc5;
  for (const number of numbers) hash = Math.imul(hash ^ (number + 0x9e3779b9), 0x01000193) ^ (hash >>> 13);
  return (hash >>> 0) / 2 ** 32;
};
