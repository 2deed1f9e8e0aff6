import { daysBetween } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import { asOf } from '../as-of.ts';
import { type Customer, customerOf, isKey } from '../customers.ts';
import { standingOf, wantedCustomers } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { entriesOf } from './entries.ts';
import {
  type CoveredRole,
  coveredRoles,
  later,
  type MappedPerson,
  peopleOf,
  type Touch,
  type WeightedAttitude,
  weightedAttitude,
} from './people.ts';

/** Who of the customer is known, how they stand towards us, and how we keep in touch. */
export interface Relationship {
  readonly customer: Customer;
  readonly people: readonly MappedPerson[];
  readonly roles: readonly CoveredRole[];
  readonly attitude: WeightedAttitude;
  /** People whose cadence has passed, the longest silence first. */
  readonly overdue: readonly MappedPerson[];
  /** The person we have not spoken to for the longest time. */
  readonly longest?: MappedPerson;
  /** Influential people for whom none of ours answers. */
  readonly withoutCounterpart: readonly MappedPerson[];
  /** Our person who holds most contacts. */
  readonly main?: { readonly person: string; readonly held: number };
  /** People who have a counterpart. */
  readonly answeredFor: number;
  readonly sponsor?: Sponsor;
}

/** Our executive sponsor and the last day on which the sponsor was in touch. */
export interface Sponsor {
  readonly person: string;
  readonly last?: Touch;
  readonly silence?: number;
}

/** The map of a key account, or of any other customer or prospect that records people; undefined for others. */
export const relationshipWith = (scope: Scope, account: string): Relationship | undefined => {
  const customer = customerOf(scope, account);
  if (customer === undefined || standingOf(scope, customer) === 'lost') return undefined;
  return isKey(scope, customer) || customer.members.some(({ contacts }) => contacts.length > 0)
    ? mapOf(scope, customer)
    : undefined;
};

/** Maps of the key accounts that were not lost. */
export const keyRelationships = (scope: Scope): readonly Relationship[] =>
  scope
    .of(wantedCustomers)
    .filter(customer => isKey(scope, customer))
    .map(customer => mapOf(scope, customer));

const mapOf = (scope: Scope, customer: Customer): Relationship => {
  const people = peopleOf(scope, customer);
  const bySilence = people
    .filter(({ silence }) => silence !== undefined)
    .sort((a, b) => (b.silence ?? 0) - (a.silence ?? 0));
  const main = mainCounterpart(people);
  const sponsor = sponsorOf(scope, customer, people);
  const [longest] = bySilence;
  return {
    customer,
    people,
    roles: coveredRoles(scope, people),
    attitude: weightedAttitude(people),
    overdue: bySilence.filter(({ late }) => late === 'overdue'),
    ...(longest === undefined ? {} : { longest }),
    withoutCounterpart: people.filter(
      ({ influential, item }) => influential && item.counterpart === undefined,
    ),
    ...(main === undefined ? {} : { main }),
    answeredFor: people.filter(({ item }) => item.counterpart !== undefined).length,
    ...(sponsor === undefined ? {} : { sponsor }),
  };
};

/** Equal ones by order of the data. */
const mainCounterpart = (people: readonly MappedPerson[]): Relationship['main'] => {
  const held = new Map<string, number>();
  for (const { item } of people)
    if (item.counterpart !== undefined) held.set(item.counterpart, (held.get(item.counterpart) ?? 0) + 1);
  const [most] = [...held].sort((a, b) => b[1] - a[1]);
  return most && { person: most[0], held: most[1] };
};

/** Whether one person of ours holds every contact: when that person goes, so does the relationship. */
export const isSingleThreaded = ({ main, answeredFor, people }: Relationship): boolean =>
  people.length > 1 && main !== undefined && main.held === answeredFor;

const sponsorOf = (
  scope: Scope,
  customer: Customer,
  people: readonly MappedPerson[],
): Sponsor | undefined => {
  const person = customer.account.sponsor;
  if (person === undefined) return undefined;
  const touches = [
    ...people.filter(({ item }) => item.counterpart === person).map(({ last }) => last),
    ...entriesOf(customer, 'interactions')
      .filter(({ item }) => item.person === person && item.date <= asOf(scope))
      .map(({ item, source }): Touch => ({ date: item.date, source: at(source, 'date') })),
  ];
  const last = touches.reduce(later, undefined);
  return last === undefined ? { person } : { person, last, silence: daysBetween(last.date, asOf(scope)) };
};
