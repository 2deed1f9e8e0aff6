import { sumOf } from '../../model/formula.ts';
import { trailingYear } from '../../model/period.ts';
import type { Row, Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { countOf, type Measure, unavailable } from './measurement.ts';
import { reviewsHeld } from './reviews.ts';
import { kamSubjects } from './subjects.ts';

const allTogether = sumOf();

/** Hours that our people spent on the customers in the last four quarters, where recorded. */
export const hoursSpent: Measure = (scope, of) => {
  const quarters = of
    .flatMap(customer => customer.members)
    .flatMap(({ history, source }) =>
      trailingYear(scope.period).flatMap(period => {
        const hours = history[period]?.hours;
        return hours === undefined ? [] : [{ hours, source, period }];
      }),
    );
  if (quarters.length === 0) return unavailable('no-hours');
  return {
    value: quarters.reduce((total, { hours }) => total + hours, 0),
    get inputs() {
      return quarters.map(({ source, period }) => at(source, 'history', period, 'hours'));
    },
    formula: allTogether,
  };
};

/** Business reviews held with the customers in the last four quarters. */
export const reviewCount: Measure = (scope, of) => {
  const held = reviewsHeld(scope, of);
  if (held === undefined) return unavailable('no-reviews-recorded');
  return countOf(of, 'reviews', held);
};

const inputs = {
  hours: 'customer-outcomes.hours',
  outbound: 'interaction.outbound',
  reviews: 'customer-outcomes.reviews',
} as const;
const outputs = {
  goalsDue: 'customer-outcomes.due',
  'customer-outcomes': 'customer-outcomes',
  serviceMet: 'organic-growth.service-met',
  'net-revenue-retention': 'net-revenue-retention',
} as const;

/** `kpi.inputs-outputs`: what each key account manager puts in, beside what comes out for the customers (domain 4.4). */
export const inputOutputSeries = (
  scope: Scope,
  measures: Readonly<Record<keyof typeof inputs | keyof typeof outputs, Measure>>,
): Series => {
  const subjects = scope.of(kamSubjects);
  const shown = (name: keyof typeof inputs | keyof typeof outputs): string =>
    `kam.{person}.kpi.${{ ...inputs, ...outputs }[name]}`;
  const names = Object.keys(measures) as (keyof typeof measures)[];
  const share = new Set(['customer-outcomes', 'serviceMet', 'net-revenue-retention']);
  return {
    id: 'kpi.inputs-outputs',
    columns: [
      { id: 'person', kind: 'person' },
      ...names.map(name =>
        column.shows(share.has(name) ? column.share(name) : column.count(name), shown(name)),
      ),
    ],
    rows: subjects.map(
      ({ person, customers }): Row => ({
        person,
        ...Object.fromEntries(
          names.map(name => [name, column.orMissing(measures[name](scope, customers).value)]),
        ),
      }),
    ),
    inputs: subjects.flatMap(({ prefix }) =>
      Object.values({ ...inputs, ...outputs }).map(id => `${prefix}.kpi.${id}`),
    ),
  };
};
