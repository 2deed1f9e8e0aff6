import type { Coverage } from '../../model/figure.ts';
import { type Money, money, ratio, sum } from '../money.ts';
import type { Scope } from '../scope.ts';
import { type CustomerContribution, contributions } from './contribution.ts';
import { earlierPeriod, settingsOf } from './settings.ts';
import { type Judged, judged, type Verdict } from './verdict.ts';

/** Some customers taken together: those of an earlier quarter, of today, of those to let go, that left, that remain. */
export const portfolioStates = ['earlier', 'current', 'left', 'let-go', 'remaining'] as const;
export type PortfolioState = (typeof portfolioStates)[number];

/** What some customers bring together; an amount that is absent is recorded for none of them. */
export interface Holding {
  /** When they stood so. */
  readonly scope: Scope;
  readonly rows: readonly CustomerContribution[];
  /** Customers with revenue recorded in the span. */
  readonly customers: number;
  readonly revenue?: Money;
  readonly margin?: Money;
  readonly costToServe?: Money;
  readonly contribution?: Money;
  /** Contribution ÷ revenue of the quarters that record both. */
  readonly ratio?: number;
  readonly hours?: number;
  /** Contribution per hour of the customers of which both are known in full. */
  readonly perHour?: number;
  /** Customers whose contribution is known in full, of those with revenue. */
  readonly coverage: Coverage;
  readonly hoursCoverage: Coverage;
}

/** What the hours of those who would be let go are worth elsewhere. */
export interface Freed {
  readonly hours?: number;
  readonly coverage: Coverage;
  /** At the declared value of an hour, in reporting currency. */
  readonly declaredValue?: Money;
  /** At the average contribution per hour of the customers that remain. */
  readonly averageValue?: number;
  /** What an hour must bring elsewhere to make up for the contribution forgone; at most 0 where that costs money. */
  readonly breakEven?: number;
  /** Customers that the hours would serve as the remaining ones are served on average. */
  readonly capacity?: number;
}

export const holdings = (scope: Scope): Readonly<Record<PortfolioState, Holding>> => {
  const rows = scope.of(judged);
  const among = (...verdicts: readonly Verdict[]): readonly Judged[] =>
    rows.filter(({ verdict }) => verdicts.includes(verdict));
  const earlier = scope.at(earlierPeriod(scope));
  return {
    earlier: holdingOf(earlier, earlier.of(contributions)),
    current: holdingOf(scope, rows),
    left: holdingOf(scope, among('left')),
    'let-go': holdingOf(scope, among('let-go')),
    remaining: holdingOf(scope, among('keep', 'protected', 'review', 'unknown')),
  };
};

const holdingOf = (scope: Scope, all: readonly CustomerContribution[]): Holding => {
  const rows = all.filter(({ revenue, brought }) => revenue.total !== undefined || brought !== undefined);
  const brought = rows.flatMap(row => row.brought ?? []);
  const revenues = rows.flatMap(({ revenue }) => revenue.total ?? []);
  const timed = rows.filter(({ hours }) => hours !== undefined);
  const base = {
    scope,
    rows,
    customers: rows.length,
    coverage: { n: rows.filter(({ gap }) => gap === undefined).length, of: rows.length },
    hoursCoverage: { n: timed.filter(isTimed).length, of: rows.length },
    ...(revenues.length === 0 ? {} : { revenue: sum(revenues) }),
    ...(timed.length === 0 ? {} : { hours: timed.reduce((total, { hours = 0 }) => total + hours, 0) }),
    ...perHourOf(rows),
  };
  if (brought.length === 0) return base;
  const [margin, costToServe] = [sum(brought.map(b => b.margin)), sum(brought.map(b => b.costToServe))];
  const contribution = margin.minus(costToServe);
  const share = ratio(contribution, sum(brought.map(b => b.revenue)));
  return { ...base, margin, costToServe, contribution, ...(share === undefined ? {} : { ratio: share }) };
};

/** Whether the hours of every quarter are recorded. */
const isTimed = ({ hoursCoverage: { n, of } }: CustomerContribution): boolean => of > 0 && n === of;

const perHourOf = (rows: readonly CustomerContribution[]): { readonly perHour?: number } => {
  const known = rows.filter(row => row.gap === undefined && isTimed(row));
  const hours = known.reduce((total, row) => total + (row.hours ?? 0), 0);
  if (hours <= 0) return {};
  return { perHour: sum(known.flatMap(row => row.contribution ?? [])).toNumber() / hours };
};

export const freed = (scope: Scope): Freed => {
  const { 'let-go': gone, remaining } = scope.of(holdings);
  const { hourValue } = settingsOf(scope);
  const { hours, contribution } = gone;
  if (hours === undefined) return { coverage: gone.hoursCoverage };
  const timed = remaining.rows.filter(isTimed);
  const perCustomer = timed.reduce((total, row) => total + (row.hours ?? 0), 0) / timed.length;
  const complete = gone.hoursCoverage.n === gone.hoursCoverage.of;
  return {
    hours,
    coverage: gone.hoursCoverage,
    ...(hourValue === undefined ? {} : { declaredValue: money(hours).times(hourValue) }),
    ...(remaining.perHour === undefined ? {} : { averageValue: hours * remaining.perHour }),
    ...(complete && hours > 0 && contribution !== undefined
      ? { breakEven: contribution.toNumber() / hours }
      : {}),
    ...(perCustomer > 0 ? { capacity: hours / perCustomer } : {}),
  };
};
