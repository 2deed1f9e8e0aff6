import type { Contact, ContactRole } from '../../model/account-activity.ts';
import type { Coverage } from '../../model/figure.ts';
import { daysBetween } from '../../model/period.ts';
import type { RelationshipSettings } from '../../model/relationship.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { asOf } from '../as-of.ts';
import type { Customer } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { type Entry, entriesOf } from './entries.ts';
import { relationshipOf } from './settings.ts';

/** A day on which somebody was in touch, and where it is recorded. */
export interface Touch {
  readonly date: string;
  readonly source: SourceRef;
}

/** One of the customer's people who is still there, with how we keep in touch. */
export interface MappedPerson extends Entry<Contact> {
  /** The later of the date noted and the last interaction; absent where neither is recorded. */
  readonly last?: Touch;
  /** Days from then to the date of the data. */
  readonly silence?: number;
  /** Days that may pass between contacts, as declared. */
  readonly cadence: number;
  readonly late: 'on-time' | 'overdue' | 'unknown';
  readonly influential: boolean;
}

/** People of the customer who had not left by the date of the data, in the order of the data. */
export const peopleOf = (scope: Scope, customer: Customer): readonly MappedPerson[] => {
  const settings = relationshipOf(scope);
  const touched = lastInteractions(scope, customer);
  return entriesOf(customer, 'contacts')
    .filter(({ item }) => item.left === undefined || item.left > asOf(scope))
    .map(entry => mapped(scope, settings, entry, touched.get(keyOf(entry.account.id, entry.item.id))));
};

const keyOf = (account: string, contact: string): string => `${account}/${contact}`;

/** Last interaction with each person up to the date of the data. */
const lastInteractions = (scope: Scope, customer: Customer): ReadonlyMap<string, Touch> => {
  const last = new Map<string, Touch>();
  for (const { item, account, source } of entriesOf(customer, 'interactions')) {
    if (item.contact === undefined || item.date > asOf(scope)) continue;
    const key = keyOf(account.id, item.contact);
    const known = last.get(key);
    if (known === undefined || item.date > known.date)
      last.set(key, { date: item.date, source: at(source, 'date') });
  }
  return last;
};

const mapped = (
  scope: Scope,
  settings: RelationshipSettings,
  entry: Entry<Contact>,
  touch: Touch | undefined,
): MappedPerson => {
  const { item, source } = entry;
  const noted =
    item.lastContact === undefined || item.lastContact > asOf(scope)
      ? undefined
      : { date: item.lastContact, source: at(source, 'lastContact') };
  const last = later(noted, touch);
  const silence = last && daysBetween(last.date, asOf(scope));
  const cadence = cadenceOf(settings, item);
  return {
    ...entry,
    ...(last === undefined ? {} : { last }),
    ...(silence === undefined ? {} : { silence }),
    cadence,
    late: silence === undefined ? 'unknown' : silence > cadence ? 'overdue' : 'on-time',
    influential: item.influence !== undefined && item.influence >= settings.influential,
  };
};

export const later = (a: Touch | undefined, b: Touch | undefined): Touch | undefined =>
  a === undefined || (b !== undefined && b.date > a.date) ? b : a;

/** What is agreed with the person; else by influence, or by role where that asks for more. */
const cadenceOf = (settings: RelationshipSettings, { influence, role, cadence }: Contact): number => {
  if (cadence !== undefined) return cadence;
  const byInfluence =
    influence === undefined
      ? settings.otherCadence
      : (settings.cadence[influence - 1] ?? settings.otherCadence);
  return Math.min(byInfluence, (role && settings.roleCadence[role]) ?? byInfluence);
};

/** A role in the decision, and who of the customer's people holds it. */
export interface CoveredRole {
  readonly role: ContactRole;
  readonly people: readonly MappedPerson[];
}

export const coveredRoles = (scope: Scope, people: readonly MappedPerson[]): readonly CoveredRole[] =>
  [...new Set(relationshipOf(scope).roles)].map(role => ({
    role,
    people: people.filter(({ item }) => item.role === role),
  }));

/** Attitude of some people towards us, the influential ones counting more. */
export interface WeightedAttitude {
  /** Σ influence × attitude ÷ Σ influence, −2 to +2; absent where nobody has both. */
  readonly value?: number;
  readonly coverage: Coverage;
}

export const weightedAttitude = (people: readonly MappedPerson[]): WeightedAttitude => {
  const known = people.flatMap(({ item: { influence, attitude } }) =>
    influence === undefined || attitude === undefined ? [] : [{ influence, attitude }],
  );
  const weight = known.reduce((total, { influence }) => total + influence, 0);
  const points = known.reduce((total, { influence, attitude }) => total + influence * attitude, 0);
  return {
    ...(weight === 0 ? {} : { value: points / weight }),
    coverage: { n: known.length, of: people.length },
  };
};
