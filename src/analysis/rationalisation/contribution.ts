import type { Coverage } from '../../model/figure.ts';
import type { PeriodId } from '../../model/period.ts';
import type { Account } from '../../model/workspace.ts';
import { type Amount, addRecorded, amountOf, noParts, type Parts, rateOf } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { type Money, ratio } from '../money.ts';
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
  /** The quarters of the span: where the amounts stand is listed from them (`stated-contribution.ts`). */
  readonly span: readonly PeriodId[];
  /** Of the quarters that record all three, those in reporting currency; the others are converted at their rate. */
  readonly plain: number;
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
  readonly brought: Readonly<Record<keyof Brought, Parts>>;
  hours: number;
  timed: number;
  sought: number;
  withMargin: number;
  withCost: number;
}

const contributionOf = (scope: Scope, customer: Customer, key: boolean): CustomerContribution => {
  const tally: Tally = {
    brought: { revenue: noParts(), margin: noParts(), costToServe: noParts() },
    hours: 0,
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
    coverage: { n: completeIn(tally), of: tally.sought },
    hoursCoverage: { n: tally.timed, of: tally.sought },
    span,
    plain: tally.brought.margin.plain,
    ...(tally.timed === 0 ? {} : { hours: tally.hours }),
  };
};

/** Whether a quarter of an account records all three amounts, each of them convertible. */
export const isComplete = (scope: Scope, account: Account, period: PeriodId): boolean => {
  const { revenue, margin, costToServe } = account.history[period] ?? {};
  return (
    revenue !== undefined &&
    margin !== undefined &&
    costToServe !== undefined &&
    rateOf(scope, account, period) !== undefined
  );
};

const addQuarter = (scope: Scope, tally: Tally, member: Account, period: PeriodId): void => {
  const { revenue, margin, costToServe, hours } = member.history[period] ?? {};
  const isConvertible = rateOf(scope, member, period) !== undefined;
  const hasAmount =
    isConvertible && (revenue !== undefined || margin !== undefined || costToServe !== undefined);
  if (!hasAmount && hours === undefined && !isExpected(scope, member, period)) return;
  tally.sought += 1;
  if (isConvertible && margin !== undefined) tally.withMargin += 1;
  if (isConvertible && costToServe !== undefined) tally.withCost += 1;
  if (hours !== undefined) {
    tally.timed += 1;
    tally.hours += hours;
  }
  if (!isComplete(scope, member, period)) return;
  for (const part of ['revenue', 'margin', 'costToServe'] as const)
    addRecorded(scope, tally.brought[part], member, part, period);
};

/** Quarters that record all three. */
const completeIn = ({ brought: { margin } }: Tally): number => margin.plain + margin.converted;

const resultOf = (tally: Tally): Pick<CustomerContribution, 'brought' | 'contribution' | 'ratio' | 'gap'> => {
  const gap = gapOf(tally);
  if (completeIn(tally) === 0) return gap === undefined ? {} : { gap };
  const { revenue, margin, costToServe } = tally.brought;
  const brought = {
    revenue: revenue.sum.total,
    margin: margin.sum.total,
    costToServe: costToServe.sum.total,
  };
  const contribution = brought.margin.minus(brought.costToServe);
  const share = ratio(contribution, brought.revenue);
  return {
    brought,
    contribution,
    ...(share === undefined ? {} : { ratio: share }),
    ...(gap === undefined ? {} : { gap }),
  };
};

const gapOf = (tally: Tally): ContributionGap | undefined => {
  if (tally.sought > 0 && completeIn(tally) === tally.sought) return undefined;
  if (tally.withMargin === 0) return 'no-margin';
  return tally.withCost === 0 ? 'no-cost-to-serve' : 'incomplete-contribution';
};
