import { sumOf } from '../../model/formula.ts';
import { trailingYear } from '../../model/period.ts';
import type { Row, Series } from '../../model/series.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { withInputs } from '../inputs.ts';
import * as column from '../portfolio/columns.ts';
import { quarterCoverage } from '../portfolio/record.ts';
import type { Scope } from '../scope.ts';
import { countOf, type Measure, unavailable } from './measurement.ts';
import { reviewsHeld } from './reviews.ts';
import { kamSubjects } from './subjects.ts';

const allTogether = sumOf();

/** Hours that our people spent on the customers in the last four quarters, where recorded. */
export const hoursSpent: Measure = (scope, of) => {
  const quarters = hoursOf(scope, of);
  const coverage = quarterCoverage(
    scope,
    of.flatMap(customer => customer.members),
    trailingYear(scope.period),
    ({ history }, period) => history[period]?.hours !== undefined,
  );
  if (quarters.length === 0) return { ...unavailable('no-hours'), coverage };
  const inputs = (): readonly SourceRef[] =>
    hoursOf(scope, of).map(({ source, period }) => at(source, 'history', period, 'hours'));
  return withInputs(inputs, {
    value: quarters.reduce((total, { hours }) => total + hours, 0),
    formula: allTogether,
    coverage,
  });
};

const hoursOf = (scope: Scope, of: readonly Customer[]) => {
  const year = trailingYear(scope.period);
  return of
    .flatMap(customer => customer.members)
    .flatMap(({ history, source }) =>
      year.flatMap(period => {
        const hours = history[period]?.hours;
        return hours === undefined ? [] : [{ hours, source, period }];
      }),
    );
};

/** Business reviews held with the customers in the last four quarters. */
export const reviewCount: Measure = (scope, of) => {
  if (reviewsHeld(scope, []) === undefined) return unavailable('no-reviews-recorded');
  return countOf(of, 'reviews', () => reviewsHeld(scope, of) ?? []);
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
