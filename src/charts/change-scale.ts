import type { RowGround } from './row-ground.ts';

/** Two pictures of the same unit share their scale unless one of them would be slivers on the scale of the other. */
const mostApart = 4;

interface SharedScale {
  /** Pixels of one unit where the other picture says how many; absent where this one takes all its room. */
  readonly perUnit?: number;
  /** How many times as long a unit is here as in the other picture, where it can't be as long. */
  readonly times?: number;
}

/** @param own pixels of a unit where this picture takes all its room @param other the same of the other picture, if there is one */
const sharedScale = (own: number, other: number | undefined): SharedScale => {
  if (other === undefined || own <= other) return {};
  return own / other <= mostApart ? { perUnit: other } : { times: own / other };
};

/** Pixels of one unit. */
export const perUnitOf = ({ plot, x }: RowGround): number => plot.width / (x.domain[1] - x.domain[0]);

/** Pixels that a line below the rows takes. */
const lineRoom = 16;

/**
 * The ground of a picture on the scale of another one where it can be, and what is to be said below it where it can't.
 * @param groundOf makes it, with so much room below the rows
 * @param other pixels of a unit in the other picture, if there is one
 * @param note that a unit is so many times as long here
 */
export const sharedGround = <Ground extends RowGround>(
  groundOf: (bottom: number, perUnit?: number) => Ground,
  other: number | undefined,
  note: (times: number) => string,
): { readonly ground: Ground; readonly notes: readonly string[] } => {
  const own = groundOf(1);
  const { perUnit, times } = sharedScale(perUnitOf(own), other);
  if (times !== undefined) return { ground: groundOf(lineRoom), notes: [note(Math.round(times))] };
  return { ground: perUnit === undefined ? own : groundOf(1, perUnit), notes: [] };
};
