import { at } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { ratio, sum } from '../money.ts';
import { lastDay, standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { revenueOfBothYears } from './both-years.ts';
import { decidedDeals } from './deals.ts';
import { type Measurement, rate, unavailable } from './measurement.ts';

/** Customers with revenue in the span, and whether each had some in the same quarters a year earlier. */
const buying = (scope: Scope, of: readonly Customer[]) =>
  of
    .map(customer => revenueOfBothYears(scope, customer))
    .filter(({ current }) => current.total?.greaterThan(0))
    .map(({ current, prior }) => ({
      repeats: prior.total?.greaterThan(0) === true,
      hasRecord: prior.found > 0,
      inputs: [...current.inputs, ...prior.inputs],
    }));

/**
 * Customers that buy again (domain 4.6): with revenue in the span and in the same quarters a year earlier ÷ customers with
 * revenue in the span. A share, 0–1; unavailable where nobody has a record a year earlier.
 */
export const repeatCustomers = (scope: Scope, of: readonly Customer[]): Measurement => {
  const all = buying(scope, of);
  const inputs = all.flatMap(one => one.inputs);
  if (all.every(({ hasRecord }) => !hasRecord)) return unavailable('no-prior-revenue', inputs);
  const successes = all.filter(({ repeats }) => repeats).length;
  return rate(scope, { successes, trials: all.length, inputs }, 'no-revenue');
};

/** New customers for each one that buys again. A ratio from 0. */
export const newToRepeat = (scope: Scope, of: readonly Customer[]): Measurement => {
  const all = buying(scope, of);
  const inputs = all.flatMap(one => one.inputs);
  const repeating = all.filter(({ repeats }) => repeats).length;
  if (repeating === 0) return unavailable('no-prior-revenue', inputs);
  return { value: (all.length - repeating) / repeating, inputs, sample: all.length };
};

/**
 * Value of sales that came by referral ÷ value of all sales won in the last four quarters. A share, 0–1. New business
 * without a known source is on neither side; more business with customers we had is no referral.
 */
export const referralSales = (scope: Scope, of: readonly Customer[]): Measurement => {
  const won = decidedDeals(scope, of).filter(deal => deal.won);
  const known = won.flatMap(({ opportunity, value, source }) =>
    value === undefined || (opportunity.kind === 'new' && opportunity.source === undefined)
      ? []
      : [{ referred: opportunity.kind === 'new' && opportunity.source === 'referral', value, source }],
  );
  const inputs = known.map(({ source }) => source);
  const value = ratio(
    sum(known.filter(({ referred }) => referred).map(deal => deal.value)),
    sum(known.map(deal => deal.value)),
  );
  if (value === undefined) return unavailable('no-won-deals', inputs);
  return { value, inputs, coverage: { n: known.length, of: won.length }, sample: known.length };
};

/** Customers with an up-sell or cross-sell in play at the end of the period ÷ customers present. A share, 0–1. */
export const openToMore = (scope: Scope, of: readonly Customer[]): Measurement => {
  const present = of.filter(customer => standingOf(scope, customer) === 'active');
  if (present.every(({ members }) => members.every(({ opportunities }) => opportunities.length === 0)))
    return unavailable('no-opportunities');
  const offers = present.map(customer => offersInPlay(scope, customer));
  const inputs = offers.flat();
  const successes = offers.filter(own => own.length > 0).length;
  return rate(scope, { successes, trials: present.length, inputs }, 'no-opportunities');
};

const offersInPlay = (scope: Scope, { members }: Customer) => {
  const today = lastDay(scope);
  return members.flatMap(({ opportunities, source }) =>
    opportunities.flatMap(({ kind, stage, opened, closed }, index) => {
      const begun = opened === undefined || opened <= today;
      const decided = closed === undefined ? stage === 'won' || stage === 'lost' : closed <= today;
      const more = kind === 'up-sell' || kind === 'cross-sell';
      return more && begun && !decided ? [at(source, 'opportunities', index)] : [];
    }),
  );
};
