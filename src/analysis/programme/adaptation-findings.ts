import type { Finding } from '../../model/finding.ts';
import { daysBetween } from '../../model/period.ts';
import { asOf } from '../as-of.ts';
import { ownerParams } from '../person-name.ts';
import {
  accounts,
  choice,
  count,
  date,
  figure,
  finding,
  findingAbout,
  quoted,
  text,
} from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { type Adaptation, adaptation, changesOf, type PlanReading } from './adaptation.ts';
import { isUnsettled } from './change-reading.ts';

const prefix = 'programme.adaptation';

/** Stale plans, overdue reviews, changes that nobody took up in time, and how long the others took. */
export const adaptationFindings = (scope: Scope): Finding[] => {
  const found = scope.of(adaptation);
  return [
    ...staleFinding(scope, found),
    ...reviewFinding(scope, found),
    ...overdueFinding(found),
    ...aliveFinding(scope, found),
    ...found.plans.flatMap(overdueOfAccount),
    ...(isKept(found) ? found.plans.flatMap(plan => unreviewed(scope, plan)) : []),
  ];
};

/** Whether anybody keeps these registers at all; where nobody does, an empty one accuses nobody. */
const isKept = ({ plans, changes }: Adaptation): boolean =>
  changes.length > 0 || plans.some(({ state }) => state !== 'never-reviewed');

/** A plan never reviewed has no age: it is counted beside those past the cadence, never among them. */
const staleFinding = (scope: Scope, found: Adaptation): Finding[] => {
  const late = found.plans.filter(({ state }) => state === 'stale');
  const never = found.plans.filter(({ state }) => state === 'never-reviewed');
  if (!isKept(found) || late.length + never.length === 0) return [];
  return [
    finding('adaptation.stale-plans', 'attention', 70, [`${prefix}.stale-plans`], {
      stale: count(late.length),
      plans: count(found.plans.length),
      never: count(never.length),
      accounts: accounts([...late, ...never].map(({ customer }) => customer.id)),
      staleAccounts: accounts(late.map(({ customer }) => customer.id)),
      neverAccounts: accounts(never.map(({ customer }) => customer.id)),
      days: count(changesOf(scope).planCadence),
    }),
  ];
};

const reviewFinding = (scope: Scope, { reviews }: Adaptation): Finding[] => {
  const overdue = reviews.filter(({ state }) => state === 'overdue');
  const [oldest] = [...overdue].sort((a, b) => (b.late ?? 0) - (a.late ?? 0));
  if (oldest === undefined) return [];
  return [
    finding('adaptation.overdue-reviews', 'attention', 60, [`${prefix}.overdue-reviews`], {
      overdue: count(overdue.length),
      review: text(oldest.review.text),
      ...ownerParams(scope, oldest.review.owner),
      days: count(daysBetween(oldest.review.due, asOf(scope))),
    }),
  ];
};

const overdueFinding = ({ changes }: Adaptation): Finding[] => {
  const overdue = changes.filter(({ state }) => state === 'overdue');
  const oldest = overdue.at(-1);
  if (oldest === undefined) return [];
  const open = overdue.filter(({ toDecision }) => toDecision === undefined);
  const decided = overdue.filter(({ toDecision }) => toDecision !== undefined);
  const named = (some: typeof overdue) => quoted(some.map(({ change }) => change.text));
  return [
    finding('adaptation.overdue-changes', 'attention', 65, [`${prefix}.overdue`], {
      overdue: count(overdue.length),
      unsettled: count(changes.filter(isUnsettled).length),
      changes: count(changes.length),
      undecided: count(open.length),
      undecidedOnes: named(open),
      decided: count(decided.length),
      decidedOnes: named(decided),
      oldest: text(oldest.change.text),
    }),
  ];
};

/** How long a change takes, once there is one that reached the plan. */
const aliveFinding = (scope: Scope, { changes }: Adaptation): Finding[] => {
  const done = changes.filter(({ toPlan }) => toPlan !== undefined);
  if (done.length === 0) return [];
  const counted = changes.filter(({ state }) => state !== 'dismissed');
  const small = done.length < scope.workspace.settings.thresholds.smallSample;
  return [
    finding('adaptation.speed', 'notable', 30, [`${prefix}.to-plan`, `${prefix}.to-decision`], {
      toPlan: figure(`${prefix}.to-plan`),
      toDecision: figure(`${prefix}.to-decision`),
      done: count(done.length),
      changes: count(counted.length),
      small: choice(small ? 'yes' : 'no'),
    }),
  ];
};

/** A key account whose plan nobody reviewed within the cadence, or ever: its own plan says so, not only the programme. */
const unreviewed = (scope: Scope, { customer, state, reviewed, age }: PlanReading): Finding[] =>
  state === 'current'
    ? []
    : [
        findingAbout(customer.id, 'adaptation.plan-unreviewed', 'attention', 40, ['adaptation.plan'], {
          state: choice(state),
          reviewed: date(reviewed ?? asOf(scope)),
          days: count(age ?? 0),
          cadence: count(changesOf(scope).planCadence),
        }),
      ];

/** Changes of a key account that nobody took up in its plan in time. */
const overdueOfAccount = ({ customer, changes }: PlanReading): Finding[] => {
  const overdue = changes.filter(({ state }) => state === 'overdue');
  const oldest = overdue.at(-1);
  if (oldest === undefined) return [];
  return [
    findingAbout(customer.id, 'adaptation.account', 'attention', 35, ['adaptation.open'], {
      overdue: count(overdue.length),
      oldest: text(oldest.change.text),
      decided: choice(oldest.toDecision === undefined ? 'no' : 'yes'),
    }),
  ];
};
