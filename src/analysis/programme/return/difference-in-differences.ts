import type { Interval } from '../../../model/figure.ts';
import {
  type MeanEstimate,
  meanEstimate,
  studentInterval,
  welchInterval,
} from '../../statistics/difference.ts';
import type { Change } from './panel.ts';

/** One designated account, with everyone that never was one over the same quarters. */
export interface Comparison {
  readonly id: string;
  readonly treated: Change;
  readonly controls: ReadonlyMap<string, Change>;
}

/** Intervals of two levels; absent where all accounts are alike, as the level before of a relative outcome is. */
type LevelIntervals = { readonly [When in keyof Change]?: Interval };

/** Mean effect on the designated accounts, with what it was computed from. */
export interface DifferenceInDifferences {
  /** Change of the designated accounts minus that of the others over the same quarters. */
  readonly effect: number;
  /** Absent with fewer than two accounts on a side. */
  readonly interval?: Interval;
  readonly treated: Change;
  readonly controls: Change;
  readonly levels: Readonly<Record<'treated' | 'controls', LevelIntervals>>;
  readonly treatedCount: number;
  readonly controlCount: number;
  /** Effect by designated account, in the order given. */
  readonly effects: readonly { readonly id: string; readonly controls: Change; readonly effect: number }[];
}

const mean = (values: readonly number[]): number => meanEstimate(values).mean;
const rise = ({ before, after }: Change): number => after - before;

/**
 * Difference in differences with staggered designation: each designated account is held against those never designated,
 * over its own quarters, and the differences are averaged. Controls that were designated later are never used, so that no
 * effect is subtracted from another (Goodman-Bacon 2021). The spread is by account on both sides: between the effects of
 * the designated accounts, and between the parts that the controls have in the average. With one date of designation
 * this is Welch's comparison of two means.
 * @returns undefined where no designated account has anyone to be held against
 */
export const differenceInDifferences = (
  comparisons: readonly Comparison[],
  confidence: number,
): DifferenceInDifferences | undefined => {
  const usable = comparisons.filter(({ controls }) => controls.size > 0);
  // Accounts designated together share their controls.
  const averages = new Map<Comparison['controls'], Change>();
  if (usable.length === 0) return undefined;
  const effects = usable.map(({ id, treated, controls }) => {
    const others = averages.get(controls) ?? averageOf(controls);
    averages.set(controls, others);
    return { id, treated, controls: others, effect: rise(treated) - rise(others) };
  });
  const parts = controlParts(usable, rise);
  const estimate = meanEstimate(effects.map(({ effect }) => effect));
  const interval = welchInterval(estimate, parts, confidence);
  const average = (of: (one: (typeof effects)[number]) => Change): Change => ({
    before: mean(effects.map(one => of(one).before)),
    after: mean(effects.map(one => of(one).after)),
  });
  const controls = average(one => one.controls);
  return {
    effect: estimate.mean,
    ...(interval === undefined ? {} : { interval }),
    treated: average(({ treated }) => treated),
    controls,
    treatedCount: usable.length,
    controlCount: parts.n,
    levels: levelIntervals(
      usable,
      effects.map(one => one.treated),
      controls,
      confidence,
    ),
    effects: effects.map(({ id, controls, effect }) => ({ id, controls, effect })),
  };
};

const averageOf = (controls: Comparison['controls']): Change => {
  const all = [...controls.values()];
  return { before: mean(all.map(one => one.before)), after: mean(all.map(one => one.after)) };
};

/**
 * How uncertain the average of the controls is. A control enters once for each designated account that it is compared
 * with; its part in the average is the sum of what it deviates there, and the parts of all add up to zero.
 */
const controlParts = (comparisons: readonly Comparison[], of: (change: Change) => number): MeanEstimate => {
  const places = new Map<string, number>();
  const groups = new Set(comparisons.map(({ controls }) => controls));
  for (const controls of groups)
    for (const id of controls.keys()) if (!places.has(id)) places.set(id, places.size);
  const deviations = new Map([...groups].map(controls => [controls, deviationsIn(controls, of, places)]));
  const parts = new Float64Array(places.size);
  for (const { controls } of comparisons)
    deviations.get(controls)?.forEach(({ place, part }) => {
      parts[place] = (parts[place] ?? 0) + part / comparisons.length;
    });
  const n = places.size;
  const squares = parts.reduce((total, part) => total + part * part, 0);
  return { n, mean: 0, ...(n < 2 ? {} : { variance: (squares * n) / (n - 1) }) };
};

/** The place of each of some controls among all of them, and its part in what they deviate from their mean. */
const deviationsIn = (
  controls: Comparison['controls'],
  of: (change: Change) => number,
  places: ReadonlyMap<string, number>,
) => {
  const centre = mean([...controls.values()].map(of));
  return [...controls].map(([id, change]) => ({
    place: places.get(id) ?? 0,
    part: (of(change) - centre) / controls.size,
  }));
};

/** Student's intervals of the four levels, with the same spread by account as that of the effect. */
const levelIntervals = (
  comparisons: readonly Comparison[],
  treated: readonly Change[],
  controls: Change,
  confidence: number,
): DifferenceInDifferences['levels'] => {
  const both = (of: (when: keyof Change) => Interval | undefined): LevelIntervals => {
    const [before, after] = [of('before'), of('after')];
    return {
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    };
  };
  return {
    treated: both(when => studentInterval(meanEstimate(treated.map(one => one[when])), confidence)),
    controls: both(when =>
      studentInterval(
        { ...controlParts(comparisons, change => change[when]), mean: controls[when] },
        confidence,
      ),
    ),
  };
};
