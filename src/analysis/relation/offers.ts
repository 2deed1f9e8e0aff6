import type { Offer } from '../../model/account-relation.ts';
import type { Coverage } from '../../model/figure.ts';
import { converted } from '../amounts.ts';
import { asOf } from '../as-of.ts';
import type { Customer } from '../customers.ts';
import { type Money, ratio, sumOfMoney } from '../money.ts';
import type { Scope } from '../scope.ts';
import { type Entry, entriesOf } from './entries.ts';

/** An offer that had begun by the date of the data, in reporting currency. */
export interface MeasuredOffer extends Entry<Offer> {
  readonly cost?: Money;
  /** Times used ÷ times offered, 0–1. */
  readonly uptake?: number;
  /** Margin with the offer less the baseline, as somebody estimated it. */
  readonly incremental?: Money;
  /** (Incremental margin − cost) ÷ cost; absent where the cost is zero or one of them is not recorded. */
  readonly return?: number;
}

export const offersOf = (scope: Scope, customer: Customer): readonly MeasuredOffer[] =>
  entriesOf(customer, 'offers')
    .filter(({ item }) => item.from === undefined || item.from <= asOf(scope))
    .map(entry => measured(scope, entry));

const measured = (scope: Scope, entry: Entry<Offer>): MeasuredOffer => {
  const { item, account } = entry;
  const cost = converted(scope, account, item.cost);
  const [margin, baseline] = [item.effect?.margin, item.effect?.baseline].map(amount =>
    converted(scope, account, amount),
  );
  const incremental = margin === undefined || baseline === undefined ? undefined : margin.minus(baseline);
  const uptake =
    item.used === undefined || item.offered === undefined || item.offered === 0
      ? undefined
      : item.used / item.offered;
  const result = returnOf(cost, incremental);
  return {
    ...entry,
    ...(cost === undefined ? {} : { cost }),
    ...(uptake === undefined ? {} : { uptake }),
    ...(incremental === undefined ? {} : { incremental }),
    ...(result === undefined ? {} : { return: result }),
  };
};

const returnOf = (cost: Money | undefined, gain: Money | undefined): number | undefined =>
  cost === undefined || gain === undefined ? undefined : ratio(gain.minus(cost), cost);

/** Some offers together. */
export interface OfferTotal {
  readonly count: number;
  readonly cost?: Money;
  readonly costed: Coverage;
  /** Σ used ÷ Σ offered over the offers that record both. */
  readonly uptake?: number;
  readonly counted: Coverage;
  readonly incremental?: Money;
  readonly estimated: Coverage;
  /** What the offers cost that have both cost and estimate: the return is over this. */
  readonly returnedCost?: Money;
  /** Return of the offers that have both cost and estimate, together. */
  readonly return?: number;
  readonly returned: Coverage;
}

export const totalOfOffers = (offers: readonly MeasuredOffer[]): OfferTotal => {
  const of = offers.length;
  const counted = offers.filter(({ uptake }) => uptake !== undefined);
  const complete = offers.filter(one => one.cost !== undefined && one.incremental !== undefined);
  const costed = offers.filter(({ cost }) => cost !== undefined);
  const estimated = offers.filter(one => one.incremental !== undefined);
  const times = (key: 'offered' | 'used'): number =>
    counted.reduce((total, { item }) => total + (item[key] ?? 0), 0);
  const uptake = times('offered') > 0 ? times('used') / times('offered') : undefined;
  const [cost, incremental] = [
    sumOfMoney(costed.map(one => one.cost)),
    sumOfMoney(estimated.map(one => one.incremental)),
  ];
  const returnedCost = sumOfMoney(complete.map(one => one.cost));
  const result = returnOf(returnedCost, sumOfMoney(complete.map(one => one.incremental)));
  return {
    count: of,
    ...(cost === undefined ? {} : { cost }),
    costed: { n: costed.length, of },
    ...(uptake === undefined ? {} : { uptake }),
    counted: { n: counted.length, of },
    ...(incremental === undefined ? {} : { incremental }),
    estimated: { n: estimated.length, of },
    ...(complete.length === 0 || returnedCost === undefined ? {} : { returnedCost }),
    ...(result === undefined ? {} : { return: result }),
    returned: { n: complete.length, of },
  };
};
