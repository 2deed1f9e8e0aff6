import type { Figure, FigureId, Unavailable, Unit } from '../model/figure.ts';
import type { PeriodId } from '../model/period.ts';
import type { Inputs } from './inputs.ts';

type Rest = Omit<
  Figure,
  'id' | 'value' | 'unavailable' | 'unit' | 'precision' | 'method' | 'period' | 'inputs'
>;

/** What the figures of one method and period share. */
export type FigureMaker = (
  id: FigureId,
  value: number | string | undefined | Unavailable,
  unit: Unit,
  precision: number,
  inputs: Inputs,
  rest?: Rest,
) => Figure;

/**
 * Makes figures of one method. An `undefined` or non-finite value becomes "not available: not recorded"; pass a reason
 * instead to say it better. Negative zero becomes zero.
 */
export const figuresOf =
  (method: string, period: PeriodId): FigureMaker =>
  (id, value, unit, precision, inputs, rest = {}) => {
    const start = { id, ...valueOrReason(value), unit, precision, method, period };
    if (typeof inputs !== 'function') return { ...start, inputs, ...rest };
    return {
      ...start,
      get inputs() {
        return inputs();
      },
      ...rest,
    };
  };

const valueOrReason = (
  value: number | string | undefined | Unavailable,
): Pick<Figure, 'value' | 'unavailable'> => {
  if (typeof value === 'string') return { value };
  if (typeof value === 'object') return { unavailable: value };
  if (value === undefined || !Number.isFinite(value)) return { unavailable: { code: 'not-recorded' } };
  return { value: value === 0 ? 0 : value };
};
