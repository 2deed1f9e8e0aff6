import type { Assumption } from '../../model/figure.ts';
import { type LifetimeSettings, lifetimeSchema } from '../../model/lifetime.ts';
import { at } from '../../model/source.ts';
import { asOf } from '../as-of.ts';
import { kpiSettingsOf } from '../kpi/settings.ts';
import { assumption } from '../portfolio/assumptions.ts';
import { lastDay } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';

export const defaults = lifetimeSchema.parse({});

/** Settings as declared, or the defaults of the product. */
export const lifetimeSettings = (scope: Scope): LifetimeSettings =>
  scope.workspace.program.lifetime ?? defaults;

/** Last day of which a scope knows something: the date of the data, for an earlier quarter its last day. */
export const knownUntil = (scope: Scope): string =>
  scope.period === scope.workspace.settings.period ? asOf(scope) : lastDay(scope);

type Setting =
  | 'precedence'
  | 'horizon'
  | 'contractGap'
  | 'silent'
  | 'cuts.profit'
  | 'cuts.years'
  | 'near.profit'
  | 'near.years';
type Minimum = 'minimum.renewals' | 'minimum.customers';

/** A setting as an assumption, by its path in `data/program/lifetime.yaml`. */
export const lifetimeAssumption = (scope: Scope, path: Setting | Minimum): Assumption => {
  const file = scope.workspace.program.lifetime;
  const source = file?.source ?? scope.workspace.settings.source;
  const keys = path.split('.');
  return assumption(
    `lifetime.${path}`,
    valueAt(lifetimeSettings(scope), keys),
    valueAt(defaults, keys),
    at(source, ...keys),
  );
};

const valueAt = (settings: LifetimeSettings, keys: readonly string[]): number | string => {
  const value = keys.reduce<unknown>(
    (parent, key) => (typeof parent === 'object' && parent !== null ? Reflect.get(parent, key) : undefined),
    settings,
  );
  if (typeof value === 'number' || typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(', ') : '';
};

/** The yearly discount rate, that of the margin CLV. */
export const discountAssumption = (scope: Scope): Assumption => {
  const { kpis, ...program } = scope.workspace.program;
  const source = kpis?.source ?? program.lifetime?.source ?? scope.workspace.settings.source;
  return assumption('kpis.discountRate', kpiSettingsOf(scope).discountRate, 0.1, at(source, 'discountRate'));
};
