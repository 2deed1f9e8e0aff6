import type { FigureInput } from '../../model/figure.ts';
import type { Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import type { MappedPerson } from './people.ts';
import { isSingleThreaded, keyRelationships, type Relationship } from './relationship.ts';

const { date, days, person } = column;

/** `account.<id>.relationship`: the people, the longest silence in proportion to its cadence first. */
export const relationshipSeries = ({ customer, people }: Relationship): Series => {
  const sorted = [...people].sort(byUrgency);
  const rowInputs = sorted.map(({ source, last }): FigureInput[] => [source, ...(last ? [last.source] : [])]);
  return {
    id: `account.${customer.id}.relationship`,
    columns: [
      column.text('name'),
      { id: 'position', kind: 'word' },
      column.term('role', 'role'),
      column.count('influence'),
      column.measure('attitude', 'count', 0, true),
      person('counterpart'),
      date('lastContact'),
      days('silence'),
      days('cadence'),
      column.term('late', 'contact-cadence'),
      column.text('approach'),
    ],
    rows: sorted.map(({ item, last, silence, cadence, late }) => ({
      name: item.name,
      position: column.orMissing(item.title),
      role: column.orMissing(item.role),
      influence: column.orMissing(item.influence),
      attitude: column.orMissing(item.attitude),
      counterpart: column.orMissing(item.counterpart),
      lastContact: column.orMissing(last?.date),
      silence: column.orMissing(silence),
      cadence,
      late,
      approach: column.orMissing(item.approach),
    })),
    rowInputs,
    inputs: rowInputs.flat(),
  };
};

const lateness = ['overdue', 'unknown', 'on-time'];

/** Overdue first, then those of whom nobody knows; within, the longest silence for its cadence. */
const byUrgency = (a: MappedPerson, b: MappedPerson): number =>
  lateness.indexOf(a.late) - lateness.indexOf(b.late) ||
  (b.silence ?? 0) / b.cadence - (a.silence ?? 0) / a.cadence;

/** `account.<id>.relationship.roles`: who holds each role that should have a contact. */
export const rolesSeries = ({ customer, roles }: Relationship): Series => ({
  id: `account.${customer.id}.relationship.roles`,
  columns: [
    column.term('role', 'role'),
    column.count('people'),
    column.text('names'),
    column.term('cover', 'role-cover'),
  ],
  rows: roles.map(({ role, people }) => ({
    role,
    people: people.length,
    names: people.length === 0 ? null : people.map(({ item }) => item.name).join(', '),
    cover: people.length === 0 ? 'missing' : 'covered',
  })),
  rowInputs: roles.map(({ people }) =>
    people.length === 0 ? [at(customer.account.source, 'contacts')] : people.map(({ source }) => source),
  ),
  inputs: [at(customer.account.source, 'contacts')],
});

/** `portfolio.relationship`: the maps of the key accounts side by side, those with most to mend first. */
export const portfolioRelationship = (scope: Scope): Series => {
  const maps = [...scope.of(keyRelationships)].sort((a, b) => faults(b) - faults(a));
  const shown = (name: string): string => `account.{account}.relationship.${name}`;
  return {
    id: 'portfolio.relationship',
    columns: [
      column.account,
      column.count('people'),
      column.shows(column.count('rolesCovered'), shown('roles')),
      column.count('rolesWanted'),
      column.shows(column.measure('attitudeWeighted', 'index', 2, true), shown('attitude')),
      column.shows(column.count('contactsOverdue'), shown('overdue')),
      column.shows(days('longestSilence'), shown('longest-silence')),
      column.shows(column.count('withoutCounterpart'), shown('without-counterpart')),
      column.shows(column.measure('mainShare', 'share', 0), shown('main-counterpart-share')),
      column.flag('singleThreaded'),
      days('sponsorSilence'),
    ],
    rows: maps.map(map => ({
      account: map.customer.id,
      people: map.people.length,
      rolesWanted: map.roles.length,
      ...(map.people.length === 0 ? unknown : cellsOf(map)),
      sponsorSilence: column.orMissing(map.sponsor?.silence),
    })),
    rowInputs: maps.map(({ customer: { account }, people }) => [
      at(account.source, 'contacts'),
      ...people.map(({ source }) => source),
      ...(account.sponsor === undefined ? [] : [at(account.source, 'sponsor')]),
    ]),
    inputs: maps.flatMap(({ customer }) => [
      `account.${customer.id}.relationship.roles`,
      `account.${customer.id}.relationship.overdue`,
    ]),
  };
};

const unknown = {
  rolesCovered: null,
  attitudeWeighted: null,
  contactsOverdue: null,
  longestSilence: null,
  withoutCounterpart: null,
  mainShare: null,
  singleThreaded: null,
};

const cellsOf = (map: Relationship) => ({
  rolesCovered: map.roles.filter(({ people }) => people.length > 0).length,
  attitudeWeighted: column.orMissing(map.attitude.value),
  contactsOverdue: map.longest === undefined ? null : map.overdue.length,
  longestSilence: column.orMissing(map.longest?.silence),
  withoutCounterpart: map.withoutCounterpart.length,
  mainShare: map.main === undefined ? null : map.main.held / map.answeredFor,
  singleThreaded: isSingleThreaded(map),
});

const faults = (map: Relationship): number =>
  map.people.length === 0
    ? Number.MAX_SAFE_INTEGER
    : map.overdue.length +
      map.withoutCounterpart.length +
      map.roles.filter(({ people }) => people.length === 0).length +
      Number(isSingleThreaded(map));
