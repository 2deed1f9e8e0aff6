import { type Amount, customerAmount } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { type Money, sum } from '../money.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { type ConcentrationAfter, concentrationWithout } from './concentration.ts';
import { portfolioRevenue, shareOf } from './revenue.ts';

/** The portfolio as it would be without one key account; nothing else is assumed to change. */
export interface LossScenario {
  readonly customer: Customer;
  readonly revenue?: Money;
  readonly revenueAfter?: Money;
  /** Share of the positive revenue that would go. */
  readonly revenueDrop?: number;
  /** Contribution margin of the account, before cost to serve. */
  readonly margin?: Amount;
  readonly marginAfter?: Money;
  readonly after?: ConcentrationAfter;
}

/** Contribution margin of each customer of the portfolio in the span, before cost to serve. */
export const margins = (scope: Scope): ReadonlyMap<string, Amount> =>
  new Map(
    scope
      .of(portfolioRevenue)
      .rows.map(({ customer }) => [
        customer.id,
        customerAmount(scope, customer, 'margin', currentSpan(scope)),
      ]),
  );

/** One scenario per key account, by its revenue. */
export const lossScenarios = (scope: Scope): readonly LossScenario[] => {
  const { rows, total, base } = scope.of(portfolioRevenue);
  const known = scope.of(margins);
  const wholeMargin = sum([...known.values()].flatMap(margin => margin.total ?? []));
  return rows
    .filter(row => row.key)
    .map(({ customer, current }) => {
      const margin = known.get(customer.id);
      const after = concentrationWithout(scope, customer.id);
      const drop = shareOf(current.total, base);
      return {
        customer,
        ...(current.total === undefined || total === undefined
          ? {}
          : { revenue: current.total, revenueAfter: total.minus(current.total) }),
        ...(drop === undefined ? {} : { revenueDrop: drop }),
        ...(margin?.total === undefined ? {} : { margin, marginAfter: wholeMargin.minus(margin.total) }),
        ...(after === undefined ? {} : { after }),
      };
    });
};
