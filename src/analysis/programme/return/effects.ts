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

/** Tracks of everyone that is compared, by id of the customer. */
export const tracks = (scope: Scope): ReadonlyMap<string, Track> => {
  const { recordStart, designated, never } = scope.of(designation);
  if (recordStart === undefined) return new Map();
  const periods = between(recordStart, scope.period);
  const all: readonly Customer[] = [...designated.map(({ customer }) => customer), ...never];
  return new Map(all.map(customer => [customer.id, trackOf(scope, customer, periods)]));
};

/** Effects by outcome, in the order of `returnOutcomes`. */
export const effects = (scope: Scope): readonly Effect[] =>
  returnOutcomes.map(outcome => {
    const found = compared(scope, outcome, window => window);
    const trend = compared(scope, outcome, trendWindow);
    return {
      outcome,
      ...(found === undefined ? {} : { found }),
      ...(trend === undefined ? {} : { trend }),
    };
  });

const compared = (
  scope: Scope,
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
    const controls = changes.get(key) ?? controlChanges(scope, outcome, window);
    changes.set(key, controls);
    return [{ id: customer.id, treated, controls }];
  });
  return differenceInDifferences(comparisons, scope.workspace.settings.thresholds.confidence);
};

const controlChanges = (
  scope: Scope,
  outcome: ReturnOutcome,
  window: Window,
): ReadonlyMap<string, Change> => {
  const known = scope.of(tracks);
  return new Map(
    scope.of(designation).never.flatMap(({ id }) => {
      const track = known.get(id);
      const change = track && changeOf(track, outcome, window);
      return change === undefined ? [] : [[id, change] as const];
    }),
  );
};
