import type { FigureInput } from '../../model/figure.ts';
import { constant, input, minus, quotient, times } from '../../model/formula.ts';
import { daysBetween, trailingYear } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import { type Amount, customerAmount } from '../amounts.ts';
import { type Customer, customers } from '../customers.ts';
import { totalFrom } from '../formulas.ts';
import { money, sum } from '../money.ts';
import { assumption } from '../portfolio/assumptions.ts';
import { lastDay } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { churn } from './churn.ts';
import { type Measurement, unavailable } from './measurement.ts';
import { perCustomer } from './per-customer.ts';
import { kpiSettingsOf } from './settings.ts';
import { tenures } from './tenure.ts';

const daysInYear = 365.25;

/**
 * Average lifetime in years: mean tenure of the customers there are (up to the period) and of those lost (up to the day they
 * left). Cautious, because those present will stay longer; 1 ÷ churn would rest on one or two losses a year.
 */
export const averageLifetime = (scope: Scope): Measurement => {
  const known = tenures(scope, scope.of(customers));
  const inputs = known.flatMap(tenure => tenure.inputs);
  if (known.length === 0) return unavailable('no-tenures', inputs);
  const days = known.reduce((total, { start, end }) => total + daysBetween(start, end ?? lastDay(scope)), 0);
  const everCustomers = scope.of(customers).filter(({ account }) => account.status !== 'prospect').length;
  return {
    value: days / known.length / daysInYear,
    inputs,
    coverage: { n: known.length, of: everCustomers },
    sample: known.length,
  };
};

const yearly = perCustomer(
  (scope, customer): Readonly<Record<'revenue' | 'margin' | 'costToServe', Amount>> => {
    const year = trailingYear(scope.period);
    return {
      revenue: customerAmount(scope, customer, 'revenue', year),
      margin: customerAmount(scope, customer, 'margin', year),
      costToServe: customerAmount(scope, customer, 'costToServe', year),
    };
  },
);

/** A year is only a year when all its quarters are recorded: part of one would understate the value. */
const isWhole = (amount: Amount): boolean => amount.found > 0 && amount.found >= amount.sought;

const present = (scope: Scope, of: readonly Customer[]): readonly Customer[] =>
  tenures(scope, of).flatMap(({ customer, end }) => (end === undefined ? [customer] : []));

/**
 * Customer lifetime value in the seed's form (domain 4.1): mean revenue a year × average lifetime. Revenue, undiscounted, in
 * reporting currency, over the customers present with four recorded quarters.
 */
export const lifetimeValue = (scope: Scope, of: readonly Customer[]): Measurement => {
  const there = present(scope, of);
  const amounts = there.map(customer => yearly(scope, customer).revenue).filter(isWhole);
  const lifetime = scope.of(averageLifetime);
  const all = totalFrom(amounts);
  const inputs = (): readonly FigureInput[] => [...all.inputs, 'kpi.clv.lifetime'];
  if (lifetime.value === undefined) return unavailable('no-tenures', inputs());
  if (amounts.length === 0) return unavailable('no-full-year', inputs());
  const value = sum(amounts.flatMap(amount => amount.total ?? []))
    .dividedBy(amounts.length)
    .times(lifetime.value);
  const counted = { n: amounts.length, of: there.length };
  return {
    value: value.toNumber(),
    get inputs() {
      return inputs();
    },
    formula: times(quotient(all.formula, constant(amounts.length)), input(all.places)),
    coverage: counted,
  };
};

/**
 * Multiple of a year's margin that a customer is worth: r ÷ (1 + i − r), the first margin at the end of the first year
 * (Gupta & Lehmann 2003). Undefined where it would not converge.
 * @param retention yearly retention rate, 0–1
 * @param discount yearly discount rate
 */
export const marginMultiple = (retention: number, discount: number): number | undefined =>
  1 + discount > retention ? retention / (1 + discount - retention) : undefined;

const baseChurn = (scope: Scope): Measurement => churn(scope, scope.of(customers));

const retained = minus(constant(1), 0);

/** Share of the base that stays a year: 1 − churn. */
export const baseRetention = (scope: Scope): Measurement => {
  const { value, unavailable: reason } = scope.of(baseChurn);
  if (value === undefined) return unavailable(reason?.code ?? 'no-customers-at-start', ['kpi.churn.value']);
  return { value: 1 - value, inputs: ['kpi.churn.value'], formula: retained };
};

/** The multiple with the retention of the whole base (1 − churn) and the declared discount rate. */
export const retentionMultiple = (scope: Scope): Measurement => {
  const lost = scope.of(baseChurn);
  const inputs = ['kpi.clv-margin.retention'];
  if (lost.value === undefined) return unavailable(lost.unavailable?.code ?? 'no-customers-at-start', inputs);
  const { discountRate } = kpiSettingsOf(scope);
  const value = marginMultiple(1 - lost.value, discountRate);
  if (value === undefined) return unavailable('discount-too-low', inputs);
  const source = scope.workspace.program.kpis?.source ?? scope.workspace.settings.source;
  return {
    value,
    inputs,
    formula: quotient(0, minus(constant(1 + discountRate), 0)),
    ...(lost.sample === undefined ? {} : { sample: lost.sample }),
    assumptions: [assumption('kpis.discountRate', discountRate, 0.1, at(source, 'discountRate'))],
  };
};

/** Mean margin after cost to serve a year × the multiple, in reporting currency: discounted, with retention. */
export const marginLifetimeValue = (scope: Scope, of: readonly Customer[]): Measurement => {
  const there = present(scope, of);
  const amounts = there
    .map(customer => ({
      margin: yearly(scope, customer).margin,
      cost: yearly(scope, customer).costToServe,
    }))
    .filter(({ margin, cost }) => isWhole(margin) && isWhole(cost));
  const multiple = scope.of(retentionMultiple);
  const margin = totalFrom(amounts.map(one => one.margin));
  const cost = totalFrom(
    amounts.map(one => one.cost),
    margin.places,
  );
  const inputs = (): readonly FigureInput[] => [...margin.inputs, ...cost.inputs, 'kpi.clv-margin.multiple'];
  if (amounts.length === 0) return unavailable('no-full-year-margin', inputs());
  if (multiple.value === undefined) return { ...multiple, inputs: inputs() };
  const margins = amounts.map(one => (one.margin.total ?? money(0)).minus(one.cost.total ?? money(0)));
  const counted = { n: amounts.length, of: there.length };
  return {
    value: sum(margins).dividedBy(margins.length).times(multiple.value).toNumber(),
    get inputs() {
      return inputs();
    },
    formula: times(
      quotient(minus(margin.formula, cost.formula), constant(amounts.length)),
      input(margin.places + cost.places),
    ),
    coverage: counted,
    ...(multiple.assumptions === undefined ? {} : { assumptions: multiple.assumptions }),
  };
};
