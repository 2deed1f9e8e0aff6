import type { Coverage } from '../../../model/figure.ts';
import { minus, quotient } from '../../../model/formula.ts';
import { type PeriodId, previous, yearBefore } from '../../../model/period.ts';
import { at } from '../../../model/source.ts';
import { customerAmount } from '../../amounts.ts';
import type { Customer } from '../../customers.ts';
import { type Stated, sumBetween, totalFrom } from '../../formulas.ts';
import { withInputs } from '../../inputs.ts';
import { ratio } from '../../money.ts';
import { isComparable } from '../../portfolio/record.ts';
import type { Scope } from '../../scope.ts';
import { declared, relationshipOf } from '../settings.ts';
import { type Frame, judged, notKnown, type WarningCheck } from './warning.ts';

interface Change extends Stated {
  readonly by: 'revenue' | 'orders';
  readonly value: number;
  /** Quarters recorded on both sides, of those looked for. */
  readonly coverage: Coverage;
}

/** (First − second) ÷ second. */
const changeOf = (by: Change['by'], value: number, now: Stated, before: Stated, coverage: Coverage): Change =>
  withInputs(() => [...now.inputs, ...before.inputs], {
    by,
    value,
    coverage,
    formula: quotient(minus(now.formula, before.formula), before.formula),
  });

const frameOf = (scope: Scope): Frame => ({
  signal: 'falling-orders',
  unit: 'share',
  precision: 1,
  // A declared fall of nothing warns of any fall.
  bound: relationshipOf(scope).warnings.fall > 0 ? '≤' : '<',
  cut: -relationshipOf(scope).warnings.fall,
  assumptions: [declared(scope, 'warnings', 'fall')],
});

/** Revenue or number of orders of the last two quarters against the same two of a year before, whichever fell more. */
export const fallingOrders: WarningCheck = (scope, customer) => {
  const frame = scope.of(frameOf);
  const quarters = [previous(scope.period), scope.period];
  const changes = [revenueChange(scope, customer, quarters), orderChange(customer, quarters)].filter(
    change => change !== undefined,
  );
  const [first, ...rest] = changes;
  if (first === undefined)
    return notKnown(frame, 'no-two-years', () => [at(customer.account.source, 'history')]);
  const worst = rest.reduce((low, change) => (change.value < low.value ? change : low), first);
  const { by, value, formula, coverage } = worst;
  return judged(frame, () => worst.inputs, {
    by,
    value,
    formula,
    coverage,
  });
};

const revenueChange = (
  scope: Scope,
  customer: Customer,
  quarters: readonly PeriodId[],
): Change | undefined => {
  if (!isComparable(scope, customer, quarters)) return undefined;
  const now = customerAmount(scope, customer, 'revenue', quarters);
  const before = customerAmount(scope, customer, 'revenue', quarters.map(yearBefore));
  if (now.total === undefined || before.total === undefined) return undefined;
  const value = ratio(now.total.minus(before.total), before.total);
  if (value === undefined) return undefined;
  const sold = totalFrom([now]);
  return changeOf('revenue', value, sold, totalFrom([before], sold.places), {
    n: now.found + before.found,
    of: now.sought + before.sought,
  });
};

/** Only where all the quarters are recorded for everyone who records orders at all. */
const orderChange = ({ members }: Customer, quarters: readonly PeriodId[]): Change | undefined => {
  const recording = members.filter(({ history }) =>
    Object.values(history).some(({ orders }) => orders !== undefined),
  );
  const total = (span: readonly PeriodId[]): number =>
    recording.reduce(
      (sum, { history }) => span.reduce((so, period) => so + (history[period]?.orders ?? Number.NaN), sum),
      0,
    );
  const earlier = quarters.map(yearBefore);
  const [now, before] = [total(quarters), total(earlier)];
  if (recording.length === 0 || Number.isNaN(now) || Number.isNaN(before) || before === 0) return undefined;
  const places = recording.length * quarters.length;
  const stated = (span: readonly PeriodId[], from: number): Stated =>
    withInputs(
      () => recording.flatMap(({ source }) => span.map(period => at(source, 'history', period, 'orders'))),
      { formula: sumBetween(from, from + places) },
    );
  return changeOf('orders', now / before - 1, stated(quarters, 0), stated(earlier, places), {
    n: 2 * places,
    of: 2 * places,
  });
};
