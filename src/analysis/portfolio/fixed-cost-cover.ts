import type { Coverage, Unavailable } from '../../model/figure.ts';
import { minus } from '../../model/formula.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { amountOf, isAmountRecorded } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { type Stated, totalFrom } from '../formulas.ts';
import { type Money, money, ratio, sum } from '../money.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { quarterCoverage } from './record.ts';
import { portfolioRevenue, totalCoverage } from './revenue.ts';

/** Contribution margin after cost to serve, over the quarters that record both. */
export interface ServedMargin {
  /** Absent where no quarter records both. */
  readonly total?: Money;
  /** Quarters with both, of those in which the members were customers. */
  readonly coverage: Coverage;
}

/** Fixed costs of the span in reporting currency, or why there are none to hold a margin against. */
export interface FixedCosts {
  readonly total?: Money;
  readonly unavailable?: Unavailable;
  /** Quarters with costs, of those of the span. */
  readonly coverage: Coverage;
  readonly inputs: readonly SourceRef[];
}

const servedMarginOf = (scope: Scope, customer: Customer): ServedMargin => {
  const served = quartersOf(scope, customer);
  return {
    ...(served.length === 0 ? {} : { total: sum(served.map(({ left }) => left)) }),
    coverage: quarterCoverage(
      scope,
      customer.members,
      currentSpan(scope),
      (member, period) =>
        isAmountRecorded(scope, member, 'margin', period) &&
        isAmountRecorded(scope, member, 'costToServe', period),
    ),
  };
};

/** The quarters that record both. */
const quartersOf = (scope: Scope, { members }: Customer) =>
  members.flatMap(member =>
    currentSpan(scope).flatMap(period => {
      const margin = amountOf(scope, [member], 'margin', [period]);
      const cost = amountOf(scope, [member], 'costToServe', [period]);
      return margin.total === undefined || cost.total === undefined
        ? []
        : [{ margin, cost, left: margin.total.minus(cost.total) }];
    }),
  );

/** By customer of the portfolio. */
export const servedMargins = (scope: Scope): ReadonlyMap<string, ServedMargin> =>
  new Map(
    scope.of(portfolioRevenue).rows.map(({ customer }) => [customer.id, servedMarginOf(scope, customer)]),
  );

/** Of all customers together. */
export const servedMargin = (scope: Scope): ServedMargin => together([...scope.of(servedMargins).values()]);

/** Of some customers together, whether or not they are of the portfolio. */
export const servedMarginOfAll = (scope: Scope, of: readonly Customer[]): ServedMargin =>
  together(of.map(customer => servedMarginOf(scope, customer)));

const together = (parts: readonly ServedMargin[]): ServedMargin => {
  const known = parts.flatMap(({ total }) => total ?? []);
  return {
    ...(known.length === 0 ? {} : { total: sum(known) }),
    coverage: totalCoverage(parts.map(({ coverage }) => coverage)),
  };
};

/** Needs every quarter of the span: half of the costs would make the cover look twice as good. */
export const fixedCosts = (scope: Scope): FixedCosts => {
  const { fixedCosts: declared, source } = scope.workspace.settings;
  const span = currentSpan(scope);
  const known = span.filter(period => declared[period] !== undefined);
  const inputs = known.map(period => at(source, 'fixedCosts', period));
  const coverage = { n: known.length, of: span.length };
  if (known.length < span.length)
    return {
      inputs,
      coverage,
      unavailable:
        known.length === 0
          ? { code: 'no-fixed-costs' }
          : { code: 'incomplete-fixed-costs', params: coverage },
    };
  const total = sum(known.map(period => money(declared[period] ?? 0)));
  return total.greaterThan(0)
    ? { total, coverage, inputs }
    : { coverage, inputs, unavailable: { code: 'zero-fixed-costs' } };
};

/** How many times the margin pays the fixed costs; below 1 the company loses money before interest and tax. */
export const coverOf = (scope: Scope, margin: Money | undefined): number | undefined => {
  const { total } = scope.of(fixedCosts);
  return margin === undefined || total === undefined ? undefined : ratio(margin, total);
};

/** Cover without one customer, whose fixed costs stay. */
export const coverWithout = (scope: Scope, customer: string): number | undefined => {
  const whole = scope.of(servedMargin).total;
  const own = scope.of(servedMargins).get(customer)?.total;
  return whole === undefined || own === undefined ? undefined : coverOf(scope, whole.minus(own));
};

/** Margins less costs to serve of some customers, over the quarters that record both; the inputs stand from a place on. */
export const servedFrom = (scope: Scope, of: readonly Customer[], from = 0): Stated => {
  const totals = () => {
    const served = of.flatMap(customer => quartersOf(scope, customer));
    const margin = totalFrom(
      served.map(one => one.margin),
      from,
    );
    const cost = totalFrom(
      served.map(one => one.cost),
      from + margin.places,
    );
    return { margin, cost };
  };
  const { margin, cost } = totals();
  return {
    get inputs() {
      const { margin: gained, cost: spent } = totals();
      return [...gained.inputs, ...spent.inputs];
    },
    formula: minus(margin.formula, cost.formula),
    places: margin.places + cost.places,
  };
};
