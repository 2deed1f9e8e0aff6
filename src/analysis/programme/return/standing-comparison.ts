import type { Interval } from '../../../model/figure.ts';
import { trailingYear, yearBefore } from '../../../model/period.ts';
import { type Customer, customers, isKey } from '../../customers.ts';
import { customersAtStart, customersLost } from '../../kpi/churn.ts';
import { growthOrReason } from '../../portfolio/customer-figures.ts';
import { portfolioRevenue } from '../../portfolio/revenue.ts';
import { contributions } from '../../rationalisation/contribution.ts';
import type { Scope } from '../../scope.ts';
import {
  meanEstimate,
  newcombeInterval,
  type Proportion,
  welchInterval,
} from '../../statistics/difference.ts';
import { meanInterval } from '../../statistics/mean.ts';
import { wilsonInterval } from '../../statistics.ts';
import { levelOf, trackOf } from './panel.ts';

export const standingMeasures = ['retention', 'growth', 'contribution-ratio', 'share-of-wallet'] as const;
export type StandingMeasure = (typeof standingMeasures)[number];

/** One side of a comparison: the mean or share of so many accounts; no value without any. */
export interface Side {
  readonly value?: number;
  readonly n: number;
  readonly interval?: Interval;
}

/** Key against other accounts as they stand. All values are shares. */
export interface StandingComparison {
  readonly measure: StandingMeasure;
  readonly key: Side;
  readonly other: Side;
  readonly difference?: number;
  readonly interval?: Interval;
}

/** Retention of those that were customers a year ago, and means over accounts, each counting the same. */
export const standingComparisons = (scope: Scope): readonly StandingComparison[] => [
  retention(scope),
  ofMeans(scope, 'growth', growths(scope)),
  ofMeans(scope, 'contribution-ratio', ratios(scope)),
  ofMeans(scope, 'share-of-wallet', walletShares(scope)),
];

/** Key is who was key a year ago: who is key today has not left. */
const retention = (scope: Scope): StandingComparison => {
  const then = scope.at(yearBefore(scope.period));
  const { confidence } = scope.workspace.settings.thresholds;
  const of = (key: boolean): Proportion | undefined => {
    const some = scope.of(customers).filter(customer => isKey(then, customer) === key);
    const trials = customersAtStart(scope, some).value;
    const lost = customersLost(scope, some).value;
    if (typeof trials !== 'number' || typeof lost !== 'number') return undefined;
    return { successes: trials - lost, trials };
  };
  const [key, other] = [of(true), of(false)];
  const sideOf = (proportion: Proportion | undefined): Side =>
    proportion === undefined || proportion.trials === 0
      ? { n: 0 }
      : sideWith(
          proportion.successes / proportion.trials,
          proportion.trials,
          wilsonInterval(proportion.successes, proportion.trials, confidence),
        );
  const interval = key && other && newcombeInterval(key, other, confidence);
  return compared('retention', sideOf(key), sideOf(other), interval);
};

const sideWith = (value: number, n: number, interval: Interval | undefined): Side => ({
  value,
  n,
  ...(interval === undefined ? {} : { interval }),
});

/** A change or a margin has no bounds. */
const unbounded = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

type Value = readonly [customer: Customer, value: number];

const ofMeans = (scope: Scope, measure: StandingMeasure, values: readonly Value[]): StandingComparison => {
  const of = (key: boolean): readonly number[] =>
    values.flatMap(([customer, value]) => (isKey(scope, customer) === key ? [value] : []));
  const [key, other] = [of(true), of(false)];
  const { confidence } = scope.workspace.settings.thresholds;
  const sideOf = (side: readonly number[]): Side =>
    side.length === 0
      ? { n: 0 }
      : sideWith(meanEstimate(side).mean, side.length, meanInterval(side, { confidence, scale: unbounded }));
  const interval =
    key.length === 0 || other.length === 0
      ? undefined
      : welchInterval(meanEstimate(key), meanEstimate(other), confidence);
  return compared(measure, sideOf(key), sideOf(other), interval);
};

const compared = (
  measure: StandingMeasure,
  key: Side,
  other: Side,
  interval: Interval | undefined,
): StandingComparison => ({
  measure,
  key,
  other,
  ...(key.value === undefined || other.value === undefined ? {} : { difference: key.value - other.value }),
  ...(interval === undefined ? {} : { interval }),
});

const growths = (scope: Scope): readonly Value[] =>
  scope.of(portfolioRevenue).rows.flatMap(row => {
    const growth = growthOrReason([row]);
    return typeof growth === 'number' ? [[row.customer, growth] as const] : [];
  });

const ratios = (scope: Scope): readonly Value[] =>
  scope
    .of(contributions)
    .flatMap(({ customer, ratio, gap }) =>
      gap === undefined && ratio !== undefined ? [[customer, ratio] as const] : [],
    );

const walletShares = (scope: Scope): readonly Value[] => {
  const periods = trailingYear(scope.period);
  const recorded = ({ members }: Customer): boolean =>
    members.some(({ history }) => periods.some(period => history[period]?.walletSpend !== undefined));
  return scope.of(portfolioRevenue).rows.flatMap(({ customer }) => {
    if (!recorded(customer)) return [];
    const share = levelOf(trackOf(scope, customer, periods), 'share-of-wallet', periods);
    return share === undefined ? [] : [[customer, share] as const];
  });
};
