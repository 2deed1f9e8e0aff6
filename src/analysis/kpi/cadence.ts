import type { FigureInput } from '../../model/figure.ts';
import { between, type PeriodId, periodOfDate, trailingYear } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import { type Customer, customers, isKey } from '../customers.ts';
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
  readonly inputs: readonly FigureInput[];
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
  inputs: readonly FigureInput[],
  times = inputs.length,
): Times => {
  const least = Math.floor((from * Math.min(4, quarters)) / 4);
  const verdict = times < least ? 'too-few' : times > to ? 'too-many' : 'kept';
  return { times, from: least, to, verdict, inputs };
};

const reviewTimes = (scope: Scope, customer: Customer): Times | undefined => {
  const held = reviewsHeld(scope, [customer]);
  if (held === undefined) return undefined;
  const asKey = trailingYear(scope.period).filter(period => isKey(scope.at(period), customer)).length;
  return timesOf(kpiSettingsOf(scope).rhythm.reviews, asKey, held);
};

/** A wave is a quarter in which somebody of the customer was asked or answered. */
const surveyTimes = (scope: Scope, { members }: Customer, since: string | undefined): Times => {
  const waves = new Map<PeriodId, FigureInput>();
  for (const { history, surveys, source } of members) {
    for (const period of trailingYear(scope.period))
      if ((history[period]?.surveyed ?? 0) > 0) waves.set(period, at(source, 'history', period, 'surveyed'));
    for (const [index, { period }] of surveys.entries())
      if (!waves.has(period) && trailingYear(scope.period).includes(period))
        waves.set(period, at(source, 'surveys', index));
  }
  const start =
    since === undefined ? undefined : periodOfDate(since, scope.workspace.settings.fiscalYearStart);
  const present = start === undefined ? 4 : between(start, scope.period).length;
  return timesOf(kpiSettingsOf(scope).rhythm.surveys, present, [...waves.values()]);
};
