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

/** Prospects contacted in each group; those of whom the group is not recorded are in none. */
export const acquisitionBreakdown = (scope: Scope): readonly AcquisitionGroup[] => {
  const contacted = contactedProspects(scope, scope.of(customers));
  const { contactBands } = kpiSettingsOf(scope);
  const groupOf: Readonly<Record<AcquisitionDimension, (prospect: Offer) => string | undefined>> = {
    channel: ({ item }) => item.source,
    seller: ({ item }) => item.seller,
    contacts: ({ item }) => (item.contacts === undefined ? undefined : bandOf(item.contacts, contactBands)),
  };
  return acquisitionDimensions.flatMap(dimension => {
    const groups = new Map<string, Offer[]>();
    for (const prospect of contacted) {
      const group = groupOf[dimension](prospect);
      if (group === undefined) continue;
      const own = groups.get(group);
      if (own) own.push(prospect);
      else groups.set(group, [prospect]);
    }
    // By name, never by rate: this is no league table.
    return [...groups]
      .sort(([a], [b]) =>
        dimension === 'contacts' ? Number.parseInt(a, 10) - Number.parseInt(b, 10) : compareIds(a, b),
      )
      .map(([group, prospects]) => ({
        dimension,
        group,
        won: numberOf(prospects, ({ won }) => won),
        contacted: prospects.length,
        measured: wonOf(scope, () => prospects),
      }));
  });
};

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
