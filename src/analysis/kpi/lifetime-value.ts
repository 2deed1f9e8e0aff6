import { mean } from '../../model/averages.ts';
import type { FigureInput } from '../../model/figure.ts';
import { constant, input, minus, quotient, times } from '../../model/formula.ts';
import { daysBetween, daysInYear, type PeriodId, trailingYear } from '../../model/period.ts';
import { amountOf, isAmountRecorded } from '../amounts.ts';
import { type Customer, customers } from '../customers.ts';
import { over, type Stated, sideBySide, totalFrom } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import { zero } from '../money.ts';
import { setting, threshold } from '../portfolio/assumptions.ts';
import { lastDay } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import type { Sampling } from '../statistics/mean.ts';
import {
  mapped,
  meanUncertainty,
  productUncertainty,
  type Uncertainty,
  uncertaintyIn,
  without,
} from '../statistics/uncertainty.ts';
import { churn } from './churn.ts';
import { type Measurement, numberOf, unavailable } from './measurement.ts';
import { perCustomer } from './per-customer.ts';
import { kpiSettingsOf } from './settings.ts';
import { statedLifetime } from './stated-lifetime.ts';
import { isArrivalKnown, tenures } from './tenure.ts';

/**
 * Average lifetime in years: mean tenure of the customers there are (up to the period) and of those lost (up to the day they
 * left). Cautious, because those present will stay longer; 1 ÷ churn would rest on one or two losses a year. Who may have come
 * before the record begins counts with what is seen of its time, and is missing in the coverage; where that is everyone, the
 * mean would be the length of the record, and is not available.
 */
export const averageLifetime = (scope: Scope): Measurement => {
  const known = tenures(scope, scope.of(customers));
  const stated = statedLifetime(scope, known);
  const inputs = (): readonly FigureInput[] => stated.inputs;
  const dated = numberOf(known, tenure => isArrivalKnown(scope, tenure));
  if (dated === 0) return unavailable('no-tenures', inputs);
  const days = known.map(({ start, end }) => daysBetween(start, end ?? lastDay(scope)));
  const everCustomers = scope.of(customers).filter(({ account }) => account.status !== 'prospect').length;
  return withInputs(inputs, {
    value: (mean(days) ?? 0) / daysInYear,
    formula: stated.formula,
    coverage: { n: dated, of: everCustomers },
    sample: known.length,
    ...meanUncertainty(
      days.map(own => own / daysInYear),
      samplingOf(scope, 0),
    ),
    assumptions: [threshold(scope, 'confidence')],
  });
};

/** A mean of amounts or years, which have no greatest value. */
const samplingOf = (scope: Scope, least: number): Sampling => ({
  confidence: scope.workspace.settings.thresholds.confidence,
  scale: [least, Number.POSITIVE_INFINITY],
});

const yearOf = ({ period }: Scope): readonly PeriodId[] => trailingYear(period);

type YearlyField = 'revenue' | 'margin' | 'costToServe';

/** What some customers came to in four quarters, taken together: one amount, however many they are. */
const yearlyOf = (scope: Scope, of: readonly Customer[], field: YearlyField, from = 0) => {
  const amount = amountOf(
    scope,
    of.flatMap(({ members }) => members),
    field,
    scope.of(yearOf),
  );
  return { total: amount.total ?? zero, stated: totalFrom([amount], from) };
};

/** A year is only a year when all its quarters are recorded: part of one would understate the value. */
const isWhole = (scope: Scope, { members }: Customer, field: YearlyField): boolean => {
  const recording = members.filter(({ history }) => Object.keys(history).length > 0);
  return (
    recording.length > 0 &&
    recording.every(member =>
      scope.of(yearOf).every(period => isAmountRecorded(scope, member, field, period)),
    )
  );
};

const wholeRevenue = perCustomer((scope, customer) => isWhole(scope, customer, 'revenue'));
/** Revenue of one customer in four quarters, and its margin after cost to serve. */
const yearlyRevenue = perCustomer((scope, customer) =>
  yearlyOf(scope, [customer], 'revenue').total.toNumber(),
);
const yearlyMargin = perCustomer((scope, customer) =>
  yearlyOf(scope, [customer], 'margin')
    .total.minus(yearlyOf(scope, [customer], 'costToServe').total)
    .toNumber(),
);

const wholeMargin = perCustomer(
  (scope, customer) => isWhole(scope, customer, 'margin') && isWhole(scope, customer, 'costToServe'),
);

const present = (scope: Scope, of: readonly Customer[]): readonly Customer[] =>
  tenures(scope, of).flatMap(({ customer, end }) => (end === undefined ? [customer] : []));

/**
 * Customer lifetime value in the seed's form (domain 4.1): mean revenue a year × average lifetime. Revenue, undiscounted, in
 * reporting currency, over the customers present with four recorded quarters.
 */
export const lifetimeValue = (scope: Scope, of: readonly Customer[]): Measurement => {
  const there = present(scope, of);
  const whole = there.filter(customer => wholeRevenue(scope, customer));
  const lifetime = scope.of(averageLifetime);
  const { total, stated } = yearlyOf(scope, whole, 'revenue');
  const inputs = (): readonly FigureInput[] => [...stated.inputs, 'kpi.clv.lifetime'];
  if (lifetime.value === undefined) return unavailable('no-tenures', inputs);
  if (whole.length === 0) return unavailable('no-full-year', inputs);
  const yearly = total.dividedBy(whole.length);
  const each = whole.map(customer => yearlyRevenue(scope, customer));
  return withInputs(inputs, {
    value: yearly.times(lifetime.value).toNumber(),
    sample: whole.length,
    ...productUncertainty(
      { value: yearly.toNumber(), ...meanUncertainty(each, samplingOf(scope, 0)) },
      { value: lifetime.value, ...uncertaintyIn(lifetime) },
    ),
    assumptions: [threshold(scope, 'confidence')],
    formula: times(quotient(stated.formula, constant(whole.length)), input(stated.places)),
    coverage: { n: whole.length, of: there.length },
    bySources: () => {
      const both = sideBySide(stated, statedLifetime(scope, tenures(scope, scope.of(customers))));
      const [revenue, years] = both.formulas;
      return over(both, times(quotient(revenue, constant(whole.length)), years));
    },
  });
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
  const lost = scope.of(baseChurn);
  const { value, unavailable: reason, coverage, sample, assumptions } = lost;
  if (value === undefined) return unavailable(reason?.code ?? 'no-customers-at-start', ['kpi.churn.value']);
  return {
    value: 1 - value,
    inputs: ['kpi.churn.value'],
    formula: retained,
    ...(coverage === undefined ? {} : { coverage }),
    ...(sample === undefined ? {} : { sample }),
    ...(assumptions === undefined ? {} : { assumptions }),
    ...mapped(lost, share => 1 - share),
  };
};

/** The multiple with the retention of the whole base (1 − churn) and the declared discount rate. */
export const retentionMultiple = (scope: Scope): Measurement => {
  const lost = scope.of(baseChurn);
  const inputs = ['kpi.clv-margin.retention'];
  if (lost.value === undefined) return unavailable(lost.unavailable?.code ?? 'no-customers-at-start', inputs);
  const { discountRate } = kpiSettingsOf(scope);
  const value = marginMultiple(1 - lost.value, discountRate);
  if (value === undefined) return unavailable('discount-too-low', inputs);
  return {
    value,
    inputs,
    formula: quotient(0, minus(constant(1 + discountRate), 0)),
    ...(lost.coverage === undefined ? {} : { coverage: lost.coverage }),
    ...(lost.sample === undefined ? {} : { sample: lost.sample }),
    ...multipleUncertainty(lost, discountRate),
    assumptions: [setting(scope, 'kpis', 'discountRate'), ...(lost.assumptions ?? [])],
  };
};

/** The multiple only rises with retention, so that its interval is that of churn carried through. */
const multipleUncertainty = (lost: Measurement, discount: number): Uncertainty => {
  const { interval, noInterval } = mapped(
    lost,
    share => marginMultiple(1 - share, discount) ?? Number.POSITIVE_INFINITY,
  );
  if (interval === undefined) return noInterval === undefined ? {} : { noInterval };
  return Number.isFinite(interval.high)
    ? { interval: { ...interval, kind: 'propagated' } }
    : without('cases-apart');
};

/** Mean margin after cost to serve a year × the multiple, in reporting currency: discounted, with retention. */
export const marginLifetimeValue = (scope: Scope, of: readonly Customer[]): Measurement => {
  const there = present(scope, of);
  const whole = there.filter(customer => wholeMargin(scope, customer));
  const multiple = scope.of(retentionMultiple);
  const { total: margins, stated: margin } = yearlyOf(scope, whole, 'margin');
  const { total: costs, stated: cost } = yearlyOf(scope, whole, 'costToServe', margin.places);
  const inputs = (): readonly FigureInput[] => [...margin.inputs, ...cost.inputs, 'kpi.clv-margin.multiple'];
  if (whole.length === 0) return unavailable('no-full-year-margin', inputs);
  if (multiple.value === undefined) return withInputs(inputs, multiple);
  const yearly = margins.minus(costs).dividedBy(whole.length);
  const each = whole.map(customer => yearlyMargin(scope, customer));
  return withInputs(inputs, {
    value: yearly.times(multiple.value).toNumber(),
    sample: whole.length,
    ...productUncertainty(
      { value: yearly.toNumber(), ...meanUncertainty(each, samplingOf(scope, Number.NEGATIVE_INFINITY)) },
      { value: multiple.value, ...uncertaintyIn(multiple) },
    ),
    formula: times(
      quotient(minus(margin.formula, cost.formula), constant(whole.length)),
      input(margin.places + cost.places),
    ),
    coverage: { n: whole.length, of: there.length },
    ...(multiple.assumptions === undefined ? {} : { assumptions: multiple.assumptions }),
    bySources: () => {
      const lost = scope.of(baseChurn);
      const churned: Stated = { inputs: lost.inputs, formula: lost.formula ?? constant(0) };
      const all = sideBySide(margin, yearlyOf(scope, whole, 'costToServe').stated, churned);
      const [brought, spent, gone] = all.formulas;
      const kept = minus(constant(1), gone);
      const { discountRate } = kpiSettingsOf(scope);
      return over(
        all,
        times(
          quotient(minus(brought, spent), constant(whole.length)),
          quotient(kept, minus(constant(1 + discountRate), kept)),
        ),
      );
    },
  });
};
