import type { Finding } from '../../model/finding.ts';
import type { Customer } from '../customers.ts';
import { type CustomerEffort, portfolioEffort, sumOfKnown } from '../portfolio/effort.ts';
import { limit } from '../portfolio/effort-findings.ts';
import { advised, advising, choice, count, findingAbout, index, share, term } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { assignmentsOf, hoursOfYear } from './people.ts';
import { type ResourceShare, resourceShares } from './shares.ts';
import type { ShareMeasure } from './worth.ts';

/**
 * Key accounts that get far more or far less than they are worth, each in its own plan: what the board moves, it moves here.
 * Hours alone judge where money is still to be booked.
 */
export const accountResourceFindings = (scope: Scope): readonly Finding[] => {
  const judged = scope.of(resourceShares).flatMap(row => ofAccount(scope, row));
  const told = new Set(
    scope.of(resourceShares).flatMap(({ customer, verdict }) => (verdict ? [customer.id] : [])),
  );
  return [
    ...judged,
    ...scope
      .of(portfolioEffort)
      .rows.filter(({ key, customer }) => key && !told.has(customer.id))
      .flatMap(row => ofHours(scope, row)),
  ];
};

const ofHours = (
  scope: Scope,
  { customer, verdict, ratio, hoursShare }: CustomerEffort,
): readonly Finding[] =>
  (verdict === 'over' || verdict === 'under') && ratio !== undefined && hoursShare !== undefined
    ? [
        outside(scope, customer, {
          verdict,
          ratio,
          measure: 'revenue',
          part: hoursShare,
          by: 'hours',
          figures: ['effort.hours-share', 'effort.ratio', 'effort.verdict'],
        }),
      ]
    : [];

const courses = { over: 'reduce', under: 'invest' } as const;

const ofAccount = (
  scope: Scope,
  { customer, verdict, farthest, share: part }: ResourceShare,
): readonly Finding[] =>
  (verdict === 'over' || verdict === 'under') && farthest !== undefined && part !== undefined
    ? [
        outside(scope, customer, {
          verdict,
          ...farthest,
          part,
          by: 'both',
          figures: ['resources.share', `resources.ratio.${farthest.measure}`, 'resources.verdict'],
        }),
      ]
    : [];

interface Outside {
  readonly verdict: keyof typeof courses;
  readonly ratio: number;
  readonly measure: ShareMeasure;
  /** Share of what all get that it is compared with. */
  readonly part: number;
  readonly by: 'both' | 'hours';
  readonly figures: readonly string[];
}

const outside = (
  scope: Scope,
  customer: Customer,
  { verdict, ratio, measure, part, by, figures }: Outside,
): Finding => {
  const { effortLow, effortHigh } = scope.workspace.settings.thresholds;
  return advising(
    findingAbout(customer.id, 'resources.account', 'attention', 60, figures, {
      verdict: choice(verdict),
      by: choice(by),
      share: share(part),
      ratio: index(ratio),
      measure: term('share-measure', measure),
      limit: limit(verdict === 'over' ? effortHigh : effortLow),
      ...hoursOf(scope, customer),
    }),
    advised(courses[verdict], [customer.id]),
  );
};

/** From this part of the hours declared on, what an account lacks is something else. */
const nearlyMet = 0.9;

/**
 * Hours a year that somebody declared it needs of its key account manager, beside those that the manager spent on it in
 * the last four quarters: what is nearly met is no reason to ask for hours.
 */
const hoursOf = (scope: Scope, customer: Customer): Finding['params'] => {
  const { account, members } = customer;
  const needed = sumOfKnown(members.map(({ resources }) => resources?.need));
  const given = hoursOfYear(scope, assignmentsOf(members, account.manager));
  const state = (): 'near' | 'short' | 'said' | 'unknown' => {
    if (needed === undefined) return 'unknown';
    if (given === undefined) return 'said';
    return given < needed * nearlyMet ? 'short' : 'near';
  };
  return { hours: choice(state()), needed: count(needed ?? 0), given: count(Math.round(given ?? 0)) };
};
