import type { FigureInput } from '../../model/figure.ts';
import { type Formula, quotient } from '../../model/formula.ts';
import type { Customer } from '../customers.ts';
import { withInputs } from '../inputs.ts';
import { type Money, ratio, sum, zero } from '../money.ts';
import { basis, threshold } from '../portfolio/assumptions.ts';
import { recordsLeavings, standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { ratioUncertainty } from '../statistics/uncertainty.ts';
import { revenueOfBothYears } from './both-years.ts';
import { type Measure, type Measurement, numberOf, unavailable } from './measurement.ts';
import { type CohortMember, type MovementFormulas, movementFrom } from './movement-formulas.ts';
import { perGroup } from './per-customer.ts';

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
  /** How the movement follows from the revenue of the members. */
  readonly from: ReturnType<typeof movementFrom>;
  /** Customers whose two years can be compared. */
  readonly known: number;
  /** Customers of which a quarter is recorded in one of the two years only: left out on both sides. */
  readonly unknown: number;
}

interface Member extends CohortMember {
  readonly change: Money;
}

// The cohort is everyone with revenue in the same span a year earlier, so newcomers never enter.
const cohortOf = perGroup((scope, of): Cohort => {
  const unknown = numberOf(of, customer => {
    const { prior, comparable } = revenueOfBothYears(scope, customer);
    return !comparable && prior.total?.greaterThan(0) === true;
  });
  const members = membersOf(scope, of);
  const changes = (group: CohortMember['group']): Money =>
    sum(members.flatMap(member => (member.group === group ? [member.change] : [])));
  return {
    known: members.length,
    unknown,
    from: movementFrom(() => membersOf(scope, of)),
    movement: {
      start: sum(members.flatMap(({ prior }) => prior.total ?? [])),
      expansion: changes('growing'),
      contraction: zero.minus(changes('shrinking')),
      churn: zero.minus(changes('lost')),
    },
  };
});

const membersOf = (scope: Scope, of: readonly Customer[]): readonly Member[] =>
  of.flatMap(customer => {
    const { prior, current, comparable } = revenueOfBothYears(scope, customer);
    if (!comparable || !prior.total?.greaterThan(0)) return [];
    const change = (current.total ?? zero).minus(prior.total);
    const left = standingOf(scope, customer) === 'lost';
    return [
      { prior, current, change, group: change.isNegative() ? (left ? 'lost' : 'shrinking') : 'growing' },
    ];
  });

const retentionMeasure =
  (
    ratioOf: (movement: RevenueMovement) => number | undefined,
    formulaOf: (parts: MovementFormulas) => Formula,
    partOf: (member: Member) => Money,
    most = Number.POSITIVE_INFINITY,
  ) =>
  (scope: Scope, of: readonly Customer[]): Measurement => {
    const { movement, from, known, unknown } = cohortOf(scope, of);
    const inputs = (): readonly FigureInput[] => from.inputs;
    const value = ratioOf(movement);
    if (value === undefined) return unavailable('no-prior-revenue', inputs);
    return withInputs(inputs, {
      value,
      formula: formulaOf(from.parts),
      coverage: { n: known, of: known + unknown },
      sample: known,
      ...ratioUncertainty(
        membersOf(scope, of).map(member => [
          partOf(member).toNumber(),
          (member.prior.total ?? zero).toNumber(),
        ]),
        scope.workspace.settings.thresholds.confidence,
        most,
      ),
      assumptions: [basis(scope), threshold(scope, 'confidence')],
    });
  };

const churnOfRevenue = retentionMeasure(
  churnedRevenue,
  ({ churn, start }) => quotient(churn, start),
  ({ group, change }) => (group === 'lost' ? zero.minus(change) : zero),
  1,
);

/**
 * Revenue lost with customers that left ÷ revenue of the same quarters a year earlier. A share, 0–1. Not available where
 * nobody records who left: whoever merely stopped buying counts as contraction.
 */
export const revenueChurn: Measure = (scope, of) => {
  const measured = churnOfRevenue(scope, of);
  return measured.value === undefined || scope.of(recordsLeavings)
    ? measured
    : unavailable('no-leavings-recorded', () => measured.inputs);
};
/** Revenue of last year's customers now ÷ their revenue then. A ratio that may pass 1. */
export const netRevenueRetention = retentionMeasure(
  netRetention,
  ({ now, start }) => quotient(now, start),
  ({ current }) => current.total ?? zero,
);
/** The same without what customers added. A share, 0–1. */
export const grossRevenueRetention = retentionMeasure(
  grossRetention,
  ({ kept, start }) => quotient(kept, start),
  ({ group, current, prior }) => (group === 'growing' ? prior : current).total ?? zero,
  1,
);

const part =
  (name: keyof RevenueMovement): Measure =>
  (scope, of) => {
    const { movement, from, known, unknown } = cohortOf(scope, of);
    const inputs = (): readonly FigureInput[] => from.inputs;
    if (known === 0) return unavailable('no-prior-revenue', inputs);
    return withInputs(inputs, {
      value: movement[name].toNumber(),
      formula: from.parts[name],
      coverage: { n: known, of: known + unknown },
      assumptions: [basis(scope)],
    });
  };

/** Revenue of last year's customers then, what they added, what they cut, and what went with those that left: amounts. */
export const startRevenue: Measure = part('start');
export const expansion: Measure = part('expansion');
export const contraction: Measure = part('contraction');
export const lostRevenue: Measure = part('churn');
