import { customers } from '../../../../src/analysis/customers.ts';
import { kpiDefinitions } from '../../../../src/analysis/kpi/definitions.ts';
import { indicators } from '../../../../src/analysis/kpi/indicators.ts';
import type { Measurement } from '../../../../src/analysis/kpi/measurement.ts';
import { createScope, type Scope } from '../../../../src/analysis/scope.ts';
import type { KpiId } from '../../../../src/model/kpi.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';

export type Accounts = NonNullable<WorkspaceInput['accounts']>;

export const scopeOf = (input: WorkspaceInput, period = '2026-Q3'): Scope =>
  createScope(workspaceOf(input), period);

/** A KPI of the whole portfolio. */
export const measure = (kpi: KpiId, input: WorkspaceInput, period?: string): Measurement => {
  const scope = scopeOf(input, period);
  return kpiDefinitions[kpi].measure(scope, scope.of(customers));
};

/** An indicator of the whole portfolio, by the end of its figure's id: `interaction.inbound`. */
export const indicate = (id: string, input: WorkspaceInput, period?: string): Measurement => {
  const found = indicators.find(({ kpi, name }) => `${kpi}.${name}` === id);
  if (found === undefined) throw new Error(`There is no indicator ${id}`);
  const scope = scopeOf(input, period);
  return found.measure(scope, scope.of(customers));
};
