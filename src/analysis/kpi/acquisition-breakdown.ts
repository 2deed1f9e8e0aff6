import { opportunitySources } from '../../model/account-activity.ts';
import { compareIds } from '../../model/order.ts';
import { customers } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { contactedProspects, wonOf } from './acquisition.ts';
import { type Measurement, numberOf } from './measurement.ts';
import type { Offer } from './offers.ts';
import { kpiSettingsOf } from './settings.ts';

/** By what the acquisition rate is broken down (domain 4.7). */
export const acquisitionDimensions = ['channel', 'seller', 'contacts'] as const;
export type AcquisitionDimension = (typeof acquisitionDimensions)[number];

export interface AcquisitionGroup {
  readonly dimension: AcquisitionDimension;
  /** A source of business, a person, or a band of contacts: "4-6", "10-up". */
  readonly group: string;
  readonly won: number;
  readonly contacted: number;
  readonly measured: Measurement;
}

type Grouping = Readonly<Record<AcquisitionDimension, (prospect: Offer) => string | undefined>>;

const groupings = (scope: Scope): Grouping => {
  const { contactBands } = kpiSettingsOf(scope);
  return {
    channel: ({ item }) => item.source,
    seller: ({ item }) => item.seller,
    contacts: ({ item }) => (item.contacts === undefined ? undefined : bandOf(item.contacts, contactBands)),
  };
};

/** Prospects contacted of whom the group is not recorded, and which of them were won: with them the groups add up to all. */
export const ungrouped = (
  scope: Scope,
  dimension: AcquisitionDimension,
): Omit<AcquisitionGroup, 'group'> | undefined => {
  const groupOf = groupings(scope)[dimension];
  const prospects = contactedProspects(scope, scope.of(customers)).filter(one => groupOf(one) === undefined);
  return prospects.length === 0
    ? undefined
    : {
        dimension,
        won: numberOf(prospects, ({ won }) => won),
        contacted: prospects.length,
        measured: wonOf(scope, () => prospects),
      };
};

/** Prospects contacted in each group; those of whom the group is not recorded are in none. */
export const acquisitionBreakdown = (scope: Scope): readonly AcquisitionGroup[] => {
  const contacted = contactedProspects(scope, scope.of(customers));
  const groupOf = groupings(scope);
  return acquisitionDimensions.flatMap(dimension => {
    const groups = new Map<string, Offer[]>();
    for (const prospect of contacted) {
      const group = groupOf[dimension](prospect);
      if (group === undefined) continue;
      const own = groups.get(group);
      if (own) own.push(prospect);
      else groups.set(group, [prospect]);
    }
    return [...groups]
      .sort(([a], [b]) => inOrder[dimension](a, b))
      .map(([group, prospects]) => ({
        dimension,
        group,
        won: numberOf(prospects, ({ won }) => won),
        contacted: prospects.length,
        measured: wonOf(scope, () => prospects),
      }));
  });
};

/** As the data page lists channels, by band, and by name: never by rate, for this is no league table. */
const inOrder: Readonly<Record<AcquisitionDimension, (a: string, b: string) => number>> = {
  channel: (a, b) => placeOfSource(a) - placeOfSource(b),
  seller: compareIds,
  contacts: (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
};

const placeOfSource = (source: string): number => (opportunitySources as readonly string[]).indexOf(source);

/** The band in which a number of contacts falls: "1-3" for three with the bands 3, 6, 9. */
export const bandOf = (contacts: number, bands: readonly number[]): string => {
  const ends = [...new Set(bands)].sort((a, b) => a - b);
  const index = ends.findIndex(end => contacts <= end);
  const first = (ends[index === -1 ? ends.length - 1 : index - 1] ?? 0) + 1;
  return index === -1 ? `${first}-up` : `${first}-${ends[index]}`;
};

/** Pairs of a dimension whose intervals do not touch: only these differ by more than chance may explain. */
export const separatedPairs = (
  groups: readonly AcquisitionGroup[],
): readonly (readonly [lower: AcquisitionGroup, higher: AcquisitionGroup])[] =>
  groups.flatMap(lower =>
    groups.flatMap(higher =>
      lower.dimension === higher.dimension && isBelow(lower.measured, higher.measured)
        ? [[lower, higher] as const]
        : [],
    ),
  );

const isBelow = (a: Measurement, b: Measurement): boolean =>
  a.interval !== undefined && b.interval !== undefined && a.interval.high < b.interval.low;
