import type { CustomerProfile } from '../../model/customer-profile.ts';
import { compareIds } from '../../model/order.ts';

/** A customer of which it is known whether it is profitable. Values by place of the field; undefined where not recorded. */
export interface Example {
  readonly id: string;
  readonly values: readonly (string | undefined)[];
  readonly profitable: boolean;
}

/** What one value of a field is worth. */
export interface ValuePoints extends Count {
  readonly value: string;
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

interface Count {
  readonly customers: number;
  readonly profitable: number;
}

/** How many customers there are in all, and with each value of each field. */
export interface Tally {
  all: Count;
  readonly fields: readonly Map<string, Count>[];
}

const none: Count = { customers: 0, profitable: 0 };

export const tallyOf = (examples: readonly Example[], fieldCount: number): Tally => {
  const tally = { all: none, fields: Array.from({ length: fieldCount }, () => new Map<string, Count>()) };
  for (const example of examples) count(tally, example, 1);
  return tally;
};

/** Counts an example, or takes it out again. */
export const count = (tally: Tally, { values, profitable }: Example, by: 1 | -1): void => {
  const counted = ({ customers, profitable: yes }: Count): Count => ({
    customers: customers + by,
    profitable: yes + (profitable ? by : 0),
  });
  tally.all = counted(tally.all);
  for (const [field, counts] of tally.fields.entries()) {
    const value = values[field];
    if (value !== undefined) counts.set(value, counted(counts.get(value) ?? none));
  }
};

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
  const tally = tallyOf(examples, fieldCount);
  return profileOf(
    tally,
    tally.fields.map(counts => [...counts.keys()].sort(compareIds)),
    settings,
  );
};

/** The profile that follows from a tally, as far as it speaks of some values of each field. */
export const profileOf = (
  { all, fields }: Tally,
  values: readonly (readonly string[])[],
  settings: Settings,
): PointsProfile => {
  const share = all.profitable / all.customers;
  return {
    start: inPoints(share / (1 - share), settings),
    fields: fields.map((counts, field) =>
      (values[field] ?? []).flatMap(value => {
        const { customers, profitable } = counts.get(value) ?? none;
        if (customers === 0) return [];
        const points = pointsOfValue({ customers, profitable }, share, settings);
        return [{ value, customers, profitable, points }];
      }),
    ),
    majority: share >= 0.5,
  };
};

const pointsOfValue = ({ customers, profitable }: Count, share: number, settings: Settings): number => {
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
