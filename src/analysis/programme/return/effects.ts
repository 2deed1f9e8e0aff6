import { between } from '../../../model/period.ts';
import type { Customer } from '../../customers.ts';
import type { Scope } from '../../scope.ts';
import { type Designated, designation, trendWindow } from './designation.ts';
import {
  type Comparison,
  type DifferenceInDifferences,
  differenceInDifferences,
} from './difference-in-differences.ts';
import {
  type Change,
  changeOf,
  type ReturnOutcome,
  returnOutcomes,
  type Track,
  trackOf,
  type Window,
} from './panel.ts';

/** What designation changed in one outcome, and what was different already before. */
export interface Effect {
  readonly outcome: ReturnOutcome;
  readonly found?: DifferenceInDifferences;
  /** The same comparison within the quarters before designation. */
  readonly trend?: DifferenceInDifferences;
}

/** Tracks of the designated customers, by id. */
export const tracks = (scope: Scope): ReadonlyMap<string, Track> =>
  new Map(
    tracksOf(
      scope,
      scope.of(designation).designated.map(({ customer }) => customer),
    ).map(track => [track.customer.id, track]),
  );

const tracksOf = (scope: Scope, of: readonly Customer[]): readonly Track[] => {
  const { recordStart } = scope.of(designation);
  if (recordStart === undefined) return [];
  const periods = between(recordStart, scope.period);
  return of.map(customer => trackOf(scope, customer, periods));
};

/** Effects by outcome, in the order of `returnOutcomes`. */
export const effects = (scope: Scope): readonly Effect[] => {
  // As many as the portfolio has customers, and wanted by nobody else: they go when the effects are known.
  const never = tracksOf(scope, scope.of(designation).never);
  return returnOutcomes.map(outcome => {
    const found = compared(scope, never, outcome, window => window);
    const trend = compared(scope, never, outcome, trendWindow);
    return {
      outcome,
      ...(found === undefined ? {} : { found }),
      ...(trend === undefined ? {} : { trend }),
    };
  });
};

const compared = (
  scope: Scope,
  never: readonly Track[],
  outcome: ReturnOutcome,
  part: (window: Window) => Window | undefined,
): DifferenceInDifferences | undefined => {
  const { designated } = scope.of(designation);
  const known = scope.of(tracks);
  const changes = new Map<string, ReadonlyMap<string, Change>>();
  const comparisons = designated.flatMap(({ customer, window: whole }: Designated): readonly Comparison[] => {
    const window = part(whole);
    const track = known.get(customer.id);
    const treated = window && track && changeOf(track, outcome, window);
    if (window === undefined || treated === undefined) return [];
    const key = [...window.before, '|', ...window.after].join(' ');
    const controls = changes.get(key) ?? controlChanges(never, outcome, window);
    changes.set(key, controls);
    return [{ id: customer.id, treated, controls }];
  });
  return differenceInDifferences(comparisons, scope.workspace.settings.thresholds.confidence);
};

const controlChanges = (
  never: readonly Track[],
  outcome: ReturnOutcome,
  window: Window,
): ReadonlyMap<string, Change> =>
  new Map(
    never.flatMap(track => {
      const change = changeOf(track, outcome, window);
      return change === undefined ? [] : [[track.customer.id, change] as const];
    }),
  );
