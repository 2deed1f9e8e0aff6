import type { Unit } from '../../model/figure.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';

/** How a row of measures in different units prints. */
export interface Scale {
  readonly unit: Unit;
  readonly precision: number;
  /** Divisor of its values. */
  readonly by: number;
}

const million = 1e6;

/** Money stands in millions, so that no cell holds more than four digits; its figure keeps the exact amount. */
export const scaleOf = (
  scope: Scope,
  { unit, precision }: { readonly unit: Unit | 'money'; readonly precision: number },
  value: number | undefined,
): Scale => {
  if (unit !== 'money' && unit !== moneyUnit(scope)) return { unit, precision, by: 1 };
  const size = Math.abs(value ?? 0) / million;
  return { unit: 'index', precision: size >= 100 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : 3, by: million };
};

export const scaled = (value: number | undefined, { by }: Scale): number | null =>
  value === undefined ? null : value / by;

/** Where a scaled cell shows its figure unchanged, its id, so that the cell may name it. */
export const shownAs = (figure: string, { by }: Scale): string | null => (by === 1 ? figure : null);
