import { type KpiSettings, kpiSettingsSchema } from '../../model/kpi.ts';
import type { Scope } from '../scope.ts';

const defaults = kpiSettingsSchema.parse({});

/** KPI settings as declared, or the defaults of the product. */
export const kpiSettingsOf = (scope: Scope): KpiSettings => scope.workspace.program.kpis ?? defaults;
