import type { Figure } from '../../model/figure.ts';
import { minus, quotient, sumOf } from '../../model/formula.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { byAccount } from '../by-account.ts';
import type { Stated } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { rateSource, sumOfTerms } from '../terms.ts';
import { loyalties } from './loyalty.ts';
import { type MeasuredOffer, type OfferTotal, totalOfOffers } from './offers.ts';
import { dateOfData } from './settings.ts';

/** `portfolio.loyalty.cost`, `.uptake`, `.incremental-margin` and `.return`. */
export const loyaltyFigures = (scope: Scope, method: string): Figure[] => {
  const all = scope.of(loyalties);
  if (all.length === 0) return [];
  const offers = all.flatMap(one => one.offers);
  const accounts = (name: string): Stated => ({
    inputs: all.map(({ customer }) => `account.${customer.id}.loyalty.${name}`),
    formula: sumOf(),
  });
  return totalFigures(scope, method, 'portfolio.loyalty', totalOfOffers(offers), {
    ...originOf(scope, offers),
    cost: accounts('cost'),
    incremental: accounts('incremental-margin'),
  });
};

const loyaltyOf = byAccount(
  scope => scope.of(loyalties),
  ({ customer }) => customer.id,
);

/** `account.<id>.loyalty.cost`, `.uptake`, `.incremental-margin` and `.return` of one account. */
export const accountLoyaltyFigures = (scope: Scope, method: string, account: string): Figure[] =>
  loyaltyOf(scope, account).flatMap(({ customer, total, offers }) => {
    const where = [at(customer.account.source, 'offers')];
    const from = offers.length === 0 ? noOffers(where) : originOf(scope, offers);
    return totalFigures(scope, method, `account.${account}.loyalty`, total, from);
  });

type Origin = Readonly<Record<'cost' | 'uptake' | 'incremental' | 'return', Stated>>;

const noOffers = (inputs: readonly SourceRef[]): Origin => {
  const none = { inputs, formula: sumOf() };
  return { cost: none, uptake: none, incremental: none, return: none };
};

/** Each figure from the lines of the offers that record what it needs. */
const originOf = (scope: Scope, offers: readonly MeasuredOffer[]): Origin => {
  const sum = (some: readonly MeasuredOffer[], from: number, ...path: readonly string[]): Stated =>
    sumOfTerms(
      some.map(({ source, account }) => [at(source, ...path), ...rateSource(scope, account)]),
      from,
    );
  const gain = (some: readonly MeasuredOffer[], from: number): Stated => {
    const margin = sum(some, from, 'effect', 'margin');
    const baseline = sum(some, from + margin.inputs.length, 'effect', 'baseline');
    return {
      inputs: [...margin.inputs, ...baseline.inputs],
      formula: minus(margin.formula, baseline.formula),
    };
  };
  const complete = offers.filter(one => one.cost !== undefined && one.incremental !== undefined);
  const cost = sum(complete, 0, 'cost');
  const gained = gain(complete, cost.inputs.length);
  // Where no offer records what a figure needs, the offers are where it would stand.
  const orOffers = ({ inputs, formula }: Stated): Stated => ({
    inputs: inputs.length === 0 ? offers.map(({ source }) => source) : inputs,
    formula,
  });
  return {
    cost: sum(offers, 0, 'cost'),
    uptake: orOffers(uptakeFrom(offers.filter(({ uptake }) => uptake !== undefined))),
    incremental: orOffers(
      gain(
        offers.filter(one => one.incremental !== undefined),
        0,
      ),
    ),
    return: orOffers({
      inputs: [...cost.inputs, ...gained.inputs],
      formula: quotient(minus(gained.formula, cost.formula), cost.formula),
    }),
  };
};

const uptakeFrom = (counted: readonly MeasuredOffer[]): Stated => {
  const placesOf = (key: string): SourceRef[] => counted.map(({ source }) => at(source, key));
  const n = counted.length;
  return {
    inputs: [...placesOf('used'), ...placesOf('offered')],
    formula: quotient(sumOf(0, n), sumOf(n, 2 * n)),
  };
};

const totalFigures = (
  scope: Scope,
  method: string,
  prefix: string,
  total: OfferTotal,
  from: Origin,
): Figure[] => {
  const figure = (
    name: string,
    found: number | undefined,
    reason: string,
    unit: Figure['unit'],
    { inputs, formula }: Stated,
    rest: Pick<Figure, 'coverage' | 'polarity'>,
  ): Figure =>
    figuresOf(method, scope.period)(
      `${prefix}.${name}`,
      found ?? { code: total.count === 0 ? 'no-offers' : reason },
      unit,
      0,
      inputs,
      { assumptions: [dateOfData(scope)], formula, ...rest },
    );
  const money = moneyUnit(scope);
  return [
    figure('cost', total.cost?.toNumber(), 'no-offer-costs', money, from.cost, { coverage: total.costed }),
    figure('uptake', total.uptake, 'no-offer-counts', 'share', from.uptake, {
      coverage: total.counted,
      polarity: 'higher',
    }),
    figure(
      'incremental-margin',
      total.incremental?.toNumber(),
      'no-offer-estimates',
      money,
      from.incremental,
      { coverage: total.estimated, polarity: 'higher' },
    ),
    figure('return', total.return, 'no-offer-return', 'share', from.return, {
      coverage: total.returned,
      polarity: 'higher',
    }),
  ];
};
