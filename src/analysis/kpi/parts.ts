import type { KpiId } from '../../model/kpi.ts';
import { compareIds } from '../../model/order.ts';
import { at } from '../../model/source.ts';
import type { Amount } from '../amounts.ts';
import { type Customer, customers, isKey } from '../customers.ts';
import type { Money } from '../money.ts';
import type { Scope } from '../scope.ts';
import { revenueOfBothYears } from './both-years.ts';
import { isScore, kpiDefinitions } from './definitions.ts';
import { portfolioKpis } from './figures.ts';
import { type Measurement, rate, trialsOf } from './measurement.ts';
import { kpiSettingsOf } from './settings.ts';

/** Parts of the customers that stand beside the whole base: two pairs, each of them all customers. */
export const partNames = ['key', 'others', 'growers', 'without-growers'] as const;
export type PartName = (typeof partNames)[number];

/** KPIs that can be held against each other in any part of the customers. */
const compared = [
  'net-revenue-retention',
  'gross-revenue-retention',
  'churn',
  'organic-growth',
  'renewal',
  'csat',
  'nps',
  'customer-outcomes',
] as const satisfies readonly KpiId[];

/**
 * `growers`: the base as a whole looks well only thanks to those that grew most. `key` and `growth`: the parts by the
 * programme are apart, or only those by growth.
 */
export type PartVerdict = 'growers' | 'key' | 'growth' | 'alike';

export interface PartRow {
  readonly kpi: KpiId;
  readonly whole: Measurement;
  readonly parts: Readonly<Record<PartName, Measurement>>;
  readonly verdict?: PartVerdict;
}

export interface Change {
  readonly customer: Customer;
  readonly change: Money;
  readonly prior: Amount;
  readonly current: Amount;
}

/** Customers with revenue a year ago and now, by how much they buy more, most first. */
export const changes = (scope: Scope): readonly Change[] =>
  scope
    .of(customers)
    .flatMap(customer => {
      const { prior, current, comparable } = revenueOfBothYears(scope, customer);
      if (!comparable || !prior.total?.greaterThan(0) || current.total === undefined) return [];
      return [{ customer, change: current.total.minus(prior.total), prior, current }];
    })
    .sort((a, b) => b.change.comparedTo(a.change) || compareIds(a.customer.id, b.customer.id));

/** The customers that grew most, as many as declared; fewer where fewer grew. */
export const growers = (scope: Scope): readonly Customer[] =>
  scope
    .of(changes)
    .filter(({ change }) => change.greaterThan(0))
    .slice(0, kpiSettingsOf(scope).parts.growers)
    .map(({ customer }) => customer);

/** Customers that buy less than a year ago ÷ customers with revenue in both years. A share, 0–1. */
export const shrinking = (scope: Scope): Measurement => {
  const trials = trialsOf(
    () => scope.of(changes),
    ({ change }) => change.isNegative(),
    ({ customer, prior }) => prior.inputs[0] ?? at(customer.account.source, 'history'),
    all => all.flatMap(({ prior, current }) => [...prior.inputs.slice(1), ...current.inputs]),
  );
  return rate(scope, trials, 'no-prior-revenue');
};

const customersOf = (scope: Scope): Readonly<Record<PartName, readonly Customer[]>> => {
  const all = scope.of(customers);
  const most = new Set(scope.of(growers).map(({ id }) => id));
  return {
    key: all.filter(customer => isKey(scope, customer)),
    others: all.filter(customer => !isKey(scope, customer)),
    growers: all.filter(({ id }) => most.has(id)),
    'without-growers': all.filter(({ id }) => !most.has(id)),
  };
};

/** The KPIs of the base beside those of its parts (domain 4: growth in two accounts must not hide churn in the whole base). */
export const partRows = (scope: Scope): readonly PartRow[] => {
  const parts = scope.of(customersOf);
  return compared.flatMap(kpi => {
    const whole = scope.of(portfolioKpis).get(kpi);
    if (whole?.value === undefined) return [];
    const measured = Object.fromEntries(
      partNames.map(name => [name, kpiDefinitions[kpi].measure(scope, parts[name])]),
    ) as Record<PartName, Measurement>;
    const verdict = verdictOf(kpi, whole, measured, kpiSettingsOf(scope).parts.gap);
    return [{ kpi, whole, parts: measured, ...(verdict === undefined ? {} : { verdict }) }];
  });
};

/** Below this, customers of a year ago buy less than they did. */
const wholeRetention = 1;

const verdictOf = (
  kpi: KpiId,
  whole: Measurement,
  parts: PartRow['parts'],
  gap: number,
): PartVerdict | undefined => {
  if (parts.key.value === undefined || parts.others.value === undefined) return undefined;
  const rest = parts['without-growers'].value;
  const hides =
    kpi === 'net-revenue-retention' &&
    (whole.value ?? 0) >= wholeRetention &&
    rest !== undefined &&
    rest < wholeRetention;
  if (hides) return 'growers';
  const least = isScore(kpi) ? gap * 100 : gap;
  if (areApart(parts.key, parts.others, least)) return 'key';
  return areApart(parts.growers, parts['without-growers'], least) ? 'growth' : 'alike';
};

/** Two measurements are apart where their intervals do not touch, or, without intervals, where they differ by more than the gap. */
export const areApart = (a: Measurement, b: Measurement, gap: number): boolean => {
  if (a.interval !== undefined && b.interval !== undefined)
    return a.interval.high < b.interval.low || b.interval.high < a.interval.low;
  return a.value !== undefined && b.value !== undefined && Math.abs(a.value - b.value) > gap;
};
