import type { PeriodId } from '../../model/period.ts';
import type { ProgrammePhase } from '../../model/phase.ts';
import type { Scope } from '../scope.ts';
import { type PhaseReading, phaseHistory } from './phase.ts';

/** The quarters in which the programme came back to a phase that it had left for another one. Phases may recur (domain 2.4). */
export const recurrences = (history: readonly PhaseReading[]): ReadonlySet<PeriodId> => {
  const left = new Set<ProgrammePhase>();
  const back = new Set<PeriodId>();
  let last: ProgrammePhase | undefined;
  for (const { period, current } of history) {
    if (current === undefined || current === 'indeterminate') continue;
    if (last !== undefined && last !== current) left.add(last);
    if (last !== current && left.has(current)) back.add(period);
    last = current;
  }
  return back;
};

/** Quarters without interruption in which the programme has been where it is now, up to eight; absent without a phase. */
export const quartersInPhase = (scope: Scope): number | undefined => {
  const history = scope.of(phaseHistory);
  const now = history.at(-1);
  if (now === undefined || now.period !== scope.period) return undefined;
  const others = history.findLastIndex(({ current }) => current !== now.current);
  return history.length - 1 - others;
};
