import type { RowGround } from './row-ground.ts';

/** Two pictures of the same unit share their scale unless one of them would be slivers on the scale of the other. */
const mostApart = 4;

export interface SharedScale {
  /** Pixels of one unit where the other picture says how many; absent where this one takes all its room. */
  readonly perUnit?: number;
  /** How many times as long a unit is here as in the other picture, where it can't be as long. */
  readonly times?: number;
}

/** @param own pixels of a unit where this picture takes all its room @param other the same of the other picture, if there is one */
export const sharedScale = (own: number, other: number | undefined): SharedScale => {
  if (other === undefined || own <= other) return {};
  return own / other <= mostApart ? { perUnit: other } : { times: own / other };
};

/** Pixels of one unit. */
export const perUnitOf = ({ plot, x }: RowGround): number => plot.width / (x.domain[1] - x.domain[0]);
