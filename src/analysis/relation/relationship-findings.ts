import type { Finding } from '../../model/finding.ts';
import { isOpenWork } from '../open-work.ts';
import { named } from '../person-name.ts';
import {
  accounts,
  choice,
  count,
  days,
  finding,
  findingAbout,
  terms,
  text,
  texts,
} from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { actionsOf } from './actions.ts';
import { isSingleThreaded, keyRelationships, type Relationship } from './relationship.ts';
import { relationshipOf } from './settings.ts';

/** What is missing from the maps of the key accounts, and who has not heard from us. */
export const relationshipFindings = (scope: Scope): readonly Finding[] => {
  const maps = scope.of(keyRelationships);
  const mapped = maps.filter(({ people }) => people.length > 0);
  return [
    ...(mapped.length === 0 ? [] : [overall(maps, mapped)]),
    ...mapped.map(map => ofAccount(scope, map)),
  ];
};

const missingRoles = ({ roles }: Relationship): readonly string[] =>
  roles.flatMap(({ role, people }) => (people.length === 0 ? [role] : []));

const overall = (maps: readonly Relationship[], mapped: readonly Relationship[]): Finding => {
  const late = mapped.filter(({ overdue }) => overdue.length > 0);
  const overdue = late.reduce((total, map) => total + map.overdue.length, 0);
  const gaps = mapped.filter(map => missingRoles(map).length > 0);
  const threaded = mapped.filter(isSingleThreaded);
  return finding(
    'relationship.portfolio',
    overdue + gaps.length + threaded.length > 0 ? 'attention' : 'good',
    40,
    [
      'portfolio.relationship.overdue',
      'portfolio.relationship.gaps',
      'portfolio.relationship.single-threaded',
    ],
    {
      overdue: count(overdue),
      late: count(late.length),
      lateAccounts: accounts(late.map(({ customer }) => customer.id)),
      people: count(mapped.reduce((total, { people }) => total + people.length, 0)),
      gaps: count(gaps.length),
      gapAccounts: accounts(gaps.map(({ customer }) => customer.id)),
      threaded: count(threaded.length),
      threadedAccounts: accounts(threaded.map(({ customer }) => customer.id)),
      unmapped: count(maps.length - mapped.length),
    },
  );
};

const ofAccount = (scope: Scope, map: Relationship): Finding => {
  const { customer, people, overdue, longest, withoutCounterpart, attitude, sponsor } = map;
  const missing = missingRoles(map);
  const [worst] = overdue;
  return findingAbout(
    customer.id,
    'relationship.account',
    missing.length + overdue.length + withoutCounterpart.length > 0 ? 'attention' : 'good',
    50,
    ['relationship.roles', 'relationship.overdue', 'relationship.longest-silence'],
    {
      people: count(people.length),
      missing: count(missing.length),
      roles: terms('role-holder', missing),
      overdue: count(overdue.length),
      who: text(worst?.item.name ?? longest?.item.name ?? '–'),
      ...askedOf(scope, map),
      silence: days(worst?.silence ?? longest?.silence ?? 0),
      decides: choice(worst?.item.role === 'decision-maker' ? 'yes' : 'no'),
      alone: count(withoutCounterpart.length),
      aloneNames: texts(withoutCounterpart.map(({ item }) => item.name)),
      attitude: {
        kind: 'number',
        value: attitude.value ?? 0,
        unit: 'index',
        precision: 1,
        signed: true,
      },
      known: count(attitude.coverage.n),
      threaded: choice(isSingleThreaded(map) ? 'yes' : 'no'),
      sponsor: choice(sponsorState(scope, map)),
      sponsorName: named(scope, sponsor?.person),
      sponsorSilence: days(sponsor?.silence ?? 0),
    },
  );
};

/**
 * Who is to speak to the one who has waited longest: the counterpart, not whoever answers for the account. Nobody is asked
 * again where an action of the plan is to do just that.
 */
const askedOf = (scope: Scope, { customer, overdue: [worst] }: Relationship): Finding['params'] => {
  const counterpart = worst?.item.counterpart;
  const planned = actionsOf([customer]).some(
    ({ item }) => worst !== undefined && item.contact === worst.item.id && isOpenWork(item),
  );
  return {
    by: choice(planned ? 'planned' : counterpart === undefined ? 'nobody' : 'counterpart'),
    counterpart: named(scope, counterpart),
  };
};

/** Whether our sponsor has been silent for too long; `same` where that is the silence that the sentence names already. */
const sponsorState = (
  scope: Scope,
  { sponsor, overdue: [worst] }: Relationship,
): 'fine' | 'late' | 'same' => {
  if (sponsor?.silence === undefined || sponsor.silence <= relationshipOf(scope).sponsorCadence)
    return 'fine';
  return worst?.item.counterpart === sponsor.person && worst.silence === sponsor.silence ? 'same' : 'late';
};
