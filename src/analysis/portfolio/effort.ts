import type { Coverage } from '../../model/figure.ts';
import type { PeriodId } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import type { WorkspaceSettings } from '../../model/workspace-settings.ts';
import { type Customer, customers, isKey } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { isExpected, isRecorded } from './record.ts';
import { portfolioRevenue, shareOf, totalCoverage } from './revenue.ts';

export type EffortVerdict = 'over' | 'under' | 'balanced';

/** Hours that our people spent on one customer, or on several together, beside what they buy. */
export interface Effort {
  readonly customers: readonly Customer[];
  /** Recorded hours; absent where none are recorded, which is not zero. */
  readonly hours?: number;
  /** Quarters with hours recorded, of those in which the accounts were customers. */
  readonly coverage: Coverage;
  /** Part of all recorded hours, 0–1; absent where nobody has any. */
  readonly hoursShare?: number;
  /** Part of the portfolio's positive revenue, 0–1. */
  readonly revenueShare?: number;
  /** Share of hours ÷ share of revenue; absent where a quarter of hours is missing, which would pass for neglect. */
  readonly ratio?: number;
  readonly verdict?: EffortVerdict;
}

export interface CustomerEffort extends Effort {
  readonly customer: Customer;
  readonly key: boolean;
  /** Whether it has a share of revenue to be held against: a prospect may get hours and buy nothing. */
  readonly inPortfolio: boolean;
  /** Quarters of the span in which somebody recorded hours. */
  readonly quarters: number;
  readonly inputs: readonly SourceRef[];
}

export interface PortfolioEffort {
  /** Everyone of the portfolio and whoever else got hours, by revenue, largest first. */
  readonly rows: readonly CustomerEffort[];
  /** The customers without key status, taken together; absent where there are none. */
  readonly rest?: Effort;
  readonly hours?: number;
  readonly coverage: Coverage;
}

type Recorded = Pick<
  CustomerEffort,
  'customer' | 'key' | 'inPortfolio' | 'quarters' | 'hours' | 'coverage' | 'revenueShare' | 'inputs'
>;
type Limits = Pick<WorkspaceSettings['thresholds'], 'effortLow' | 'effortHigh'>;

/** Hours of the span by customer, a group counting as one, against their shares of revenue. */
export const portfolioEffort = (scope: Scope): PortfolioEffort => {
  const recorded = recordedEffort(scope);
  const hours = sumOfKnown(recorded.map(row => row.hours));
  const { thresholds } = scope.workspace.settings;
  const rest = recorded.filter(({ key }) => !key);
  return {
    rows: recorded.map(row => ({ ...row, ...effortOf([row], hours, thresholds) })),
    ...(rest.length === 0 ? {} : { rest: effortOf(rest, hours, thresholds) }),
    ...(hours === undefined ? {} : { hours }),
    coverage: totalCoverage(recorded.map(({ coverage }) => coverage)),
  };
};

const recordedEffort = (scope: Scope): readonly Recorded[] => {
  const { rows, base } = scope.of(portfolioRevenue);
  const known = new Set(rows.map(({ customer }) => customer.id));
  const others = scope.of(customers).filter(({ id }) => !known.has(id));
  return [
    ...rows.map(({ customer, current }) => ({
      ...recordedOf(scope, customer, shareOf(current.total, base)),
      inPortfolio: true,
    })),
    ...others
      .map(customer => ({ ...recordedOf(scope, customer, undefined), inPortfolio: false }))
      .filter(row => row.hours !== undefined),
  ];
};

const recordedOf = (
  scope: Scope,
  customer: Customer,
  revenueShare: number | undefined,
): Omit<Recorded, 'inPortfolio'> => {
  const quarters = customer.members.flatMap(member =>
    currentSpan(scope).map(period => ({
      period,
      hours: member.history[period]?.hours,
      sought: isSought(scope, member, period),
      source: at(member.source, 'history', period, 'hours'),
    })),
  );
  const found = quarters.filter(quarter => quarter.hours !== undefined);
  const hours = sumOfKnown(found.map(quarter => quarter.hours));
  return {
    customer,
    key: isKey(scope, customer),
    coverage: { n: found.length, of: quarters.filter(({ sought }) => sought).length },
    quarters: new Set(found.map(({ period }) => period)).size,
    inputs: found.map(({ source }) => source),
    ...(hours === undefined ? {} : { hours }),
    ...(revenueShare === undefined ? {} : { revenueShare }),
  };
};

/** Hours ought to be recorded wherever revenue is, or ought to be; those that are recorded anyway count on both sides. */
const isSought = (scope: Scope, account: Account, period: PeriodId): boolean => {
  if (account.history[period]?.hours !== undefined) return true;
  if (Object.keys(account.history).length === 0) return false;
  return isRecorded(scope, account, period) || isExpected(scope, account, period);
};

/** Effort on some customers together. A ratio needs every quarter of every one of them. */
const effortOf = (parts: readonly Recorded[], whole: number | undefined, limits: Limits): Effort => {
  const hours = sumOfKnown(parts.map(part => part.hours));
  const coverage = totalCoverage(parts.map(part => part.coverage));
  const hoursShare = quotient(hours, whole);
  const revenueShare = sumOfKnown(parts.map(part => part.revenueShare));
  const ratio = coverage.n < coverage.of ? undefined : quotient(hoursShare, revenueShare);
  return {
    customers: parts.map(({ customer }) => customer),
    coverage,
    ...(hours === undefined ? {} : { hours }),
    ...(hoursShare === undefined ? {} : { hoursShare }),
    ...(revenueShare === undefined ? {} : { revenueShare }),
    ...(ratio === undefined ? {} : { ratio, verdict: verdictOf(ratio, limits) }),
  };
};

/** A ratio on a limit is still balanced. */
const verdictOf = (ratio: number, { effortLow, effortHigh }: Limits): EffortVerdict => {
  if (ratio > effortHigh) return 'over';
  return ratio < effortLow ? 'under' : 'balanced';
};

/** Sum of the known values; undefined where none is known. */
export const sumOfKnown = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter(value => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, value) => total + value, 0);
};

const quotient = (part: number | undefined, whole: number | undefined): number | undefined =>
  part === undefined || whole === undefined || whole <= 0 ? undefined : part / whole;
