import type { Row, Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import type { Account, Workspace } from '../../model/workspace.ts';
import { keyCustomers } from '../customers.ts';
import * as column from '../portfolio/columns.ts';
import { compareBudget } from '../programme/budget.ts';
import { accountEntries, sharedEntries } from '../programme/spend.ts';
import type { Scope } from '../scope.ts';
import { currentSpan, trailOf } from '../spans.ts';
import { kamLoads } from './load.ts';
import { type Part, partsOf, sharedParts, totalFullTime } from './people.ts';
import { budgetByKind } from './programme-figures.ts';
import { effortById, investments, resourceShares } from './shares.ts';
import { shareMeasures } from './worth.ts';

const { orMissing, moneyCell, person, shows } = column;

/** `programme.resources`: what each key account gets against what it is worth, by id. */
export const shareSeries = (scope: Scope): Series => {
  const rows = scope.of(resourceShares);
  const figure = (name: string): string => `account.{account}.resources.${name}`;
  return {
    id: 'programme.resources.shares',
    columns: [
      column.account,
      shows(column.share('hoursShare'), figure('hours-share')),
      shows(column.amount(scope, 'money'), figure('actual')),
      shows(column.share('moneyShare'), figure('money-share')),
      shows(column.share('resourceShare'), figure('share')),
      ...shareMeasures.flatMap(measure => [
        shows(column.share(`${measure}Share`), figure(`worth.${measure}`)),
        shows(column.measure(`${measure}Ratio`, 'index', 2), figure(`ratio.${measure}`)),
      ]),
      shows(column.measure('hoursRatio', 'index', 2), 'account.{account}.effort.ratio'),
      // The one verdict that every page gives, by hours alone where money is still to be booked.
      shows(column.term('investment', 'investment'), 'account.{account}.effort.verdict'),
    ],
    rows: rows.map(row => ({
      account: row.customer.id,
      hoursShare: orMissing(row.hoursShare),
      money: moneyCell(row.money.total),
      moneyShare: orMissing(row.moneyShare),
      resourceShare: orMissing(row.share),
      ...Object.fromEntries(
        shareMeasures.flatMap(measure => [
          [`${measure}Share`, orMissing(row.worth[measure])],
          [`${measure}Ratio`, orMissing(row.ratios[measure])],
        ]),
      ),
      hoursRatio: orMissing(scope.of(effortById).get(row.customer.id)?.ratio),
      investment: orMissing(scope.of(investments).get(row.customer.id)),
    })),
    inputs: rows.map(({ customer }) => `account.${customer.id}.resources.share`),
  };
};

/** `programme.resources.kinds`: budget against actual by kind. */
export const kindSeries = (scope: Scope): Series => {
  const rows = scope.of(budgetByKind);
  const figure = (name: string): string => `programme.resources.kind.{spendKind}.${name}`;
  return {
    id: 'programme.resources.kinds',
    columns: [
      column.term('spendKind', 'spend-kind'),
      shows(column.amount(scope, 'budget'), figure('budget')),
      shows(column.amount(scope, 'actual'), figure('actual')),
      shows(column.amount(scope, 'variance', true), figure('variance')),
      shows(column.measure('varianceShare', 'share', 1, true), figure('variance-share')),
      shows(column.amount(scope, 'unbudgeted'), figure('unbudgeted')),
      shows(column.amount(scope, 'unbooked'), figure('unbooked')),
    ],
    rows: rows.map(row => ({
      spendKind: row.kind,
      budget: moneyCell(row.budget.total),
      actual: moneyCell(row.actual.total),
      variance: moneyCell(row.variance),
      varianceShare: orMissing(row.varianceShare),
      unbudgeted: row.unbudgeted.total?.toNumber() ?? 0,
      unbooked: row.unbooked.total?.toNumber() ?? 0,
    })),
    inputs: rows.map(({ kind }) => `programme.resources.kind.${kind}.actual`),
  };
};

/** `programme.resources.quarters`: budget and actual of the last eight quarters that have an entry. */
export const quarterSeries = (scope: Scope): Series => {
  const found = trailOf(scope.period).flatMap(period => {
    const entries = [
      ...sharedEntries(scope, [period]),
      ...accountEntries(scope, scope.workspace.accounts, [period]),
    ];
    return entries.length === 0 ? [] : [{ period, ...compareBudget(entries) }];
  });
  return {
    id: 'programme.resources.quarters',
    columns: [
      column.period,
      column.amount(scope, 'budget'),
      column.amount(scope, 'actual'),
      column.amount(scope, 'variance', true),
    ],
    rows: found.map(({ period, budget, actual, variance }) => ({
      period,
      budget: moneyCell(budget.total),
      actual: moneyCell(actual.total),
      variance: moneyCell(variance),
    })),
    inputs: [],
    rowInputs: found.map(({ budget, actual }) => [...budget.inputs, ...actual.inputs]),
  };
};

const partRow = (scope: Scope, { assignment, account, hours, fte }: Part): Row => ({
  employee: assignment.person,
  account: account?.id ?? null,
  task: assignment.role ?? personOf(scope, assignment.person)?.title ?? null,
  hours: orMissing(hours),
  fte: orMissing(fte),
});

const personOf = (scope: Scope, id: string): Workspace['people'][number] | undefined =>
  scope.workspace.people.find(one => one.id === id);

/** `programme.resources.people`: who works for the programme and its accounts, in the order of the files. */
export const peopleSeries = (scope: Scope): Series => {
  const parts = [...sharedParts(scope), ...partsOf(scope, scope.workspace.accounts)];
  return {
    id: 'programme.resources.people',
    columns: [
      person('employee'),
      { id: 'account', kind: 'account', absent: 'whole-programme' },
      column.text('task'),
      column.count('hours'),
      column.measure('fte', 'index', 2),
    ],
    rows: parts.map(part => partRow(scope, part)),
    inputs: [],
    rowInputs: parts.map(({ source }) => [source]),
  };
};

/** `programme.resources.assignments`: who stands behind each key account. */
export const assignmentSeries = (scope: Scope): Series => {
  const rows = keyCustomers(scope).map(customer => ({ customer, parts: partsOf(scope, customer.members) }));
  const needs = new Map(
    scope.of(kamLoads).flatMap(({ needs: own }) => own.map(({ customer, hours }) => [customer.id, hours])),
  );
  return {
    id: 'programme.resources.assignments',
    columns: [
      column.account,
      person('manager'),
      person('sponsor'),
      shows(column.count('people'), 'account.{account}.resources.people'),
      shows(column.measure('fte', 'index', 2), 'account.{account}.resources.fte'),
      column.count('hoursNeeded'),
      ...['budget', 'actual'].map(name =>
        shows(column.amount(scope, name), `account.{account}.resources.${name}`),
      ),
      shows(column.amount(scope, 'variance', true), 'account.{account}.resources.variance'),
    ],
    rows: rows.map(({ customer: { id, account, members }, parts }) => ({
      account: id,
      manager: orMissing(account.manager),
      sponsor: orMissing(account.sponsor),
      people: parts.length === 0 ? null : new Set(parts.map(({ assignment }) => assignment.person)).size,
      fte: orMissing(totalFullTime(parts)),
      hoursNeeded: orMissing(needs.get(id)),
      ...moneyOf(scope, members),
    })),
    inputs: [],
    rowInputs: rows.map(({ customer: { account }, parts }) => [
      at(account.source, 'manager'),
      at(account.source, 'sponsor'),
      at(account.source, 'resources', 'need'),
      ...parts.map(({ source }) => source),
    ]),
  };
};

/** Budget and actual of the span, as the figures of the account have them. */
const moneyOf = (scope: Scope, members: readonly Account[]): Row => {
  const { budget, actual, variance } = compareBudget(accountEntries(scope, members, currentSpan(scope)));
  return { budget: moneyCell(budget.total), actual: moneyCell(actual.total), variance: moneyCell(variance) };
};

/** `programme.resources.technology`: what systems the programme and its accounts have, in the order of the files. */
export const technologySeries = (scope: Scope): Series => {
  const { accounts, program } = scope.workspace;
  const shared = program.resources;
  const found = [
    ...(shared?.technology ?? []).map((one, index) => ({
      one,
      account: null,
      source: at(shared?.source ?? scope.workspace.settings.source, 'technology', index),
    })),
    ...accounts.flatMap(account =>
      (account.resources?.technology ?? []).map((one, index) => ({
        one,
        account: account.id,
        source: at(account.source, 'resources', 'technology', index),
      })),
    ),
  ];
  return {
    id: 'programme.resources.technology',
    columns: [
      column.text('technology'),
      { id: 'account', kind: 'account', absent: 'whole-programme' },
      column.term('technologyState', 'technology'),
      { id: 'inUseSince', kind: 'date' },
    ],
    rows: found.map(({ one, account }) => ({
      technology: one.name,
      account,
      technologyState: one.state,
      inUseSince: one.since ?? null,
    })),
    inputs: [],
    rowInputs: found.map(({ source }) => [source]),
  };
};
