import type { AdoptionStage } from '../../model/adoption.ts';
import type { TargetCell } from '../../model/congruence.ts';
import type { PeriodId } from '../../model/period.ts';
import type { Scope } from '../scope.ts';

/** Whether the stage had begun by the end of the quarter. */
export const hasBegun = ({ actual }: AdoptionStage, period: PeriodId): boolean =>
  actual !== undefined && actual.start <= period;

/** Its last quarter, where it had ended by the end of `period`. */
export const endedIn = ({ actual }: AdoptionStage, period: PeriodId): PeriodId | undefined =>
  actual?.end !== undefined && actual.end <= period ? actual.end : undefined;

/** The cell to which the last stage that has begun leads; undefined where none has. */
export const destination = ({ workspace, period }: Scope): TargetCell | undefined =>
  workspace.program.adoption?.stages.filter(stage => hasBegun(stage, period)).at(-1)?.to;

/** From one cell to another, as a code: `D-B`. */
export const stepOf = ({ from, to }: AdoptionStage): string => `${from}-${to}`;
