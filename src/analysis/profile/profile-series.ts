import type { FigureInput } from '../../model/figure.ts';
import type { Series } from '../../model/series.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import type { PointsProfile } from './fit.ts';
import { type CustomerProfiling, customerProfiling } from './profile.ts';
import { measuresOf } from './profile-figures.ts';
import { profileMeasures } from './validation.ts';
import { valueSource } from './values.ts';

/** Points by field and value, how the profile proved itself, what it says of each prospect and from which fields. */
export const profileSeries = (scope: Scope): readonly Series[] => [
  pointsSeries(scope),
  validationSeries(scope),
  prospectsSeries(scope),
  prospectPointsSeries(scope),
];

const valueColumn = { id: 'fieldValue', kind: 'word' } as const;
const pointsColumn = column.measure('profilePoints', 'score', 0, true);

/** The first row, without a field, holds the starting points. */
const pointsSeries = (scope: Scope): Series => {
  const found = scope.of(customerProfiling);
  const rows = found?.profile === undefined ? [] : pointsRows(found, found.profile);
  return {
    id: 'portfolio.profile.points',
    columns: [
      { id: 'profileField', kind: 'text', absent: 'profile-start' },
      valueColumn,
      column.count('customers'),
      column.count('profitableCustomers'),
      column.share('profitableShare'),
      pointsColumn,
    ],
    rows: rows.map(({ row }) => row),
    get rowInputs() {
      return rows.map(({ inputs }) => inputs);
    },
    inputs: ['portfolio.profile.customers', 'portfolio.profile.profitable'],
  };
};

const pointsRows = (
  { settings, examples }: CustomerProfiling,
  profile: NonNullable<CustomerProfiling['profile']>,
) => {
  const all = examples.filter(({ profitable }) => profitable).length;
  const start = {
    row: {
      profileField: null,
      fieldValue: null,
      customers: examples.length,
      profitableCustomers: all,
      profitableShare: all / examples.length,
      profilePoints: profile.start,
    },
    inputs: ['portfolio.profile.profitable'] as readonly FigureInput[],
  };
  const ofFields = settings.fields.flatMap((field, index) =>
    inOrder(field, profile.fields[index] ?? []).map(({ value, customers, profitable, points }) => ({
      row: {
        profileField: field.name,
        fieldValue: value,
        customers,
        profitableCustomers: profitable,
        profitableShare: profitable / customers,
        profilePoints: points,
      },
      inputs: examples
        .filter(({ values }) => values[index] === value)
        .flatMap(({ id, customer }): readonly FigureInput[] => [
          valueSource(customer.account, field),
          `account.${id}.rationalisation.ratio`,
        ]),
    })),
  );
  return [start, ...ofFields];
};

/** Ranges of numbers as they rise; other values by what they are worth. */
const inOrder = (
  { bands }: CustomerProfiling['settings']['fields'][number],
  values: PointsProfile['fields'][number],
): PointsProfile['fields'][number] =>
  bands === undefined
    ? values.toSorted((a, b) => b.points - a.points)
    : bands.flatMap(({ name }) => values.filter(({ value }) => value === name));

const validationSeries = (scope: Scope): Series => {
  const found = scope.of(customerProfiling);
  const { confidence } = scope.workspace.settings.thresholds;
  const measures = found?.validation === undefined ? undefined : measuresOf(found.validation, confidence);
  return {
    id: 'portfolio.profile.validation',
    columns: [
      column.term('measure', 'profile-measure'),
      column.shows(column.share('value'), 'portfolio.profile.{measure}'),
      column.share('low'),
      column.share('high'),
      column.count('n'),
    ],
    rows:
      measures === undefined
        ? []
        : profileMeasures.map(name => ({
            measure: name,
            value: measures[name].value,
            low: column.orMissing(measures[name].interval?.low),
            high: column.orMissing(measures[name].interval?.high),
            n: measures[name].n,
          })),
    rowInputs: measures === undefined ? [] : profileMeasures.map(name => [`portfolio.profile.${name}`]),
    inputs: profileMeasures.map(name => `portfolio.profile.${name}`),
  };
};

const prospectsSeries = (scope: Scope): Series => {
  const prospects = scope.of(customerProfiling)?.prospects ?? [];
  const own = (name: string): string => `account.{account}.profile.${name}`;
  return {
    id: 'portfolio.profile.prospects',
    columns: [
      column.account,
      column.shows(pointsColumn, own('points')),
      column.shows(column.term('profileClass', 'profile-class'), own('class')),
      column.shows(column.term('recommendation', 'profile-recommendation'), own('recommendation')),
      column.term('recommendationReason', 'profile-reason'),
      column.count('n'),
      column.count('of'),
    ],
    rows: prospects.map(prospect => ({
      account: prospect.customer.id,
      profilePoints: prospect.total,
      profileClass: prospect.resembles,
      recommendation: prospect.recommendation,
      recommendationReason: prospect.reason,
      n: prospect.coverage.n,
      of: prospect.coverage.of,
    })),
    rowInputs: prospects.map(({ customer, inputs }) => [
      ...inputs,
      `account.${customer.id}.profile.recommendation`,
    ]),
    inputs: prospects.map(({ customer }) => `account.${customer.id}.profile.points`),
  };
};

/** `portfolio.profile.prospect-points`: which field gave which points, and how many customers that rests on. */
const prospectPointsSeries = (scope: Scope): Series => {
  const found = scope.of(customerProfiling);
  const rows = (found?.prospects ?? []).flatMap(({ customer, values, points }) =>
    (found?.settings.fields ?? []).map((field, index) => ({
      row: {
        account: customer.id,
        profileField: field.name,
        fieldValue: column.orMissing(values[index]),
        customers:
          found?.profile?.fields[index]?.find(({ value }) => value === values[index])?.customers ?? 0,
        profilePoints: points[index] ?? 0,
      },
      inputs: [valueSource(customer.account, field)],
    })),
  );
  return {
    id: 'portfolio.profile.prospect-points',
    columns: [
      column.account,
      column.text('profileField'),
      valueColumn,
      column.count('customers'),
      pointsColumn,
    ],
    rows: rows.map(({ row }) => row),
    rowInputs: rows.map(({ inputs }) => inputs),
    inputs: (found?.prospects ?? []).map(({ customer }) => `account.${customer.id}.profile.points`),
  };
};
