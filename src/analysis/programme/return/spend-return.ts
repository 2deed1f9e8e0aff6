import type { Interval } from '../../../model/figure.ts';
import { between, type PeriodId } from '../../../model/period.ts';
import type { Amount } from '../../amounts.ts';
import type { Scope } from '../../scope.ts';
import { programmeSpend } from '../spend.ts';
import { designation } from './designation.ts';
import { effects, tracks } from './effects.ts';
import { levelOf } from './panel.ts';

/**
 * What the programme brought for what it cost, if the whole difference to the other accounts is its doing. Amounts in
 * reporting currency.
 */
export interface SpendReturn {
  /** From the first designation within the record to the period. */
  readonly periods: readonly PeriodId[];
  readonly spend: Amount;
  /** The designated accounts in the effect, and for how many quarters they were key. */
  readonly bases: readonly { readonly id: string; readonly quarters: number }[];
  /** What they would have brought in these had they stayed at their level before, times the relative effect. */
  readonly attributed?: number;
  readonly attributedInterval?: Interval;
  /** (attributed − spend) ÷ spend. */
  readonly ratio?: number;
  readonly ratioInterval?: Interval;
  /** Designated accounts in the effect, of all key accounts on record. */
  readonly measured: number;
  readonly keyAccounts: number;
}

/** The return on programme spend; spend is taken as known exactly, so that the interval is that of the effect. */
export const spendReturn = (scope: Scope): SpendReturn => {
  const { designated, always } = scope.of(designation);
  const first = designated[0]?.from;
  const periods = first === undefined ? [] : between(first, scope.period);
  const spend = programmeSpend(scope, periods);
  const found = scope.of(effects).find(({ outcome }) => outcome === 'contribution')?.found;
  const known = {
    periods,
    spend,
    bases: [],
    measured: found?.treatedCount ?? 0,
    keyAccounts: designated.length + always.length,
  };
  if (found === undefined) return known;
  const measured = new Set(found.effects.map(({ id }) => id));
  const counted = designated.filter(({ customer }) => measured.has(customer.id));
  const base = counted.reduce(
    (total, { customer, window }) => total + baseOf(scope, customer.id, window.before) * window.after.length,
    0,
  );
  const attributed = base * found.effect;
  const attributedInterval = found.interval && mapped(found.interval, effect => base * effect);
  const cost = spend.total?.toNumber();
  const ratioOf = (amount: number, total: number): number => (amount - total) / total;
  return {
    ...known,
    bases: counted.map(({ customer, window }) => ({ id: customer.id, quarters: window.after.length })),
    attributed,
    ...(attributedInterval === undefined ? {} : { attributedInterval }),
    ...(cost === undefined || cost <= 0
      ? {}
      : {
          ratio: ratioOf(attributed, cost),
          ...(attributedInterval === undefined
            ? {}
            : { ratioInterval: mapped(attributedInterval, amount => ratioOf(amount, cost)) }),
        }),
  };
};

const baseOf = (scope: Scope, id: string, before: readonly PeriodId[]): number => {
  const track = scope.of(tracks).get(id);
  return (track && levelOf(track, 'contribution', before)) ?? 0;
};

/** The interval of a value that rises with another one. */
const mapped = (interval: Interval, change: (value: number) => number): Interval => ({
  ...interval,
  low: change(interval.low),
  high: change(interval.high),
});
