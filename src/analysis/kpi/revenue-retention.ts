import { type Formula, quotient } from '../../model/formula.ts';
import type { Customer } from '../customers.ts';
import { type Money, ratio, sum, zero } from '../money.ts';
import { basis } from '../portfolio/assumptions.ts';
import { recordsLeavings, standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { revenueOfBothYears } from './both-years.ts';
import { type Measure, type Measurement, unavailable } from './measurement.ts';
import { type CohortMember, type MovementFormulas, movementFrom } from './movement-formulas.ts';

/** What became of the revenue of those who were customers a year earlier. Start + expansion − contraction − churn = now. */
export interface RevenueMovement {
  readonly start: Money;
  readonly expansion: Money;
  /** Lost by customers that stay, as a positive amount. */
  readonly contraction: Money;
  /** Lost with customers that left, as a positive amount. */
  readonly churn: Money;
}

/** Net revenue retention: (start + expansion − contraction − churn) ÷ start. Undefined without revenue at the start. */
export const netRetention = ({ start, expansion, contraction, churn }: RevenueMovement): number | undefined =>
  ratio(start.plus(expansion).minus(contraction).minus(churn), start);

/** Gross revenue retention: (start − contraction − churn) ÷ start, never above 1. */
export const grossRetention = ({ start, contraction, churn }: RevenueMovement): number | undefined =>
  ratio(start.minus(contraction).minus(churn), start);

export const churnedRevenue = ({ start, churn }: RevenueMovement): number | undefined => ratio(churn, start);

interface Cohort {
  readonly movement: RevenueMovement;
  readonly members: readonly CohortMember[];
  /** Customers of which a quarter is recorded in one of the two years only: left out on both sides. */
  readonly unknown: number;
}

// The cohort is everyone with revenue in the same span a year earlier, so newcomers never enter.
const cohortOf = (scope: Scope, of: readonly Customer[]): Cohort => {
  const all = of
    .map(customer => ({
      ...revenueOfBothYears(scope, customer),
      left: standingOf(scope, customer) === 'lost',
    }))
    .filter(({ prior }) => prior.total?.greaterThan(0));
  const members = all.filter(({ comparable }) => comparable);
  const changes = members.map(({ prior, current, left }) => ({
    prior,
    current,
    change: (current.total ?? zero).minus(prior.total ?? zero),
    left,
  }));
  const losses = changes.filter(({ change }) => change.isNegative());
  const amountLost = (left: boolean): Money =>
    sum(losses.filter(loss => loss.left === left).map(({ change }) => change.negated()));
  return {
    members: changes.map(({ prior, current, change, left }) => ({
      prior,
      current,
      group: change.isNegative() ? (left ? 'lost' : 'shrinking') : 'growing',
    })),
    unknown: all.length - members.length,
    movement: {
      start: sum(members.flatMap(({ prior }) => prior.total ?? [])),
      expansion: sum(changes.flatMap(({ change }) => (change.isPositive() ? [change] : []))),
      contraction: amountLost(false),
      churn: amountLost(true),
    },
  };
};

const retentionMeasure =
  (
    ratioOf: (movement: RevenueMovement) => number | undefined,
    formulaOf: (parts: MovementFormulas) => Formula,
  ) =>
  (scope: Scope, of: readonly Customer[]): Measurement => {
    const { movement, members, unknown } = cohortOf(scope, of);
    const from = movementFrom(members);
    const value = ratioOf(movement);
    if (value === undefined) return unavailable('no-prior-revenue', from.inputs);
    return {
      value,
      get inputs() {
        return from.inputs;
      },
      formula: formulaOf(from.parts),
      coverage: { n: members.length, of: members.length + unknown },
      assumptions: [basis(scope)],
    };
  };

const churnOfRevenue = retentionMeasure(churnedRevenue, ({ churn, start }) => quotient(churn, start));

/**
 * Revenue lost with customers that left ÷ revenue of the same quarters a year earlier. A share, 0–1. Not available where
 * nobody records who left: whoever merely stopped buying counts as contraction.
 */
export const revenueChurn: Measure = (scope, of) => {
  const measured = churnOfRevenue(scope, of);
  return measured.value === undefined || scope.of(recordsLeavings)
    ? measured
    : unavailable('no-leavings-recorded', measured.inputs);
};
/** Revenue of last year's customers now ÷ their revenue then. A ratio that may pass 1. */
export const netRevenueRetention = retentionMeasure(netRetention, ({ now, start }) => quotient(now, start));
/** The same without what customers added. A share, 0–1. */
export const grossRevenueRetention = retentionMeasure(grossRetention, ({ kept, start }) =>
  quotient(kept, start),
);

const part =
  (name: keyof RevenueMovement): Measure =>
  (scope, of) => {
    const { movement, members, unknown } = cohortOf(scope, of);
    const from = movementFrom(members);
    if (members.length === 0) return unavailable('no-prior-revenue', from.inputs);
    const coverage = { n: members.length, of: members.length + unknown };
    return {
      value: movement[name].toNumber(),
      get inputs() {
        return from.inputs;
      },
      formula: from.parts[name],
      coverage,
      assumptions: [basis(scope)],
    };
  };

/** Revenue of last year's customers then, what they added, what they cut, and what went with those that left: amounts. */
export const startRevenue: Measure = part('start');
export const expansion: Measure = part('expansion');
export const contraction: Measure = part('contraction');
export const lostRevenue: Measure = part('churn');
