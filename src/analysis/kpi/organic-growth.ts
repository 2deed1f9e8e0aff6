import type { Opportunity } from '../../model/account-activity.ts';
import type { FigureInput } from '../../model/figure.ts';
import { countOf, quotient } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { type Filed, filedIn, placeOf } from '../filed.ts';
import { withInputs } from '../inputs.ts';
import { threshold } from '../portfolio/assumptions.ts';
import { standingOf } from '../portfolio/standing.ts';
import { isOpen } from '../relation/opportunities.ts';
import type { Scope } from '../scope.ts';
import { mapped, type Uncertainty, uncertaintyOf } from '../statistics/uncertainty.ts';
import { wilsonInterval } from '../statistics.ts';
import { type BothYears, revenueOfBothYears } from './both-years.ts';
import { rateOfValue } from './deals.ts';
import { type Measure, type Measurement, rate, type Trials, trialsOf, unavailable } from './measurement.ts';
import { perGroup } from './per-customer.ts';
import { yearWindow } from './tenure.ts';

/** Customers with revenue in the span, and whether each had some in the same quarters a year earlier. */
const buying = perGroup((scope, of): readonly BothYears[] =>
  of.flatMap(customer => {
    const revenue = revenueOfBothYears(scope, customer);
    return revenue.current.total?.greaterThan(0) ? [revenue] : [];
  }),
);

const inputsOf = ({ current, prior }: BothYears): readonly FigureInput[] => [
  ...current.inputs,
  ...prior.inputs,
];

// Revenue that is there now, for each customer; then all the rest, on which it depends who buys again.
const repeatsOf = (scope: Scope, of: readonly Customer[]): Trials =>
  trialsOf(
    () => buying(scope, of),
    ({ prior }) => prior.total?.greaterThan(0) === true,
    ({ customer: { account }, current }) => current.inputs[0] ?? at(account.source, 'history'),
    all => all.flatMap(one => inputsOf(one).slice(1)),
  );

/**
 * Customers that buy again (domain 4.6): with revenue in the span and in the same quarters a year earlier ÷ customers with
 * revenue in the span. A share, 0–1; unavailable where nobody has a record a year earlier.
 */
export const repeatCustomers = (scope: Scope, of: readonly Customer[]): Measurement => {
  if (buying(scope, of).every(({ prior }) => prior.found === 0))
    return unavailable('no-prior-revenue', () => buying(scope, of).flatMap(inputsOf));
  return rate(scope, repeatsOf(scope, of), 'no-revenue');
};

/** The interval of the share p that buys again, carried through (1 − p) ÷ p, which only falls. */
const ofRepeats = (scope: Scope, repeating: number, trials: number): Uncertainty => {
  const interval = wilsonInterval(repeating, trials, scope.workspace.settings.thresholds.confidence);
  return mapped(uncertaintyOf(interval, trials), share => (1 - share) / share);
};

/** New customers for each one that buys again. A ratio from 0. */
export const newToRepeat = (scope: Scope, of: readonly Customer[]): Measurement => {
  const counted = repeatsOf(scope, of);
  const { successes: repeating, trials } = counted;
  const inputs = (): readonly FigureInput[] => counted.inputs;
  if (repeating === 0) return unavailable('no-prior-revenue', inputs);
  return withInputs(inputs, {
    value: (trials - repeating) / repeating,
    formula: quotient(countOf(repeating, trials), countOf(0, repeating)),
    coverage: { n: trials, of: trials },
    sample: trials,
    ...ofRepeats(scope, repeating, trials),
    assumptions: [threshold(scope, 'confidence')],
  });
};

/**
 * Value of sales that came by referral ÷ value of all sales won in the last four quarters. A share, 0–1. New business
 * without a known source is on neither side; more business with customers we had is no referral.
 */
export const referralSales: Measure = (scope, of) =>
  rateOfValue(scope, of, {
    isMeant: () => true,
    isKnown: ({ item }) => item.kind !== 'new' || item.source !== undefined,
    counts: ({ item }) => item.kind === 'new' && item.source === 'referral',
    missing: 'no-won-deals',
  });

/** Customers with an up-sell or cross-sell in play at the end of the period ÷ customers present. A share, 0–1. */
export const openToMore = (scope: Scope, of: readonly Customer[]): Measurement => {
  const present = of.filter(customer => standingOf(scope, customer) === 'active');
  if (present.every(({ members }) => members.every(({ opportunities }) => opportunities.length === 0)))
    return unavailable('no-opportunities');
  const trials = trialsOf(
    () => present.map(customer => ({ customer, own: offersInPlay(scope, customer) })),
    ({ own }) => own.length > 0,
    ({ customer, own: [first] }) =>
      first === undefined ? at(customer.account.source, 'opportunities') : placeOf(first),
    offers => offers.flatMap(({ own }) => own.slice(1).map(offer => placeOf(offer))),
  );
  return rate(scope, trials, 'no-opportunities');
};

const offersInPlay = (scope: Scope, customer: Customer): readonly Filed<Opportunity>[] => {
  const { last } = yearWindow(scope);
  return filedIn(
    [customer],
    'opportunities',
    one => (one.kind === 'up-sell' || one.kind === 'cross-sell') && isOpen(one, last),
  );
};
