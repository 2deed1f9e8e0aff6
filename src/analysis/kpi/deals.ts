import type { Opportunity } from '../../model/account-activity.ts';
import { plus, quotient } from '../../model/formula.ts';
import { type PeriodId, periodOfDate } from '../../model/period.ts';
import { converted, sumWithRates } from '../amounts.ts';
import { type Filed, filedIn, placeOf } from '../filed.ts';
import type { Stated } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import { type Money, ratio, sum } from '../money.ts';
import type { Scope } from '../scope.ts';
import { ratioUncertainty, type Uncertainty } from '../statistics/uncertainty.ts';
import { rateSource, sumOfTerms, type Term } from '../terms.ts';
import { numberOf } from './measurement.ts';
import { perCustomer, perGroup } from './per-customer.ts';
import { isWithin, yearWindow } from './tenure.ts';

/** An opportunity that was won or lost in the last four quarters. */
export interface Deal extends Filed<Opportunity> {
  readonly won: boolean;
}

/** Deals decided in the last four quarters. One without a closing date can't be placed and is left out. */
export const decidedDeals = perGroup((scope, of) => of.flatMap(customer => ownDeals(scope, customer)));

const ownDeals = perCustomer((scope, customer): readonly Deal[] => {
  const window = yearWindow(scope);
  return filedIn(
    [customer],
    'opportunities',
    ({ stage, closed }) => (stage === 'won' || stage === 'lost') && isWithin(closed, window),
  ).map(one => ({ ...one, won: one.item.stage === 'won' }));
});

/** Value in reporting currency at the rate of the quarter in which it closed; undefined where value or rate is not recorded. */
export const dealValue = (scope: Scope, { account, item }: Deal): Money | undefined => {
  const period = closedIn(scope, item);
  return period === undefined ? undefined : converted(scope, account, item.value, period);
};

const closedIn = (scope: Scope, { closed }: Opportunity): PeriodId | undefined =>
  closed === undefined ? undefined : periodOfDate(closed, scope.workspace.settings.fiscalYearStart);

/** The value and, in another currency, its rate. */
const termOf = (scope: Scope, deal: Deal): Term => {
  const period = closedIn(scope, deal.item);
  const value = placeOf(deal, 'value');
  return period === undefined ? [value] : [value, ...rateSource(scope, deal.account, period)];
};

/**
 * The value of some deals ÷ that of all, from values and rates: those that count stand first.
 * @param list gives the deals; it is asked again for their places
 */
export const shareOfValue = (
  scope: Scope,
  list: () => readonly Deal[],
  counts: (deal: Deal) => boolean,
): { readonly value: number | undefined } & Stated & Uncertainty => {
  const others = (deal: Deal): boolean => !counts(deal);
  const deals = list();
  const total = (some: readonly Deal[]): Money => sum(some.flatMap(deal => dealValue(scope, deal) ?? []));
  const part = placedFrom(scope, deals.filter(counts), 0);
  const rest = placedFrom(scope, deals.filter(others), part.places);
  const placesOf = (wanted: (deal: Deal) => boolean) =>
    sumOfTerms(
      list()
        .filter(wanted)
        .map(deal => termOf(scope, deal)),
    ).inputs;
  return withInputs(() => [...placesOf(counts), ...placesOf(others)], {
    value: ratio(total(deals.filter(counts)), total(deals)),
    formula: quotient(part.formula, plus(part.formula, rest.formula)),
    ...ratioUncertainty(
      deals.map(deal => {
        const value = dealValue(scope, deal)?.toNumber() ?? 0;
        return [counts(deal) ? value : 0, value];
      }),
      scope.workspace.settings.thresholds.confidence,
      1,
    ),
  });
};

/** The sum of the values of deals whose places stand from one on, and how many places that takes. */
const placedFrom = (scope: Scope, deals: readonly Deal[], from: number) => {
  const { currency: own } = scope.workspace.settings;
  const foreign = numberOf(
    deals,
    ({ account, item }) =>
      account.currency !== undefined && account.currency !== own && item.closed !== undefined,
  );
  const plain = deals.length - foreign;
  return { formula: sumWithRates(from, plain, 2 * foreign), places: plain + 2 * foreign };
};
