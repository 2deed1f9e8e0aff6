import type { FigureInput } from '../model/figure.ts';
import { constant, countOf, type Formula, quotient, sumOf } from '../model/formula.ts';
import { type Amount, sumWithRates } from './amounts.ts';

/** Those that count first, the others after them: then a formula counts them by their places. */
export const countedFirst = <T>(all: readonly T[], counts: (one: T) => boolean): readonly T[] => [
  ...all.filter(counts),
  ...all.filter(one => !counts(one)),
];

/** How many stand first. */
export const numberOfFirst = (n: number): Formula => countOf(0, n);

/** Those that stand first ÷ all of them. */
export const shareOfFirst = (n: number, of: number): Formula => quotient(countOf(0, n), countOf(0, of));

/** The sum of the inputs from one place to another, the end excluded; of none it is 0. */
export const sumBetween = (from: number, to: number): Formula =>
  from === to ? constant(0) : sumOf(from, to);

/** Inputs, and a formula over them at the places where they stand. */
export interface Stated {
  readonly inputs: readonly FigureInput[];
  readonly formula: Formula;
}

/** The total of some amounts; its inputs are listed when somebody asks. */
class Total implements Stated {
  readonly formula: Formula;
  /** How many inputs it has. */
  readonly places: number;
  readonly #amounts: readonly Amount[];

  constructor(amounts: readonly Amount[], from: number) {
    let plain = 0;
    let paired = 0;
    for (const amount of amounts) {
      plain += amount.plain;
      paired += 2 * (amount.found - amount.plain);
    }
    this.#amounts = amounts;
    this.places = plain + paired;
    this.formula = sumWithRates(from, plain, paired);
  }

  get inputs(): readonly FigureInput[] {
    const plain: FigureInput[] = [];
    const paired: FigureInput[] = [];
    for (const { inputs, plain: count } of this.#amounts)
      for (const [place, input] of inputs.entries()) (place < count ? plain : paired).push(input);
    return paired.length === 0 ? plain : [...plain, ...paired];
  }
}

export type { Total };

/**
 * The total of some amounts from their inputs, which stand from a place on: first all that only need to be added, then
 * each that is converted at its rate.
 */
export const totalFrom = (amounts: readonly Amount[], from = 0): Total => new Total(amounts, from);
