import type { Coverage, Interval } from '../../../model/figure.ts';
import { constant, meanOf, minus } from '../../../model/formula.ts';
import { trailingYear, yearBefore } from '../../../model/period.ts';
import { type Customer, customers, isKey } from '../../customers.ts';
import type { Stated } from '../../formulas.ts';
import { withInputs } from '../../inputs.ts';
import { churn, customersAtStart, customersLost } from '../../kpi/churn.ts';
import type { Measurement } from '../../kpi/measurement.ts';
import { growthOrReason } from '../../portfolio/customer-figures.ts';
import { portfolioRevenue } from '../../portfolio/revenue.ts';
import { standingOf } from '../../portfolio/standing.ts';
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
import { levelCoverage, levelOf, trackOf } from './panel.ts';
import { statedLevel } from './stated-level.ts';

export const standingMeasures = ['retention', 'growth', 'contribution-ratio', 'share-of-wallet'] as const;
export type StandingMeasure = (typeof standingMeasures)[number];

/** One side of a comparison: the mean or share of so many accounts; no value without any. */
export interface Side {
  readonly value?: number;
  readonly n: number;
  readonly interval?: Interval;
  /** Accounts that count, of those of this side that could. */
  readonly coverage: Coverage;
  /** Where the share or mean comes from; absent where no expression over records says it. */
  readonly stated?: Stated;
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
  ofMeans(scope, 'growth', growths(scope), 'revenue-change'),
  ofMeans(scope, 'contribution-ratio', ratios(scope), 'rationalisation.ratio'),
  ofMeans(scope, 'share-of-wallet', walletShares(scope), 'return.share-of-wallet.now'),
];

/** Key is who was key a year ago: who is key today has not left. */
const retention = (scope: Scope): StandingComparison => {
  const then = scope.at(yearBefore(scope.period));
  const { confidence } = scope.workspace.settings.thresholds;
  const of = (key: boolean): Kept => {
    const some = scope.of(customers).filter(customer => isKey(then, customer) === key);
    const start = customersAtStart(scope, some).value ?? 0;
    const lost = churn(scope, some);
    const coverage = lost.coverage ?? { n: 0, of: start };
    return lost.value === undefined
      ? { coverage }
      : { coverage, stated: stayed(lost), ...keptOf(scope, some, start) };
  };
  const [key, other] = [of(true), of(false)];
  const sideOf = ({ proportion, coverage, stated }: Kept): Side =>
    proportion === undefined || proportion.trials === 0
      ? { n: 0, coverage }
      : {
          value: proportion.successes / proportion.trials,
          n: proportion.trials,
          coverage,
          ...optional('stated', stated),
          ...optional('interval', wilsonInterval(proportion.successes, proportion.trials, confidence)),
        };
  const interval =
    key.proportion && other.proportion && newcombeInterval(key.proportion, other.proportion, confidence);
  return compared('retention', sideOf(key), sideOf(other), interval);
};

/** How many of those that were customers a year ago still are. */
interface Kept {
  readonly coverage: Coverage;
  readonly proportion?: Proportion;
  readonly stated?: Stated;
}

const keptOf = (scope: Scope, some: readonly Customer[], trials: number): Pick<Kept, 'proportion'> => {
  const lost = customersLost(scope, some).value;
  return lost === undefined ? {} : { proportion: { successes: trials - lost, trials } };
};

/** What was not lost. */
const stayed = (lost: Measurement): Stated =>
  withInputs(() => lost.inputs, { formula: minus(constant(1), lost.formula ?? constant(0)) });

const optional = <Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> =>
  value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, Value>>);

/** A change or a margin has no bounds. */
const unbounded = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

type Value = readonly [customer: Customer, value: number];

/** @param figure of an account that has the value */
const ofMeans = (
  scope: Scope,
  measure: StandingMeasure,
  values: readonly Value[],
  figure: 'revenue-change' | 'rationalisation.ratio' | 'return.share-of-wallet.now',
): StandingComparison => {
  const of = (key: boolean): readonly Value[] =>
    values.filter(([customer]) => isKey(scope, customer) === key);
  const numbers = (side: readonly Value[]): readonly number[] => side.map(([, value]) => value);
  const [key, other] = [of(true), of(false)];
  const { confidence } = scope.workspace.settings.thresholds;
  const counted = new Set(values.map(([customer]) => customer));
  const could = scope
    .of(customers)
    .filter(customer => counted.has(customer) || standingOf(scope, customer) === 'active');
  const sideOf = (isKeySide: boolean, side: readonly Value[]): Side => {
    const coverage = {
      n: side.length,
      of: could.filter(customer => isKey(scope, customer) === isKeySide).length,
    };
    if (side.length === 0) return { n: 0, coverage };
    return {
      value: meanEstimate(numbers(side)).mean,
      n: side.length,
      coverage,
      ...optional('interval', meanInterval(numbers(side), { confidence, scale: unbounded })),
      stated: withInputs(() => side.map(([{ id }]) => `account.${id}.${figure}`), { formula: meanOf() }),
    };
  };
  const interval =
    key.length === 0 || other.length === 0
      ? undefined
      : welchInterval(meanEstimate(numbers(key)), meanEstimate(numbers(other)), confidence);
  return compared(measure, sideOf(true, key), sideOf(false, other), interval);
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

const walletShares = (scope: Scope): readonly Value[] =>
  scope.of(portfolioRevenue).rows.flatMap(({ customer }) => {
    const share = walletShareOf(scope, customer)?.value;
    return share === undefined ? [] : [[customer, share] as const];
  });

/** Our share of what a customer bought of our kind in the last four quarters; undefined where that is not recorded. */
export const walletShareOf = (
  scope: Scope,
  customer: Customer,
): { readonly value: number | undefined; readonly coverage: Coverage; stated(): Stated } | undefined => {
  const periods = trailingYear(scope.period);
  const isRecorded = customer.members.some(({ history }) =>
    periods.some(period => history[period]?.walletSpend !== undefined),
  );
  if (!isRecorded) return undefined;
  const track = trackOf(scope, customer, periods);
  return {
    value: levelOf(track, 'share-of-wallet', periods),
    coverage: levelCoverage(track, 'share-of-wallet', periods),
    stated: () => statedLevel(scope, track, 'share-of-wallet', periods),
  };
};
