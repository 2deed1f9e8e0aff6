import type { Assumption } from '../../model/figure.ts';
import type { LifetimeSettings } from '../../model/lifetime.ts';
import { setting, settingsIn } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';

/** Settings as declared, or the defaults of the product. */
export const lifetimeSettings = (scope: Scope): LifetimeSettings => settingsIn(scope, 'lifetime');

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
export const lifetimeAssumption = (scope: Scope, path: Setting | Minimum): Assumption =>
  setting(scope, 'lifetime', ...path.split('.'));

/** The yearly discount rate, that of the margin CLV. */
export const discountAssumption = (scope: Scope): Assumption => setting(scope, 'kpis', 'discountRate');
