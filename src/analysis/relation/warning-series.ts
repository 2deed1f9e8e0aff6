import type { FigureInput } from '../../model/figure.ts';
import type { Series } from '../../model/series.ts';
import type { Customer } from '../customers.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { accountsAtRisk } from './at-risk.ts';
import { shownWarnings } from './warning-figures.ts';
import { warningsOf } from './warnings/index.ts';
import type { Warning } from './warnings/warning.ts';

/** The signals of one account, where they are shown. */
export const accountWarningSeries = (scope: Scope, account: string): Series[] => {
  const warned = shownWarnings(scope, account);
  return warned === undefined ? [] : [warningSeries(warned.customer, warningsOf(scope, warned.customer))];
};

/** `account.<id>.warnings`: each signal with what was found and where it begins to be one. */
const warningSeries = (customer: Customer, warnings: readonly Warning[]): Series => ({
  id: `account.${customer.id}.warnings`,
  columns: [
    column.account,
    column.term('signal', 'warning-measured'),
    column.term('measuredSignal', 'warning-measured'),
    column.shows(column.measure('found', 'index', 0, false), 'account.{account}.risk.{signal}'),
    column.measure('warnsFrom', 'index', 0, false),
    column.term('state', 'warning-state'),
    column.text('unit'),
    column.count('precision'),
  ],
  rows: warnings.map(({ signal, by, value, bound, cut, state, underWay, unit, precision }) => ({
    account: customer.id,
    signal,
    measuredSignal: measuredBy(signal, by, underWay),
    found: column.orMissing(value),
    warnsFrom: cut,
    warnsFromBound: bound,
    // Clear without a value: nothing ends that nothing follows.
    state: state === 'clear' && (value === undefined || underWay === true) ? 'followed' : state,
    unit,
    precision,
  })),
  // What was found, and where the workspace says from when on it warns.
  rowInputs: warnings.map(({ signal, assumptions }): FigureInput[] => [
    `account.${customer.id}.risk.${signal}`,
    ...assumptions.flatMap(({ source }) => source ?? []),
  ]),
  inputs: warnings.map(({ signal }) => `account.${customer.id}.risk.${signal}`),
});

/** Which of two things fell, and whether a renewal is under way, is read off the name. */
const measuredBy = (signal: Warning['signal'], by: Warning['by'], underWay: Warning['underWay']): string => {
  if (underWay === true) return `${signal}-under-way`;
  return by === undefined ? signal : `falling-${by}-alone`;
};

/** `portfolio.at-risk`: who may leave, with what would go, why, who answers for it, the plan and when it is looked at. */
export const atRiskSeries = (scope: Scope): Series => {
  const listed = scope.of(accountsAtRisk);
  return {
    id: 'portfolio.at-risk',
    columns: [
      column.account,
      column.shows(column.amount(scope, 'atStake'), 'account.{account}.risk.revenue-at-stake'),
      column.shows(column.count('warningCount'), 'account.{account}.risk.signals'),
      column.count('of'),
      { id: 'warnings', kind: 'terms', vocabulary: 'warning' },
      column.text('cause'),
      column.text('plan'),
      { id: 'owner', kind: 'person' },
      { id: 'checkpoint', kind: 'date' },
      column.term('origin', 'at-risk-origin'),
    ],
    rows: listed.map(({ customer, warned, revenue, cause, plan, owner, checkpoint, origin }) => ({
      account: customer.id,
      atStake: column.moneyCell(revenue.total),
      warningCount: warned.known === 0 ? null : warned.raised.length,
      of: warned.known,
      warnings: warned.raised.length === 0 ? null : warned.raised.join(' '),
      cause: column.orMissing(cause),
      plan: column.orMissing(plan),
      owner: column.orMissing(owner),
      checkpoint: column.orMissing(checkpoint),
      origin,
    })),
    get rowInputs() {
      return listed.map(({ customer, inputs }) => [
        ...inputs,
        `account.${customer.id}.risk.signals`,
        `account.${customer.id}.risk.revenue-at-stake`,
      ]);
    },
    get inputs() {
      return listed.map(({ customer }) => `account.${customer.id}.risk.signals`);
    },
  };
};
