import type { Coverage, FigureInput, Unavailable, Unit } from '../../model/figure.ts';
import { type Formula, minus, quotient, sumOf } from '../../model/formula.ts';
import { type PeriodId, previous } from '../../model/period.ts';
import type { PhaseMeasure } from '../../model/phase.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { type Amount, type AmountField, amountOf, customerAmount, isAmountRecorded } from '../amounts.ts';
import { type Customer, isKey, keyCustomers } from '../customers.ts';
import { countedFirst, numberOfFirst, type Stated, totalFrom } from '../formulas.ts';
import { type Inputs, withInputs } from '../inputs.ts';
import { type Money, ratio, sum, sumOfMoney, zero } from '../money.ts';
import { growthOrReason } from '../portfolio/customer-figures.ts';
import { isRecorded, quarterCoverage, recordedPriorSpan } from '../portfolio/record.ts';
import { portfolioRevenue, totalCoverage } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { thresholdReEvaluation } from './re-evaluation.ts';

/** A measure of the programme, from which a signal can be computed. Either `value` or `unavailable` is present. */
export interface ProgrammeMeasurement {
  readonly value?: number;
  readonly unavailable?: Unavailable;
  readonly inputs: readonly FigureInput[];
  readonly formula?: Formula;
  readonly coverage?: Coverage;
}

/** A measurement with a value, or with the reason why there is none. */
export const measured = (
  value: number | Unavailable,
  inputs: Inputs,
  formula?: Formula,
  coverage?: Coverage,
): ProgrammeMeasurement =>
  withInputs(inputs, {
    ...(typeof value === 'number' ? { value } : { unavailable: value }),
    ...(typeof value !== 'number' || formula === undefined ? {} : { formula }),
    ...(coverage === undefined ? {} : { coverage }),
  });

/** Change of revenue of the customers that are key now, or of all the others, against the same quarters a year earlier. */
const growth =
  (key: boolean) =>
  (scope: Scope): ProgrammeMeasurement => {
    const rows = scope.of(portfolioRevenue).rows.filter(row => row.key === key);
    const now = totalFrom(rows.map(row => row.current));
    const before = totalFrom(
      rows.map(row => row.prior),
      now.places,
    );
    return measured(
      growthOrReason(rows),
      () => [...now.inputs, ...before.inputs],
      quotient(minus(now.formula, before.formula), before.formula),
      totalCoverage(rows.flatMap(row => [row.coverage, row.priorCoverage])),
    );
  };

interface MarginParts {
  readonly revenue: Amount;
  readonly margin: Amount;
  readonly cost: Amount;
}

const marginParts = (scope: Scope, customer: Customer, periods: readonly PeriodId[]): MarginParts => ({
  revenue: customerAmount(scope, customer, 'revenue', periods),
  margin: customerAmount(scope, customer, 'margin', periods),
  cost: customerAmount(scope, customer, 'costToServe', periods),
});

// A customer with revenue but without margin or cost in some quarter would bend the ratio: only whole ones count.
const isComplete = ({ revenue, margin, cost }: MarginParts): boolean =>
  revenue.found > 0 && margin.found === revenue.found && cost.found === revenue.found;

const marginRatio = (parts: readonly MarginParts[]): number | undefined => {
  const total = (name: keyof MarginParts): Money => sum(parts.flatMap(part => part[name].total ?? []));
  return ratio(total('margin').minus(total('cost')), total('revenue'));
};

/** (margin − cost) ÷ revenue, from inputs that stand from a place on. */
const marginFrom = (parts: readonly MarginParts[], from: number): Stated & { readonly places: number } => {
  const margin = totalFrom(
    parts.map(part => part.margin),
    from,
  );
  const cost = totalFrom(
    parts.map(part => part.cost),
    from + margin.places,
  );
  const revenue = totalFrom(
    parts.map(part => part.revenue),
    from + margin.places + cost.places,
  );
  return withInputs(() => [...margin.inputs, ...cost.inputs, ...revenue.inputs], {
    formula: quotient(minus(margin.formula, cost.formula), revenue.formula),
    places: margin.places + cost.places + revenue.places,
  });
};

/** Change of the margin after cost to serve, as a share of revenue, of the customers that are key now; 0.01 is one point. */
const keyMarginTrend = (scope: Scope): ProgrammeMeasurement => {
  const both = scope
    .of(keyCustomers)
    .map(customer => ({
      current: marginParts(scope, customer, currentSpan(scope)),
      prior: marginParts(scope, customer, recordedPriorSpan(scope)),
    }))
    .filter(({ current, prior }) => isComplete(current) && isComplete(prior));
  const [now, before] = [marginRatio(both.map(one => one.current)), marginRatio(both.map(one => one.prior))];
  const current = marginFrom(
    both.map(one => one.current),
    0,
  );
  const prior = marginFrom(
    both.map(one => one.prior),
    current.places,
  );
  return measured(
    now === undefined || before === undefined ? { code: 'no-prior-margin' } : now - before,
    () => [...current.inputs, ...prior.inputs],
    minus(current.formula, prior.formula),
    { n: both.length, of: scope.of(keyCustomers).length },
  );
};

/** New business ÷ revenue of the key customers, over the quarters of the span that record both. */
const newBusinessShare = (scope: Scope): ProgrammeMeasurement => {
  const members = scope.of(keyCustomers).flatMap(customer => customer.members);
  const span = currentSpan(scope);
  const has = (member: Account, period: PeriodId): boolean =>
    isRecorded(scope, member, period) && isAmountRecorded(scope, member, 'newBusiness', period);
  const quarters = members.flatMap(member =>
    span.filter(period => has(member, period)).map(period => [member, period] as const),
  );
  const over = (field: AmountField): readonly Amount[] =>
    quarters.map(([member, period]) => amountOf(scope, [member], field, [period]));
  const [fresh, revenue] = [over('newBusiness'), over('revenue')];
  const total = (amounts: readonly Amount[]): Money => sumOfMoney(amounts.map(one => one.total)) ?? zero;
  const part = totalFrom(fresh);
  const whole = totalFrom(revenue, part.places);
  return measured(
    quarters.length === 0
      ? { code: 'no-new-business' }
      : (ratio(total(fresh), total(revenue)) ?? { code: 'revenue-not-positive' }),
    () => [...part.inputs, ...whole.inputs],
    quotient(part.formula, whole.formula),
    quarterCoverage(scope, members, span, has),
  );
};

/** Non-standard requests of all accounts in the quarter. */
const nonStandardRequests = (scope: Scope): ProgrammeMeasurement => {
  const recorded = scope.workspace.accounts.flatMap(({ history, source }) => {
    const requests = history[scope.period]?.nonStandardRequests;
    return requests === undefined ? [] : [{ requests, source }];
  });
  const total = recorded.reduce((sum, { requests }) => sum + requests, 0);
  return measured(
    recorded.length === 0 ? { code: 'not-recorded' } : total,
    () => recorded.map(({ source }) => at(source, 'history', scope.period, 'nonStandardRequests')),
    all,
    {
      n: recorded.length,
      of: scope.workspace.accounts.filter(({ history }) => history[scope.period]).length,
    },
  );
};

const all = sumOf();

/** Key customers whose points are under the declared entry threshold today. */
const keyBelowThreshold = (scope: Scope): ProgrammeMeasurement => {
  const result = scope.of(thresholdReEvaluation);
  const rows = countedFirst(result?.rows ?? [], row => row.fails.includes('threshold'));
  const below = rows.filter(row => row.fails.includes('threshold')).length;
  return measured(
    result?.threshold === undefined ? { code: 'no-threshold' } : below,
    () => [
      ...rows.map(({ customer: { account } }) => at(account.source, 'key')),
      ...rows.flatMap(row => row.inputs),
    ],
    numberOfFirst(below),
    { n: rows.length, of: result?.key ?? 0 },
  );
};

/** Customers that are key in this quarter and were not in the one before. */
const keyAccountsAdded = (scope: Scope): ProgrammeMeasurement => {
  const before = scope.at(previous(scope.period));
  const isNew = (customer: Customer): boolean => !isKey(before, customer);
  const key = countedFirst(scope.of(keyCustomers), isNew);
  const added = key.filter(isNew).length;
  const inputs = key.map(({ account }) => at(account.source, 'key'));
  return measured(added, inputs, numberOfFirst(added));
};

interface PhaseMeasureDefinition {
  readonly unit: Unit;
  readonly precision: number;
  readonly measure: (scope: Scope) => ProgrammeMeasurement;
}

export const phaseMeasureDefinitions: Readonly<Record<PhaseMeasure, PhaseMeasureDefinition>> = {
  'key-revenue-growth': { unit: 'share', precision: 1, measure: growth(true) },
  'other-revenue-growth': { unit: 'share', precision: 1, measure: growth(false) },
  'key-margin-trend': { unit: 'points', precision: 1, measure: keyMarginTrend },
  'new-business-share': { unit: 'share', precision: 1, measure: newBusinessShare },
  'non-standard-requests': { unit: 'count', precision: 0, measure: nonStandardRequests },
  'key-below-threshold': { unit: 'count', precision: 0, measure: keyBelowThreshold },
  'key-accounts-added': { unit: 'count', precision: 0, measure: keyAccountsAdded },
};
