import type { Coverage } from '../../../model/figure.ts';
import { type PeriodId, periodOfDate } from '../../../model/period.ts';
import type { Account } from '../../../model/workspace.ts';
import { amountOf } from '../../amounts.ts';
import type { Customer } from '../../customers.ts';
import { type Money, ratio, sum, zero } from '../../money.ts';
import { isExpected } from '../../portfolio/record.ts';
import type { Scope } from '../../scope.ts';

/**
 * What is compared before and after designation. Amounts change relative to their level before, ratios by their difference:
 * a large and a small account count the same.
 */
export const returnOutcomes = ['revenue', 'contribution', 'contribution-ratio', 'share-of-wallet'] as const;
export type ReturnOutcome = (typeof returnOutcomes)[number];

/** Whether a change of the outcome is relative to its level before. */
export const isRelative = (outcome: ReturnOutcome): boolean =>
  outcome === 'revenue' || outcome === 'contribution';

/** A quarter of a customer, in reporting currency. What one of its accounts lacks is absent for all of it. */
interface QuarterValues {
  readonly revenue?: Money;
  /** Margin − cost to serve. */
  readonly contribution?: Money;
  readonly wallet?: Money;
}

/** A customer's quarters: what one sees of it before and after. */
export interface Track {
  readonly customer: Customer;
  readonly quarters: ReadonlyMap<PeriodId, QuarterValues>;
  /** Quarter in which it left. */
  readonly left?: PeriodId;
}

/** The quarters of one customer that are known. A customer that left brings nothing from then on, which is no gap. */
export const trackOf = (scope: Scope, customer: Customer, periods: readonly PeriodId[]): Track => {
  const left = quarterOfLoss(scope, customer);
  return {
    customer,
    quarters: new Map(
      periods.flatMap(period => {
        const values = quarterOf(scope, customer, period, left);
        return values === undefined ? [] : [[period, values] as const];
      }),
    ),
    ...(left === undefined ? {} : { left }),
  };
};

const quarterOfLoss = (scope: Scope, { account }: Customer): PeriodId | undefined =>
  account.status === 'lost' && account.lost !== undefined
    ? periodOfDate(account.lost.date, scope.workspace.settings.fiscalYearStart)
    : undefined;

const quarterOf = (
  scope: Scope,
  customer: Customer,
  period: PeriodId,
  left: PeriodId | undefined,
): QuarterValues | undefined => {
  const parts = customer.members
    .filter(member => Object.keys(member.history).length > 0)
    .flatMap(member => partOf(scope, member, period));
  if (parts.length === 0)
    return left !== undefined && left < period ? { revenue: zero, contribution: zero } : undefined;
  const total = (name: keyof QuarterValues): Money | undefined =>
    parts.every(part => part[name] !== undefined) ? sum(parts.flatMap(part => part[name] ?? [])) : undefined;
  const [revenue, contribution, wallet] = [total('revenue'), total('contribution'), total('wallet')];
  return {
    ...(revenue === undefined ? {} : { revenue }),
    ...(contribution === undefined ? {} : { contribution }),
    ...(wallet === undefined ? {} : { wallet }),
  };
};

/** One account's quarter; none where it was no customer then. */
const partOf = (scope: Scope, member: Account, period: PeriodId): readonly QuarterValues[] => {
  const amount = (field: 'revenue' | 'margin' | 'costToServe' | 'walletSpend') =>
    amountOf(scope, [member], field, [period]).total;
  const revenue = amount('revenue');
  if (revenue === undefined) return isExpected(scope, member, period) ? [{}] : [];
  const [margin, cost, wallet] = [amount('margin'), amount('costToServe'), amount('walletSpend')];
  return [
    {
      revenue,
      ...(margin === undefined || cost === undefined ? {} : { contribution: margin.minus(cost) }),
      ...(wallet === undefined ? {} : { wallet }),
    },
  ];
};

/** What must be known of a quarter for it to count. */
const needed: Readonly<Record<ReturnOutcome, readonly (keyof QuarterValues)[]>> = {
  revenue: ['revenue'],
  contribution: ['contribution'],
  'contribution-ratio': ['contribution', 'revenue'],
  'share-of-wallet': ['revenue', 'wallet'],
};

/** The quarters that count, of some. */
export const knownQuarters = (
  { quarters }: Track,
  outcome: ReturnOutcome,
  periods: readonly PeriodId[],
): readonly PeriodId[] =>
  periods.filter(period => needed[outcome].every(name => quarters.get(period)?.[name] !== undefined));

/** How many those are, of all of them. */
export const levelCoverage = (
  track: Track,
  outcome: ReturnOutcome,
  periods: readonly PeriodId[],
): Coverage => ({ n: knownQuarters(track, outcome, periods).length, of: periods.length });

/**
 * Level of an outcome over some quarters: the mean of a quarter, or the ratio of sums; undefined where no quarter is known
 * or the ratio has no positive denominator.
 */
export const levelOf = (
  track: Track,
  outcome: ReturnOutcome,
  periods: readonly PeriodId[],
): number | undefined => {
  const known = periods.flatMap(period => track.quarters.get(period) ?? []);
  switch (outcome) {
    case 'revenue':
      return meanOf(known.flatMap(({ revenue }) => revenue ?? []));
    case 'contribution':
      return meanOf(known.flatMap(({ contribution }) => contribution ?? []));
    case 'contribution-ratio':
      return ratioOf(
        known.flatMap(({ contribution, revenue }) =>
          contribution === undefined || revenue === undefined ? [] : [[contribution, revenue] as const],
        ),
      );
    case 'share-of-wallet':
      return ratioOf(
        known.flatMap(({ revenue, wallet }) =>
          revenue === undefined || wallet === undefined ? [] : [[revenue, wallet] as const],
        ),
      );
  }
};

const meanOf = (amounts: readonly Money[]): number | undefined =>
  amounts.length === 0 ? undefined : sum(amounts).dividedBy(amounts.length).toNumber();

const ratioOf = (pairs: readonly (readonly [part: Money, whole: Money])[]): number | undefined =>
  ratio(sum(pairs.map(([part]) => part)), sum(pairs.map(([, whole]) => whole)));

/** Quarters before and after a date, over which levels are compared. */
export interface Window {
  readonly before: readonly PeriodId[];
  readonly after: readonly PeriodId[];
}

/** Levels of one customer in a window. Of a relative outcome the level before is 1. */
export interface Change {
  readonly before: number;
  readonly after: number;
}

/**
 * How an outcome changed within a window; undefined where a side is not known, a relative one starts at zero or below, or
 * the customer had left before: only who is still there can change.
 */
export const changeOf = (track: Track, outcome: ReturnOutcome, window: Window): Change | undefined => {
  const [first] = window.after;
  if (first === undefined || (track.left !== undefined && track.left < first)) return undefined;
  const before = levelOf(track, outcome, window.before);
  const after = levelOf(track, outcome, window.after);
  if (before === undefined || after === undefined) return undefined;
  if (!isRelative(outcome)) return { before, after };
  return before > 0 ? { before: 1, after: after / before } : undefined;
};
