import type { KpiSettings } from '../../model/kpi.ts';
import { settingsIn } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';

/** KPI settings as declared, or the defaults of the product. */
export const kpiSettingsOf = (scope: Scope): KpiSettings => settingsIn(scope, 'kpis');
