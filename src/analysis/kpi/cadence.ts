import { between, type PeriodId, periodOfDate, trailingYear } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { type Customer, customers, isKey } from '../customers.ts';
import { placeOf } from '../filed.ts';
import { standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { reviewsHeld } from './reviews.ts';
import { kpiSettingsOf } from './settings.ts';
import { tenures } from './tenure.ts';

export type CadenceVerdict = 'kept' | 'too-few' | 'too-many';

/** How often something was done with one customer in the last four quarters, against what the programme intends. */
export interface Times {
  readonly times: number;
  /** Least times, in proportion to the quarters in which it applied, rounded down. */
  readonly from: number;
  readonly to: number;
  readonly verdict: CadenceVerdict;
}

export interface CustomerCadence {
  readonly customer: Customer;
  readonly key: boolean;
  readonly surveys: Times;
  /** Reviews are for key accounts; absent for the others, and where nobody records reviews. */
  readonly reviews?: Times;
}

/** Reviews and surveys of every customer present (domain 4, cadence). Empty of surveys where nobody was ever asked. */
export const cadence = (scope: Scope): readonly CustomerCadence[] => {
  const started = new Map(
    tenures(scope, scope.of(customers)).map(({ customer, start }) => [customer.id, start] as const),
  );
  return scope
    .of(customers)
    .filter(customer => standingOf(scope, customer) === 'active')
    .map(customer => {
      const key = isKey(scope, customer);
      const reviews = key ? reviewTimes(scope, customer) : undefined;
      return {
        customer,
        key,
        surveys: surveyTimes(scope, customer, started.get(customer.id)),
        ...(reviews === undefined ? {} : { reviews }),
      };
    });
};

const timesOf = (
  { from, to }: { readonly from: number; readonly to: number },
  quarters: number,
  times: number,
): Times => {
  const least = Math.floor((from * Math.min(4, quarters)) / 4);
  const verdict = times < least ? 'too-few' : times > to ? 'too-many' : 'kept';
  return { times, from: least, to, verdict };
};

const reviewTimes = (scope: Scope, customer: Customer): Times | undefined => {
  const held = reviewsHeld(scope, [customer]);
  if (held === undefined) return undefined;
  const asKey = trailingYear(scope.period).filter(period => isKey(scope.at(period), customer)).length;
  return timesOf(kpiSettingsOf(scope).rhythm.reviews, asKey, held.length);
};

const surveyTimes = (scope: Scope, customer: Customer, since: string | undefined): Times => {
  const start =
    since === undefined ? undefined : periodOfDate(since, scope.workspace.settings.fiscalYearStart);
  const present = start === undefined ? 4 : between(start, scope.period).length;
  return timesOf(kpiSettingsOf(scope).rhythm.surveys, present, wavesOf(scope, customer).size);
};

/** How it is known that somebody of a customer was asked in a quarter: it is recorded, or somebody answered. */
interface Wave {
  readonly account: Account;
  /** Place of the answer in the register; absent where it is recorded how many were asked. */
  readonly answer?: number;
}

/** A wave is a quarter in which somebody of the customer was asked or answered. */
const wavesOf = (scope: Scope, { members }: Customer): ReadonlyMap<PeriodId, Wave> => {
  const year = scope.of(yearOf);
  const waves = new Map<PeriodId, Wave>();
  for (const account of members) {
    for (const period of year)
      if ((account.history[period]?.surveyed ?? 0) > 0) waves.set(period, { account });
    for (const [answer, { period }] of account.surveys.entries())
      if (!waves.has(period) && year.includes(period)) waves.set(period, { account, answer });
  }
  return waves;
};

const yearOf = ({ period }: Scope): readonly PeriodId[] => trailingYear(period);

/** Where the surveys or reviews of a customer stand, one place each. */
export const cadencePlaces = (
  scope: Scope,
  customer: Customer,
  kind: 'surveys' | 'reviews',
): readonly SourceRef[] => {
  if (kind === 'reviews') return (reviewsHeld(scope, [customer]) ?? []).map(review => placeOf(review));
  return [...wavesOf(scope, customer)].map(
    ([
      period,
      {
        account: { source },
        answer,
      },
    ]) => (answer === undefined ? at(source, 'history', period, 'surveyed') : at(source, 'surveys', answer)),
  );
};
