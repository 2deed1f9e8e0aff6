import type { AdoptionStage } from '../../model/adoption.ts';
import type { FigureInput } from '../../model/figure.ts';
import { compareIds } from '../../model/order.ts';
import type { PeriodId } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { keyCustomers } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { trailOf } from '../spans.ts';
import { type CriterionReading, criterionReading } from './adoption-criteria.ts';
import { type HypothesisReading, hypothesisReading } from './adoption-hypotheses.ts';
import { endedIn, hasBegun } from './adoption-timing.ts';
import { type Archetype, commitmentState, type Jump, jumpsToFullCommitment } from './commitment.ts';
import { latestOf } from './quarters.ts';

/** How a stage stands: late is planned to have started, overdue planned to have ended. */
export type StageState = 'planned' | 'late' | 'running' | 'overdue' | 'done' | 'left-early';

export interface StageReading {
  readonly stage: AdoptionStage;
  /** Place on the path, from 1. */
  readonly number: number;
  readonly source: SourceRef;
  readonly state: StageState;
  /** Quarter at which its criteria are read: the last one of a stage that has ended. */
  readonly judgedAt: PeriodId;
  readonly entry: readonly CriterionReading[];
  readonly exit: readonly CriterionReading[];
  readonly hypotheses: readonly HypothesisReading[];
}

/** The stages of the path as they stood in the period, in their order (domain 2.2). */
export const adoptionStages = (scope: Scope): readonly StageReading[] => {
  const { adoption } = scope.workspace.program;
  if (adoption === undefined) return [];
  return adoption.stages.map((stage, index) =>
    stageReading(scope, stage, index + 1, at(adoption.source, 'stages', index)),
  );
};

const stageReading = (
  scope: Scope,
  stage: AdoptionStage,
  number: number,
  source: SourceRef,
): StageReading => {
  const { actual, planned } = stage;
  const started = hasBegun(stage, scope.period);
  const ended = endedIn(stage, scope.period);
  const judgedAt = ended ?? scope.period;
  const criteria = (side: 'entry' | 'exit', quarter: PeriodId): CriterionReading[] =>
    stage[side].map((criterion, index) =>
      criterionReading(scope.at(quarter), criterion, at(source, side, index)),
    );
  const exit = criteria('exit', judgedAt);
  return {
    stage,
    number,
    source,
    judgedAt,
    entry: criteria('entry', started ? (actual?.start ?? scope.period) : scope.period),
    exit,
    hypotheses: stage.hypotheses.map((hypothesis, index) =>
      hypothesisReading(scope, hypothesis, at(source, 'hypotheses', index)),
    ),
    state: stateOf(scope.period, planned, started, ended, exit),
  };
};

const stateOf = (
  period: PeriodId,
  planned: AdoptionStage['planned'],
  started: boolean,
  ended: PeriodId | undefined,
  exit: readonly CriterionReading[],
): StageState => {
  if (ended !== undefined) return exit.every(({ state }) => state === 'met') ? 'done' : 'left-early';
  if (started) return planned.end < period ? 'overdue' : 'running';
  return planned.start < period ? 'late' : 'planned';
};

const hasStarted = ({ state }: StageReading): boolean => state !== 'planned' && state !== 'late';
const hasEnded = ({ state }: StageReading): boolean => state === 'done' || state === 'left-early';

/** The last stage that has started, whether or not it has ended; undefined where none has. */
export const currentStage = (scope: Scope): StageReading | undefined =>
  scope.of(adoptionStages).filter(hasStarted).at(-1);

/** One quarter of the path: what was planned, what was done, and where the programme stood. */
export interface PathQuarter {
  readonly period: PeriodId;
  readonly stage?: StageReading;
  /** Key accounts planned for the quarter; absent where nobody planned any. */
  readonly planned?: { readonly accounts: number; readonly source: SourceRef };
  readonly accounts: number;
  readonly archetype?: Archetype;
  /** Cell from which it jumped to A in this quarter. */
  readonly jump?: Jump['from'];
  /** Key status of the accounts, and the evidence of depth. */
  readonly inputs: readonly FigureInput[];
}

/** The last eight quarters of the path. */
export const adoptionPath = (scope: Scope): readonly PathQuarter[] => {
  const quarters = trailOf(scope.period);
  const states = quarters.map(period => scope.at(period).of(commitmentState));
  const jumps = new Map(jumpsToFullCommitment(states).map(({ period, from }) => [period, from]));
  return states.map(({ period, archetype, breadth, depth }) => {
    const stage = scope.at(period).of(currentStage);
    const planned = plannedAccounts(scope, period);
    const jump = jumps.get(period);
    return {
      period,
      accounts: scope.at(period).of(keyCustomers).length,
      ...(stage === undefined || (hasEnded(stage) && stage.judgedAt !== period) ? {} : { stage }),
      ...(planned === undefined ? {} : { planned }),
      ...(archetype === undefined ? {} : { archetype }),
      ...(jump === undefined ? {} : { jump }),
      get inputs() {
        return [
          ...breadth.inputs,
          ...depth.dimensions.flatMap(({ evidence }) => evidence.map(({ source }) => source)),
        ];
      },
    };
  });
};

/** The number of the stage that is planned for the quarter, or of the last one planned before it. */
export const plannedAccounts = (scope: Scope, period: PeriodId): PathQuarter['planned'] => {
  const { adoption } = scope.workspace.program;
  if (adoption === undefined) return undefined;
  const numbers = adoption.stages.flatMap(({ accounts }, index) => {
    const quarter = latestOf(accounts, period);
    const number = quarter === undefined ? undefined : accounts[quarter];
    return quarter === undefined || number === undefined
      ? []
      : [{ quarter, accounts: number, source: at(adoption.source, 'stages', index, 'accounts', quarter) }];
  });
  const latest = numbers.sort((a, b) => compareIds(a.quarter, b.quarter)).at(-1);
  return latest === undefined ? undefined : { accounts: latest.accounts, source: latest.source };
};
