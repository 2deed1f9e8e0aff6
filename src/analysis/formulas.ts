import type { FigureInput } from '../model/figure.ts';
import {
  constant,
  countOf,
  type Formula,
  input,
  placedAt,
  plus,
  quotient,
  sumOf,
  times,
} from '../model/formula.ts';
import { type Amount, sumWithRates } from './amounts.ts';
import { withInputs } from './inputs.ts';

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

/** Inputs that are added up: some as they stand, then pairs of an amount and its rate. */
export type Summand = Pick<Amount, 'plain' | 'found'> & { readonly inputs: readonly FigureInput[] };

/** Inputs, and a formula over them at the places where they stand. */
export interface Stated {
  readonly inputs: readonly FigureInput[];
  readonly formula: Formula;
  /** How many inputs there are, where that is known without listing them. */
  readonly places?: number;
}

const placesOf = (stated: Pick<Stated, 'inputs' | 'places'>): number => stated.places ?? stated.inputs.length;

/** An expression over the inputs of another one. */
export const over = (of: Pick<Stated, 'inputs' | 'places'>, formula: Formula): Stated =>
  withInputs(() => of.inputs, { formula, ...(of.places === undefined ? {} : { places: of.places }) });

/** One input as it stands. */
export const asStated = (one: FigureInput): Stated => ({ inputs: [one], formula: input(0) });

interface SideBySide<Parts extends readonly Stated[]> {
  readonly inputs: readonly FigureInput[];
  readonly places: number;
  readonly formulas: { readonly [Part in keyof Parts]: Formula };
}

/** Expressions over inputs of their own, put side by side: the inputs of all, and each expression over its own among them. */
export const sideBySide = <const Parts extends readonly Stated[]>(...parts: Parts): SideBySide<Parts> => {
  let places = 0;
  const place = (part: Stated): Formula => {
    const count = placesOf(part);
    const placed = placedAt(part.formula, places, () => count);
    places += count;
    return placed;
  };
  const formulas = parts.map(place) as { [Part in keyof Parts]: Formula };
  return withInputs(() => parts.flatMap(({ inputs }) => inputs), { places, formulas });
};

/** @returns 0 for none */
export const addedUp = ([first, ...others]: readonly Formula[]): Formula =>
  others.reduce((total, part) => plus(total, part), first ?? constant(0));

/** The mean of the inputs, each with a weight that is a setting. */
export const meanWeighted = (weights: readonly number[]): Formula => {
  const whole = weights.reduce((total, weight) => total + weight, 0);
  const products = addedUp(weights.map((weight, place) => times(place, constant(weight))));
  return whole === 1 ? products : quotient(products, constant(whole));
};

/** A part of something ÷ that part and the rest of it. */
export const shareOfTotal = (part: Stated, rest: Stated): Stated => {
  const both = sideBySide(part, rest);
  const [own, others] = both.formulas;
  return withInputs(() => both.inputs, {
    formula: quotient(own, placesOf(rest) === 0 ? own : plus(own, others)),
    places: both.places,
  });
};

/** The total of some amounts; its inputs are listed when somebody asks. */
class Total implements Stated {
  readonly formula: Formula;
  /** How many inputs it has. */
  readonly places: number;
  readonly #amounts: readonly Summand[];

  constructor(amounts: readonly Summand[], from: number) {
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
export const totalFrom = (amounts: readonly Summand[], from = 0): Total => new Total(amounts, from);
