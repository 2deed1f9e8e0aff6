import type { Row, Series } from '../../model/series.ts';
import { type Money, ratio, zero } from '../money.ts';
import type { Scope } from '../scope.ts';
import * as column from './columns.ts';
import { type CustomerRevenue, growthOfRows, portfolioRevenue, shareOf } from './revenue.ts';

/** `portfolio.customers`: every customer by revenue; one without recorded revenue has no rank. */
export const customerSeries = (scope: Scope): Series => {
  const { rows, base } = scope.of(portfolioRevenue);
  return {
    id: 'portfolio.customers',
    columns: [
      column.count('rank'),
      column.account,
      { id: 'industry', kind: 'word' },
      column.flag('key'),
      column.shows(column.amount(scope, 'revenue'), 'account.{account}.revenue'),
      column.shows(column.amount(scope, 'prior'), 'account.{account}.revenue-prior'),
      column.amount(scope, 'change', true),
      column.shows(column.measure('changeRatio', 'share', 1, true), 'account.{account}.revenue-change'),
      column.shows(column.share('share'), 'account.{account}.share'),
      column.share('cumulative'),
    ],
    rows: withCumulative(rows, base),
    // The rank and the cumulative share rest on the row above, too.
    get rowInputs() {
      return rows.map(({ customer: { id } }, index) => [
        `account.${id}.revenue`,
        `account.${id}.revenue-prior`,
        ...rows.slice(Math.max(0, index - 1), index).map(above => `account.${above.customer.id}.share`),
        'portfolio.revenue.positive',
      ]);
    },
    get inputs() {
      return rows.flatMap(({ customer: { id } }) => [`account.${id}.revenue`, `account.${id}.revenue-prior`]);
    },
  };
};

const withCumulative = (rows: readonly CustomerRevenue[], base: Money): Row[] => {
  let cumulative = zero;
  return rows.map((row, index) => {
    const current = row.current.total;
    if (current?.greaterThan(0)) cumulative = cumulative.plus(current);
    return {
      ...customerRow(row, base),
      rank: current === undefined ? null : index + 1,
      cumulative: current?.greaterThan(0) ? column.orMissing(ratio(cumulative, base)) : null,
    };
  });
};

const customerRow = (row: CustomerRevenue, base: Money): Row => {
  const { customer, key, current, prior, comparable } = row;
  return {
    account: customer.id,
    industry: column.orMissing(customer.account.industry),
    key,
    revenue: column.moneyCell(current.total),
    prior: column.moneyCell(prior.total),
    change: comparable ? column.moneyCell(changeOf(current.total, prior.total)) : null,
    changeRatio: column.orMissing(growthOfRows([row])),
    share: column.orMissing(shareOf(current.total, base)),
  };
};

// New business is a change from nothing; revenue that is not recorded is no change at all.
const changeOf = (current: Money | undefined, prior: Money | undefined): Money | undefined =>
  current === undefined ? undefined : current.minus(prior ?? zero);
