import type { CustomerProfile } from '../../model/customer-profile.ts';
import { sortBy } from '../../model/order.ts';
import { type Random, randomOf } from '../statistics/random.ts';
import { count, type Example, isProfitable, profileOf, tallyOf } from './fit.ts';

/** How often a profile was right about customers that it had not seen. */
export interface Validation {
  readonly n: number;
  readonly profitable: number;
  /** Profitable and unprofitable customers that were recognised. */
  readonly truePositives: number;
  readonly trueNegatives: number;
  /** Ids of those that were recognised. */
  readonly recognised: ReadonlySet<string>;
  readonly folds: number;
}

export const profileMeasures = [
  'accuracy',
  'base-rate',
  'balanced-accuracy',
  'sensitivity',
  'specificity',
] as const;
export type ProfileMeasure = (typeof profileMeasures)[number];

type Settings = Pick<CustomerProfile, 'pointsPerDoubling' | 'smoothing' | 'folds'>;

/**
 * Cross-validation, stratified by class: everything is fitted again without the customers of a fold, then put to them.
 * The folds are drawn by a fixed seed from the customers in the order of their ids, so that the same data give the same
 * answer in whatever order they are read.
 * @param examples at least two of each class
 */
export const crossValidate = (
  examples: readonly Example[],
  fieldCount: number,
  settings: Settings,
): Validation => {
  const folds = foldsOf(examples, settings.folds);
  const recognised = new Set<string>();
  const tally = tallyOf(examples, fieldCount);
  for (const fold of folds) {
    for (const example of fold) count(tally, example, -1);
    for (const { id, values, profitable } of fold) {
      const profile = profileOf(
        tally,
        values.map(value => (value === undefined ? [] : [value])),
        settings,
      );
      if (isProfitable(profile, values) === profitable) recognised.add(id);
    }
    for (const example of fold) count(tally, example, 1);
  }
  const truePositives = examples.filter(({ id, profitable }) => profitable && recognised.has(id)).length;
  return {
    n: examples.length,
    profitable: examples.filter(({ profitable }) => profitable).length,
    truePositives,
    trueNegatives: recognised.size - truePositives,
    recognised,
    folds: folds.length,
  };
};

const foldsOf = (
  examples: readonly Example[],
  wanted: CustomerProfile['folds'],
): readonly (readonly Example[])[] => {
  const sorted = sortBy(examples, ({ id }) => id);
  if (wanted === 'leave-one-out') return sorted.map(example => [example]);
  const classes = [true, false].map(label => sorted.filter(({ profitable }) => profitable === label));
  const count = Math.min(wanted, ...classes.map(({ length }) => length));
  const random = randomOf('customer-profile.folds');
  const folds = Array.from({ length: count }, (): Example[] => []);
  const dealt = classes.flatMap(members => shuffled(members, random));
  for (const [index, example] of dealt.entries()) folds[index % count]?.push(example);
  return folds;
};

/** Fisher–Yates. */
const shuffled = <T>(items: readonly T[], random: Random): readonly T[] => {
  const rest = [...items];
  return items.flatMap(() => rest.splice(Math.floor(random.uniform() * rest.length), 1));
};

export const accuracyOf = ({ n, truePositives, trueNegatives }: Validation): number =>
  (truePositives + trueNegatives) / n;

/** Part of the profitable customers that were recognised. */
export const sensitivityOf = ({ profitable, truePositives }: Validation): number =>
  truePositives / profitable;

/** Part of the unprofitable customers that were recognised. */
export const specificityOf = ({ n, profitable, trueNegatives }: Validation): number =>
  trueNegatives / (n - profitable);

/** Mean of both: 0.5 is what guessing gives, however uneven the classes are. */
export const balancedAccuracyOf = (validation: Validation): number =>
  (sensitivityOf(validation) + specificityOf(validation)) / 2;

/** How often one is right who says of every customer what most of them are. */
export const baseRateOf = ({ n, profitable }: Validation): number => Math.max(profitable, n - profitable) / n;
