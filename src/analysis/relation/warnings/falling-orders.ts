import { minus, quotient } from '../../../model/formula.ts';
import { type PeriodId, previous, yearBefore } from '../../../model/period.ts';
import { at } from '../../../model/source.ts';
import { customerAmount } from '../../amounts.ts';
import type { Customer } from '../../customers.ts';
import { type Stated, sumBetween, totalFrom } from '../../formulas.ts';
import { ratio } from '../../money.ts';
import { isComparable } from '../../portfolio/record.ts';
import type { Scope } from '../../scope.ts';
import { declared, relationshipOf } from '../settings.ts';
import { judged, notKnown, type WarningCheck } from './warning.ts';

interface Change extends Stated {
  readonly value: number;
}

/** (First − second) ÷ second. */
const changeFrom = (now: Stated, before: Stated): Stated => ({
  inputs: [...now.inputs, ...before.inputs],
  formula: quotient(minus(now.formula, before.formula), before.formula),
});

/** Revenue or number of orders of the last two quarters against the same two of a year before, whichever fell more. */
export const fallingOrders: WarningCheck = (scope, customer) => {
  const { fall } = relationshipOf(scope).warnings;
  const frame = {
    signal: 'falling-orders',
    unit: 'share',
    precision: 1,
    cut: -fall,
    assumptions: [declared(scope, 'warnings', 'fall')],
  } as const;
  const quarters = [previous(scope.period), scope.period];
  const changes = [revenueChange(scope, customer, quarters), orderChange(customer, quarters)].filter(
    change => change !== undefined,
  );
  const [first, ...rest] = changes;
  if (first === undefined) return notKnown(frame, 'no-two-years', [at(customer.account.source, 'history')]);
  const worst = rest.reduce((low, change) => (change.value < low.value ? change : low), first);
  return judged(frame, { ...worst, raised: fall > 0 ? worst.value <= -fall : worst.value < 0 });
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
  return { value, ...changeFrom(totalFrom([now]), totalFrom([before], now.inputs.length)) };
};

/** Only where all the quarters are recorded for everyone who records orders at all. */
const orderChange = ({ members }: Customer, quarters: readonly PeriodId[]): Change | undefined => {
  const recording = members.filter(({ history }) =>
    Object.values(history).some(({ orders }) => orders !== undefined),
  );
  const [now, before] = [quarters, quarters.map(yearBefore)].map(span =>
    recording.flatMap(({ history, source }) =>
      span.map(period => ({
        orders: history[period]?.orders,
        source: at(source, 'history', period, 'orders'),
      })),
    ),
  );
  if (now === undefined || before === undefined) return undefined;
  const all = [...now, ...before];
  if (all.length === 0 || all.some(({ orders }) => orders === undefined)) return undefined;
  const total = (some: typeof now): number => some.reduce((sum, { orders = 0 }) => sum + orders, 0);
  if (total(before) === 0) return undefined;
  const stated = (some: typeof now, from: number): Stated => ({
    inputs: some.map(({ source }) => source),
    formula: sumBetween(from, from + some.length),
  });
  return {
    value: total(now) / total(before) - 1,
    ...changeFrom(stated(now, 0), stated(before, now.length)),
  };
};
