import { between, type PeriodId, shift, yearBefore, yearOf } from '../../model/period.ts';
import type { Series } from '../../model/series.ts';
import type { SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { type Amount, amountOf } from '../amounts.ts';
import type { Money } from '../money.ts';
import type { Scope } from '../scope.ts';
import { trailOf } from '../spans.ts';
import * as column from './columns.ts';

/** One quarter of the record: what was sold, a year earlier, what was planned, and what is expected of quarters to come. */
export interface QuarterRow {
  readonly period: PeriodId;
  readonly actual?: Money;
  readonly prior?: Money;
  readonly plan?: Money;
  readonly forecast?: Money;
  /** Where all of them stand. */
  readonly inputs: readonly SourceRef[];
}

/**
 * The last eight quarters, from the first that is recorded, and the quarters left of the fiscal year that have a plan
 * or a forecast. Nothing recorded after the period counts as actual.
 */
export const quarterRows = (scope: Scope, accounts: readonly Account[]): readonly QuarterRow[] => {
  const past = trailOf(scope.period).map(period => quarterRow(scope, accounts, period));
  const first = past.findIndex(row => row.actual !== undefined || row.plan !== undefined);
  const future = between(shift(scope.period, 1), `${yearOf(scope.period)}-Q4`)
    .map(period => quarterRow(scope, accounts, period))
    .filter(row => row.plan !== undefined || row.forecast !== undefined);
  return [...(first < 0 ? [] : past.slice(first)), ...future];
};

const quarterRow = (scope: Scope, accounts: readonly Account[], period: PeriodId): QuarterRow => {
  const isPast = period <= scope.period;
  const amounts: Partial<Record<Exclude<keyof QuarterRow, 'period' | 'inputs'>, Amount>> = {
    ...(isPast ? { actual: amountOf(scope, accounts, 'revenue', [period]) } : {}),
    prior: amountOf(scope, accounts, 'revenue', [yearBefore(period)]),
    plan: amountOf(scope, accounts, 'plan', [period]),
    ...(isPast ? {} : { forecast: amountOf(scope, accounts, 'forecast', [period]) }),
  };
  return {
    period,
    ...Object.fromEntries(
      Object.entries(amounts).flatMap(([name, { total }]) => (total === undefined ? [] : [[name, total]])),
    ),
    get inputs() {
      return Object.values(amounts).flatMap(({ inputs }) => inputs);
    },
  };
};

/** The quarters of some accounts as a series of columns period, actual, prior, plan, forecast. */
export const quarterSeries = (scope: Scope, id: string, accounts: readonly Account[]): Series => {
  const rows = quarterRows(scope, accounts);
  const periods = rows.map(row => row.period);
  return {
    id,
    columns: [
      column.period,
      ...['actual', 'prior', 'plan', 'forecast'].map(name => column.amount(scope, name)),
    ],
    rows: rows.map(({ period, actual, prior, plan, forecast }) => ({
      period,
      actual: column.moneyCell(actual),
      prior: column.moneyCell(prior),
      plan: column.moneyCell(plan),
      forecast: column.moneyCell(forecast),
    })),
    get rowInputs() {
      return rows.map(({ inputs }) => inputs);
    },
    get inputs() {
      return (['revenue', 'plan', 'forecast'] as const).flatMap(
        field => amountOf(scope, accounts, field, periods).inputs,
      );
    },
  };
};
