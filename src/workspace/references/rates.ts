import type { Diagnostic } from '../../model/diagnostic.ts';
import { at, type Sourced } from '../../model/source.ts';
import type { WorkspaceSettings } from '../../model/workspace-settings.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import type { Tools } from './tools.ts';

/**
 * Exchange rates against those of the quarter before: no currency doubles or halves without being news. Near parity one that
 * is upside down does not; it lies where the other one would, turned over, and not near it.
 */
export function* checkRates({ settings }: Draft, tools: Tools): Generator<Diagnostic> {
  if (settings === undefined) return;
  for (const currency of Object.keys(settings.rates).sort())
    if (currency === settings.currency)
      yield catalogue.unusedRate(tools.locate(at(settings.source, 'rates', currency), 'key'), currency);
    else yield* checkRow(currency, settings, tools);
}

const apart = (rate: number, other: number): boolean =>
  rate > other * 2 || rate < other / 2 || isUpsideDown(rate, other);

/** A fifth away from the last rate, and within a twentieth of that turned over. */
const isUpsideDown = (rate: number, other: number): boolean =>
  Math.abs(rate / other - 1) > 0.2 && Math.abs(rate * other - 1) < 0.05;

/** The rate after a wrong one is held against the last that was right; the second at a new level is right again. */
function* checkRow(
  currency: string,
  { rates, source }: Sourced<WorkspaceSettings>,
  { locate }: Tools,
): Generator<Diagnostic> {
  const row = Object.entries(rates[currency] ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  let [right, wrong] = [row[0], row[0]];
  for (const [period, rate] of row) {
    if (right === undefined || wrong === undefined) return;
    const isNewLevel = wrong !== right && !apart(rate, wrong[1]);
    if (apart(rate, right[1]) && !isNewLevel) {
      const place = locate(at(source, 'rates', currency, period));
      yield catalogue.implausibleRate(place, currency, rate, right[0], right[1]);
      wrong = [period, rate];
    } else {
      right = [period, rate];
      wrong = right;
    }
  }
}
