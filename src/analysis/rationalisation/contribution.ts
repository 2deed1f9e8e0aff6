import type { Coverage, FigureInput } from '../../model/figure.ts';
import type { PeriodId } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { type Amount, amountOf, isAmountRecorded } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { type Money, ratio, zero } from '../money.ts';
import { isExpected } from '../portfolio/record.ts';
import { portfolioRevenue } from '../portfolio/revenue.ts';
import { type Standing, standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { contributionSpan } from './settings.ts';

/** Why the contribution of an account is not known in full. */
export type ContributionGap = 'no-margin' | 'no-cost-to-serve' | 'incomplete-contribution';

/** What some quarters brought: amounts in reporting currency over the quarters that record revenue, margin and cost to serve. */
export interface Brought {
  readonly revenue: Money;
  readonly margin: Money;
  readonly costToServe: Money;
}

/** Contribution margin after cost to serve of one customer over the span. */
export interface CustomerContribution {
  readonly customer: Customer;
  readonly standing: Standing;
  readonly key: boolean;
  /** All revenue recorded in the span, whether or not margin and cost are. */
  readonly revenue: Amount;
  /** Absent where not one quarter records all three amounts. */
  readonly brought?: Brought;
  /** Margin − cost to serve. */
  readonly contribution?: Money;
  /** Contribution ÷ revenue of the same quarters; absent where that revenue is not positive. */
  readonly ratio?: number;
  /** Quarters that record all three, of those in which the accounts were customers. */
  readonly coverage: Coverage;
  readonly gap?: ContributionGap;
  readonly hours?: number;
  readonly hoursCoverage: Coverage;
}

/** Everyone of the portfolio, largest contribution first; those without any at the end, in the order of their revenue. */
export const contributions = (scope: Scope): readonly CustomerContribution[] =>
  scope
    .of(portfolioRevenue)
    .rows.map(({ customer, key }) => contributionOf(scope, customer, key))
    .filter(row => row.standing === 'active' || row.key || row.revenue.total !== undefined)
    .sort(byContribution);

const byContribution = (a: CustomerContribution, b: CustomerContribution): number => {
  if (a.contribution === undefined || b.contribution === undefined)
    return Number(a.contribution === undefined) - Number(b.contribution === undefined);
  return b.contribution.comparedTo(a.contribution);
};

interface Tally {
  brought: Brought;
  hours: number;
  complete: number;
  timed: number;
  sought: number;
  withMargin: number;
  withCost: number;
}

const contributionOf = (scope: Scope, customer: Customer, key: boolean): CustomerContribution => {
  const tally: Tally = {
    brought: { revenue: zero, margin: zero, costToServe: zero },
    hours: 0,
    complete: 0,
    timed: 0,
    sought: 0,
    withMargin: 0,
    withCost: 0,
  };
  const span = contributionSpan(scope);
  for (const member of customer.members)
    if (Object.keys(member.history).length > 0)
      for (const period of span) addQuarter(scope, tally, member, period);
  return {
    customer,
    key,
    standing: standingOf(scope, customer),
    revenue: amountOf(scope, customer.members, 'revenue', span),
    ...resultOf(tally),
    coverage: { n: tally.complete, of: tally.sought },
    hoursCoverage: { n: tally.timed, of: tally.sought },
    ...(tally.timed === 0 ? {} : { hours: tally.hours }),
  };
};

const addQuarter = (scope: Scope, tally: Tally, member: Account, period: PeriodId): void => {
  const part = (field: 'revenue' | 'margin' | 'costToServe'): Amount =>
    amountOf(scope, [member], field, [period]);
  const [revenue, margin, cost] = [part('revenue'), part('margin'), part('costToServe')];
  const hours = member.history[period]?.hours;
  const recorded = [revenue, margin, cost].some(amount => amount.found > 0) || hours !== undefined;
  if (!recorded && !isExpected(scope, member, period)) return;
  tally.sought += 1;
  tally.withMargin += margin.found;
  tally.withCost += cost.found;
  if (hours !== undefined) {
    tally.timed += 1;
    tally.hours += hours;
  }
  if (revenue.total === undefined || margin.total === undefined || cost.total === undefined) return;
  tally.complete += 1;
  tally.brought = {
    revenue: tally.brought.revenue.plus(revenue.total),
    margin: tally.brought.margin.plus(margin.total),
    costToServe: tally.brought.costToServe.plus(cost.total),
  };
};

/** Margins, then costs to serve, then revenue, of the quarters that record all three. */
export const contributionInputs = (scope: Scope, { members }: Customer): readonly FigureInput[] => {
  const complete = members.flatMap(member =>
    contributionSpan(scope)
      .filter(period => parts.every(field => isAmountRecorded(scope, member, field, period)))
      .map(period => ({ member, period })),
  );
  return parts.flatMap(field =>
    complete.flatMap(({ member, period }) => amountOf(scope, [member], field, [period]).inputs),
  );
};

const parts = ['margin', 'costToServe', 'revenue'] as const;

/** Where the hours of its quarters stand. */
export const hoursInputs = (scope: Scope, { members }: Customer): readonly FigureInput[] =>
  members.flatMap(({ history, source }) =>
    contributionSpan(scope).flatMap(period =>
      history[period]?.hours === undefined ? [] : [at(source, 'history', period, 'hours')],
    ),
  );

const resultOf = (tally: Tally): Pick<CustomerContribution, 'brought' | 'contribution' | 'ratio' | 'gap'> => {
  const gap = gapOf(tally);
  if (tally.complete === 0) return gap === undefined ? {} : { gap };
  const { brought } = tally;
  const contribution = brought.margin.minus(brought.costToServe);
  const share = ratio(contribution, brought.revenue);
  return {
    brought,
    contribution,
    ...(share === undefined ? {} : { ratio: share }),
    ...(gap === undefined ? {} : { gap }),
  };
};

const gapOf = ({ complete, sought, withMargin, withCost }: Tally): ContributionGap | undefined => {
  if (sought > 0 && complete === sought) return undefined;
  if (withMargin === 0) return 'no-margin';
  return withCost === 0 ? 'no-cost-to-serve' : 'incomplete-contribution';
};
