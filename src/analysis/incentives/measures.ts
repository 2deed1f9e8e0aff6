import type { Coverage, FigureInput, Unavailable, Unit } from '../../model/figure.ts';
import { type Formula, input, minus, quotient } from '../../model/formula.ts';
import { type IncentiveMeasure, type SalesMeasure, salesMeasures } from '../../model/incentives.ts';
import { type AmountField, amountOf, isAmountRecorded } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { countedFirst, numberOfFirst, totalFrom } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import type { Kam } from '../kams.ts';
import { kpiDefinitions, unitOf as kpiUnit } from '../kpi/definitions.ts';
import { type Money, money, sum } from '../money.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import { servedFrom, servedMarginOfAll } from '../portfolio/fixed-cost-cover.ts';
import { quarterCoverage } from '../portfolio/record.ts';
import { type CustomerRevenue, portfolioRevenue, totalCoverage } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';

/** What a rule looks at, for the customers of one key account manager. Either `value` or `unavailable` is present. */
export interface Looked {
  readonly value?: Money;
  readonly unavailable?: Unavailable;
  readonly inputs: readonly FigureInput[];
  readonly formula?: Formula;
  /** How much of what should be recorded is. */
  readonly coverage?: Coverage;
  /** How many inputs the formula is about. */
  readonly places?: number;
}

export interface MeasureKind {
  readonly unit: Unit;
  readonly precision: number;
  readonly polarity: 'higher' | 'lower';
}

const isSales = (measure: IncentiveMeasure): measure is SalesMeasure =>
  (salesMeasures as readonly string[]).includes(measure);

export const kindOf = (scope: Scope, measure: IncentiveMeasure): MeasureKind => {
  if (!isSales(measure)) {
    const { precision, polarity } = kpiDefinitions[measure];
    return { unit: kpiUnit(scope, measure), precision, polarity };
  }
  if (measure === 'revenue-growth') return { unit: 'share', precision: 1, polarity: 'higher' };
  if (measure === 'growing-accounts') return { unit: 'count', precision: 0, polarity: 'higher' };
  return { unit: moneyUnit(scope), precision: 0, polarity: 'higher' };
};

/** The value of a measure now. Sales are those of the span; a KPI has the period of its definition. */
export const lookAt = (scope: Scope, kam: Kam, measure: IncentiveMeasure): Looked => {
  if (kam.customers.length === 0) return { unavailable: { code: 'no-managed-accounts' }, inputs: [] };
  if (isSales(measure)) return sales[measure](scope, kam.customers);
  const definition = kpiDefinitions[measure];
  if (!definition.perGroup) return { unavailable: { code: 'not-by-kam' }, inputs: [] };
  const { value, unavailable, coverage } = definition.measure(scope, kam.customers);
  const rest = {
    inputs: [`kam.${kam.id}.kpi.${measure}`],
    ...(coverage === undefined ? {} : { coverage }),
  };
  return value === undefined
    ? { unavailable: unavailable ?? { code: 'not-recorded' }, ...rest }
    : { value: money(value), ...rest, formula: input(0) };
};

const amountIn =
  (field: AmountField, missing: string) =>
  (scope: Scope, of: readonly Customer[]): Looked => {
    const members = of.flatMap(customer => customer.members);
    const span = currentSpan(scope);
    const amount = amountOf(scope, members, field, span);
    const { formula, places } = totalFrom([amount]);
    const coverage = quarterCoverage(scope, members, span, (member, period) =>
      isAmountRecorded(scope, member, field, period),
    );
    const inputs = (): readonly FigureInput[] => totalFrom([amount]).inputs;
    return amount.total === undefined
      ? withInputs(inputs, { unavailable: { code: missing }, coverage })
      : withInputs(inputs, { value: amount.total, coverage, formula, places });
  };

/** Contribution margin after cost to serve, over the quarters that record both. */
const marginAfterCost = (scope: Scope, of: readonly Customer[]): Looked => {
  const { total, coverage } = servedMarginOfAll(scope, of);
  const { formula, places } = servedFrom(scope, of);
  return total === undefined
    ? { unavailable: { code: 'no-margin-after-cost' }, inputs: [], coverage }
    : withInputs(() => servedFrom(scope, of).inputs, {
        value: total,
        coverage,
        formula,
        ...(places === undefined ? {} : { places }),
      });
};

const revenueRows = (scope: Scope, of: readonly Customer[]): readonly CustomerRevenue[] => {
  const managed = new Set(of.map(({ account }) => account));
  return scope.of(portfolioRevenue).rows.filter(({ customer }) => managed.has(customer.account));
};

/** Growth of all customers together on the same quarters a year before; what left them counts as lost revenue. */
const growth = (scope: Scope, of: readonly Customer[]): Looked => {
  const rows = revenueRows(scope, of);
  const sold = totalFrom(rows.map(({ current }) => current));
  const earlier = totalFrom(
    rows.map(({ prior }) => prior),
    sold.places,
  );
  const inputs = (): readonly FigureInput[] => [...sold.inputs, ...earlier.inputs];
  const coverage = totalCoverage(rows.map(row => row.coverage));
  if (!rows.every(({ comparable }) => comparable))
    return withInputs(inputs, { unavailable: { code: 'incomplete-quarters' }, coverage });
  const [now, before] = (['current', 'prior'] as const).map(side =>
    sum(rows.flatMap(row => row[side].total ?? [])),
  );
  if (now === undefined || before === undefined || !before.greaterThan(0))
    return withInputs(inputs, { unavailable: { code: 'no-prior-revenue' }, coverage });
  return withInputs(inputs, {
    coverage,
    value: now.minus(before).dividedBy(before),
    formula: quotient(minus(sold.formula, earlier.formula), earlier.formula),
    places: sold.places + earlier.places,
  });
};

/** Customers that bought more than in the same quarters a year before, of those that can be compared. */
const growingAccounts = (scope: Scope, of: readonly Customer[]): Looked => {
  const all = revenueRows(scope, of);
  const rows = all.filter(
    ({ comparable, current, prior }) =>
      comparable && current.total !== undefined && prior.total !== undefined,
  );
  if (rows.length === 0) return { unavailable: { code: 'no-prior-revenue' }, inputs: [] };
  const isGrowing = ({ current, prior }: CustomerRevenue): boolean =>
    current.total?.greaterThan(prior.total ?? 0) === true;
  const growing = rows.filter(isGrowing).length;
  const ids = (): readonly FigureInput[] =>
    countedFirst(rows, isGrowing).map(({ customer: { id } }) => `account.${id}.revenue-change`);
  return withInputs(ids, {
    value: money(growing),
    coverage: { n: rows.length, of: all.length },
    formula: numberOfFirst(growing),
    places: rows.length,
  });
};

const sales: Readonly<Record<SalesMeasure, (scope: Scope, of: readonly Customer[]) => Looked>> = {
  revenue: amountIn('revenue', 'no-revenue'),
  'revenue-growth': growth,
  margin: marginAfterCost,
  'new-business': amountIn('newBusiness', 'no-new-business'),
  'growing-accounts': growingAccounts,
};
