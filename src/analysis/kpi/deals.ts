import type { Opportunity } from '../../model/account-activity.ts';
import type { FigureInput } from '../../model/figure.ts';
import { plus, quotient } from '../../model/formula.ts';
import { type PeriodId, periodOfDate } from '../../model/period.ts';
import { converted, sumWithRates } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { type Filed, filedIn, placeOf } from '../filed.ts';
import type { Stated } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import { type Money, ratio, sum } from '../money.ts';
import { threshold } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { ratioUncertainty, type Uncertainty, uncertaintyIn } from '../statistics/uncertainty.ts';
import { rateSource, sumOfTerms, type Term } from '../terms.ts';
import { type Measurement, numberOf, unavailable } from './measurement.ts';
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
const shareOfValue = (
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

interface ValueRate {
  /** Whether a won deal is one of those that the rate is about. */
  readonly isMeant: (deal: Deal) => boolean;
  /** Whether it is on record what a deal is counted by; one without a value counts nowhere either. */
  readonly isKnown: (deal: Deal) => boolean;
  readonly counts: (deal: Deal) => boolean;
  /** Why there is no value where no deal has one. */
  readonly missing: string;
}

/** Value of the deals that count ÷ value of all that are meant and known, won in the last four quarters. A share, 0–1. */
export const rateOfValue = (
  scope: Scope,
  of: readonly Customer[],
  { isMeant, isKnown, counts, missing }: ValueRate,
): Measurement => {
  const won = (): readonly Deal[] => decidedDeals(scope, of).filter(deal => deal.won && isMeant(deal));
  const known = (): readonly Deal[] =>
    won().filter(deal => isKnown(deal) && dealValue(scope, deal) !== undefined);
  const share = shareOfValue(scope, known, counts);
  const { value, formula } = share;
  const inputs = (): readonly FigureInput[] => share.inputs;
  if (value === undefined) return unavailable(missing, inputs);
  const n = known().length;
  return withInputs(inputs, {
    value,
    formula,
    coverage: { n, of: won().length },
    sample: n,
    ...uncertaintyIn(share),
    assumptions: [threshold(scope, 'confidence')],
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
