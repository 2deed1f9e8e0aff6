import type { Unit } from '../../model/figure.ts';
import type { Column } from '../../model/series.ts';
import type { Money } from '../money.ts';
import type { Scope } from '../scope.ts';

export const account: Column = { id: 'account', kind: 'account' };
export const period: Column = { id: 'period', kind: 'period' };
export const flag = (id: string): Column => ({ id, kind: 'flag' });
export const date = (id: string): Column => ({ id, kind: 'date' });
export const person = (id: string): Column => ({ id, kind: 'person' });
export const text = (id: string): Column => ({ id, kind: 'text' });
export const term = (id: string, vocabulary: string): Column => ({ id, kind: 'term', vocabulary });
export const measure = (id: string, unit: Unit, precision: number, signed = false): Column => ({
  id,
  kind: 'measure',
  unit,
  precision,
  ...(signed ? { signed } : {}),
});
export const count = (id: string): Column => measure(id, 'count', 0);
export const share = (id: string): Column => measure(id, 'share', 1);
/** A share in whole percents. */
export const wholeShare = (id: string): Column => measure(id, 'share', 0);
export const days = (id: string): Column => measure(id, 'days', 0);
export const score = (id: string): Column => measure(id, 'score', 1);

/** The unit of amounts in reporting currency. */
export const moneyUnit = (scope: Scope): Unit => `money:${scope.workspace.settings.currency}`;
export const amount = (scope: Scope, id: string, signed = false): Column =>
  measure(id, moneyUnit(scope), 0, signed);

/** A cell of money: the nearest double of the exact amount, or missing. */
export const moneyCell = (value: Money | undefined): number | null => value?.toNumber() ?? null;
export const orMissing = <T>(value: T | undefined): T | null => value ?? null;

/** The column with the figure that each of its cells shows: `shows(share('share'), 'account.{account}.share')`. */
export const shows = (column: Column, figure: string): Column => ({ ...column, figure });
