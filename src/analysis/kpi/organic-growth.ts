import type { FigureInput } from '../../model/figure.ts';
import { countOf, quotient } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { ratio, sum } from '../money.ts';
import { lastDay, standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { revenueOfBothYears } from './both-years.ts';
import { decidedDeals, shareOfValue } from './deals.ts';
import { type Measurement, rate, type Trials, trialsOf, unavailable } from './measurement.ts';

/** Customers with revenue in the span, and whether each had some in the same quarters a year earlier. */
const buying = (scope: Scope, of: readonly Customer[]) =>
  of
    .map(customer => ({ ...revenueOfBothYears(scope, customer), account: customer.account }))
    .filter(({ current }) => current.total?.greaterThan(0));

type Buying = ReturnType<typeof buying>[number];

const inputsOf = ({ current, prior }: Buying): readonly FigureInput[] => [...current.inputs, ...prior.inputs];

// Revenue that is there now, for each customer; then all the rest, on which it depends who buys again.
const repeatsOf = (all: readonly Buying[]): Trials =>
  trialsOf(
    all,
    ({ prior }) => prior.total?.greaterThan(0) === true,
    ({ account, current }) => current.inputs[0] ?? at(account.source, 'history'),
    () => all.flatMap(one => inputsOf(one).slice(1)),
  );

/**
 * Customers that buy again (domain 4.6): with revenue in the span and in the same quarters a year earlier ÷ customers with
 * revenue in the span. A share, 0–1; unavailable where nobody has a record a year earlier.
 */
export const repeatCustomers = (scope: Scope, of: readonly Customer[]): Measurement => {
  const all = buying(scope, of);
  if (all.every(({ prior }) => prior.found === 0))
    return unavailable('no-prior-revenue', all.flatMap(inputsOf));
  return rate(scope, repeatsOf(all), 'no-revenue');
};

/** New customers for each one that buys again. A ratio from 0. */
export const newToRepeat = (scope: Scope, of: readonly Customer[]): Measurement => {
  const all = buying(scope, of);
  const counted = repeatsOf(all);
  const { successes: repeating, trials } = counted;
  if (repeating === 0) return unavailable('no-prior-revenue', counted.inputs);
  return {
    value: (all.length - repeating) / repeating,
    get inputs() {
      return counted.inputs;
    },
    formula: quotient(countOf(repeating, trials), countOf(0, repeating)),
    sample: all.length,
  };
};

/**
 * Value of sales that came by referral ÷ value of all sales won in the last four quarters. A share, 0–1. New business
 * without a known source is on neither side; more business with customers we had is no referral.
 */
export const referralSales = (scope: Scope, of: readonly Customer[]): Measurement => {
  const won = decidedDeals(scope, of).filter(deal => deal.won);
  const known = won.flatMap(({ opportunity, value, terms }) =>
    value === undefined || (opportunity.kind === 'new' && opportunity.source === undefined)
      ? []
      : [{ referred: opportunity.kind === 'new' && opportunity.source === 'referral', value, terms }],
  );
  const { inputs, formula } = shareOfValue(known, ({ referred }) => referred);
  const value = ratio(
    sum(known.filter(({ referred }) => referred).map(deal => deal.value)),
    sum(known.map(deal => deal.value)),
  );
  if (value === undefined) return unavailable('no-won-deals', inputs);
  return { value, inputs, formula, coverage: { n: known.length, of: won.length }, sample: known.length };
};

/** Customers with an up-sell or cross-sell in play at the end of the period ÷ customers present. A share, 0–1. */
export const openToMore = (scope: Scope, of: readonly Customer[]): Measurement => {
  const present = of.filter(customer => standingOf(scope, customer) === 'active');
  if (present.every(({ members }) => members.every(({ opportunities }) => opportunities.length === 0)))
    return unavailable('no-opportunities');
  const offers = present.map(customer => ({ customer, own: offersInPlay(scope, customer) }));
  const trials = trialsOf(
    offers,
    ({ own }) => own.length > 0,
    ({ customer, own: [first] }) => first ?? at(customer.account.source, 'opportunities'),
    () => offers.flatMap(({ own }) => own.slice(1)),
  );
  return rate(scope, trials, 'no-opportunities');
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
