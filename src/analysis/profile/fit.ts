import type { CustomerProfile } from '../../model/customer-profile.ts';

/** A customer of which it is known whether it is profitable. Values by place of the field; undefined where not recorded. */
export interface Example {
  readonly id: string;
  readonly values: readonly (string | undefined)[];
  readonly profitable: boolean;
}

/** What one value of a field is worth. */
export interface ValuePoints {
  readonly value: string;
  readonly customers: number;
  readonly profitable: number;
  readonly points: number;
}

/** A points profile: a person adds the points of a customer's values to the starting points. */
export interface PointsProfile {
  /** Points of a customer of which nothing is known: how often customers are profitable at all. */
  readonly start: number;
  /** By field, in the order of the declaration; values by code point. */
  readonly fields: readonly (readonly ValuePoints[])[];
  /** What the profile says where points cancel out: the more frequent class, profitable where both are equal. */
  readonly majority: boolean;
}

type Settings = Pick<CustomerProfile, 'pointsPerDoubling' | 'smoothing'>;

/**
 * Points are weights of evidence (Good 1950) in doublings of the odds: log₂ of the odds of being profitable among the
 * customers with the value, over the odds among all, times the declared points per doubling, rounded. So many customers of
 * average profitability are added to each value, so that a value that nobody has, and one that everybody has, gets 0.
 * @param examples at least one of each class
 */
export const fitProfile = (
  examples: readonly Example[],
  fieldCount: number,
  settings: Settings,
): PointsProfile => {
  const profitable = examples.filter(example => example.profitable).length;
  const share = profitable / examples.length;
  return {
    start: inPoints(share / (1 - share), settings),
    fields: Array.from({ length: fieldCount }, (_, field) => pointsOfField(examples, field, share, settings)),
    majority: share >= 0.5,
  };
};

const pointsOfField = (
  examples: readonly Example[],
  field: number,
  share: number,
  settings: Settings,
): readonly ValuePoints[] => {
  const counts = new Map<string, { customers: number; profitable: number }>();
  for (const { values, profitable } of examples) {
    const value = values[field];
    if (value === undefined) continue;
    const count = counts.get(value) ?? { customers: 0, profitable: 0 };
    counts.set(value, {
      customers: count.customers + 1,
      profitable: count.profitable + (profitable ? 1 : 0),
    });
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, count]) => ({ value, ...count, points: pointsOfValue(count, share, settings) }));
};

const pointsOfValue = (
  { customers, profitable }: Pick<ValuePoints, 'customers' | 'profitable'>,
  share: number,
  settings: Settings,
): number => {
  const yes = profitable + settings.smoothing * share;
  const no = customers - profitable + settings.smoothing * (1 - share);
  return inPoints(yes / no / (share / (1 - share)), settings);
};

/** Rounded away from zero at the half, so that profitable and unprofitable are treated alike. */
const inPoints = (odds: number, { pointsPerDoubling }: Settings): number => {
  // Odds that should be 1 may miss it by the rounding of doubles.
  const points = Number((Math.log2(odds) * pointsPerDoubling).toFixed(9));
  return Math.sign(points) * Math.round(Math.abs(points)) + 0;
};

/** Points of each value; 0 where it is not recorded or no customer had it. */
export const pointsOf = (profile: PointsProfile, values: Example['values']): readonly number[] =>
  profile.fields.map((known, field) => known.find(({ value }) => value === values[field])?.points ?? 0);

/** Starting points and the points of all values. */
export const totalPoints = (profile: PointsProfile, values: Example['values']): number =>
  pointsOf(profile, values).reduce((total, points) => total + points, profile.start);

/** Above zero profitable, below zero not; where points cancel out, what most customers are. */
export const isProfitable = (profile: PointsProfile, values: Example['values']): boolean => {
  const total = totalPoints(profile, values);
  return total === 0 ? profile.majority : total > 0;
};
