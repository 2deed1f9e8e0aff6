import type { FigureInput } from '../../model/figure.ts';
import type { Column, Row, Series } from '../../model/series.ts';
import { keyCustomers } from '../customers.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { adoptionPath, adoptionStages, type StageReading } from './adoption.ts';
import { type CriterionReading, metOf } from './adoption-criteria.ts';
import { hasBegun, stepOf } from './adoption-timing.ts';
import { latestOf } from './quarters.ts';

const { orMissing } = column;
const date: Column = { id: 'date', kind: 'date' };
const stageColumns: readonly Column[] = [column.count('number'), column.text('stage')];
const stageCells = ({ number, stage }: StageReading): Row => ({ number, stage: stage.name });

/** The stages, their criteria, their hypotheses, and the path by quarter. */
export const adoptionSeries = (scope: Scope): Series[] => {
  const stages = scope.of(adoptionStages);
  return [stageSeries(scope, stages), criteriaSeries(stages), hypothesisSeries(stages), pathSeries(scope)];
};

const stageSeries = (scope: Scope, stages: readonly StageReading[]): Series => ({
  id: 'programme.adoption.stages',
  columns: [
    ...stageColumns,
    column.term('step', 'step'),
    ...['plannedStart', 'plannedEnd', 'actualStart', 'actualEnd'].map(
      (id): Column => ({ id, kind: 'period' }),
    ),
    column.term('state', 'stage-state'),
    ...[
      'accountsPlanned',
      'keyAccounts',
      'entryMet',
      'entryCriteria',
      'exitMet',
      'exitCriteria',
      'hypotheses',
      'rejectedHypotheses',
    ].map(column.count),
  ],
  rows: stages.map(one => {
    const { stage, state, entry, exit, hypotheses } = one;
    return {
      ...stageCells(one),
      step: stepOf(stage),
      plannedStart: stage.planned.start,
      plannedEnd: stage.planned.end,
      actualStart: orMissing(stage.actual?.start),
      actualEnd: orMissing(stage.actual?.end),
      state,
      ...stageAccounts(scope, one),
      entryMet: metOf(entry).n,
      entryCriteria: entry.length,
      exitMet: metOf(exit).n,
      exitCriteria: exit.length,
      hypotheses: hypotheses.length,
      rejectedHypotheses: hypotheses.filter(hypothesis => hypothesis.state === 'rejected').length,
    };
  }),
  inputs: stages.map(({ source }) => source),
  get rowInputs() {
    return stages.map(inputsOf);
  },
});

/** Key accounts planned for the end of the stage, and those there were when it ended, or are now; none before it began. */
const stageAccounts = (scope: Scope, { stage, judgedAt }: StageReading): Row => {
  const planned = latestOf(stage.accounts, stage.planned.end);
  return {
    accountsPlanned: orMissing(planned === undefined ? undefined : stage.accounts[planned]),
    keyAccounts: hasBegun(stage, scope.period) ? scope.at(judgedAt).of(keyCustomers).length : null,
  };
};

const inputsOf = ({ source, entry, exit, hypotheses }: StageReading): readonly FigureInput[] => [
  source,
  ...[...entry, ...exit].flatMap(({ inputs }) => inputs),
  ...hypotheses.map(one => one.source),
];

const criteriaSeries = (stages: readonly StageReading[]): Series => {
  const rows = stages.flatMap(one =>
    (['entry', 'exit'] as const).flatMap(side =>
      one[side].map(reading => ({
        row: { ...stageCells(one), criterionSide: side, ...criterionCells(reading) },
        reading,
      })),
    ),
  );
  return {
    id: 'programme.adoption.criteria',
    columns: [
      ...stageColumns,
      column.term('criterionSide', 'criterion-side'),
      column.text('condition'),
      column.term('criterionMeasure', 'adoption-measure'),
      column.term('state', 'criterion-state'),
      column.measure('measuredValue', 'index', 2),
      column.measure('atLeast', 'index', 2),
      column.measure('atMost', 'index', 2),
      column.text('evidence'),
      date,
    ],
    rows: rows.map(({ row }) => row),
    inputs: stages.map(({ source }) => source),
    get rowInputs() {
      return rows.map(({ reading }) => reading.inputs);
    },
  };
};

// The measures differ by row, and so do unit and precision: the row itself says them.
const criterionCells = (reading: CriterionReading): Row => {
  const { criterion, state, value, unit, precision, evidence, date: on } = reading;
  const computed = criterion.kind === 'computed' ? criterion : undefined;
  return {
    condition: criterion.text,
    // A count of failures beside "every account passes" would read as its opposite.
    criterionMeasure: orMissing(computed?.measure),
    state,
    measuredValue: orMissing(value),
    atLeast: orMissing(computed?.atLeast),
    atMost: orMissing(computed?.atMost),
    unit: orMissing(unit),
    precision: orMissing(precision),
    evidence: orMissing(evidence),
    date: orMissing(on),
  };
};

const hypothesisSeries = (stages: readonly StageReading[]): Series => {
  const all = stages.flatMap(stage => stage.hypotheses.map(reading => ({ stage, reading })));
  return {
    id: 'programme.adoption.hypotheses',
    columns: [
      ...stageColumns,
      column.text('hypothesis'),
      column.text('howTested'),
      column.term('state', 'hypothesis'),
      column.text('evidence'),
      date,
    ],
    rows: all.map(({ stage, reading: { hypothesis, state, evidence, date: on } }) => ({
      ...stageCells(stage),
      hypothesis: hypothesis.text,
      howTested: orMissing(hypothesis.test),
      state,
      evidence: orMissing(evidence),
      date: orMissing(on),
    })),
    inputs: stages.map(({ source }) => source),
    rowInputs: all.map(({ reading }) => [reading.source]),
  };
};

const pathSeries = (scope: Scope): Series => {
  const path = scope.of(adoptionPath);
  const isEmpty = scope.of(adoptionStages).length === 0;
  return {
    id: 'programme.adoption.path',
    columns: [
      column.period,
      column.text('stage'),
      column.term('step', 'step'),
      column.count('accountsPlanned'),
      column.count('keyAccounts'),
      column.measure('accountsDifference', 'count', 0, true),
      column.term('archetype', 'archetype'),
      column.term('jump', 'jump'),
    ],
    rows: (isEmpty ? [] : path).map(({ period, stage, planned, accounts, archetype, jump }) => ({
      period,
      stage: orMissing(stage?.stage.name),
      step: stage === undefined ? null : stepOf(stage.stage),
      accountsPlanned: orMissing(planned?.accounts),
      keyAccounts: accounts,
      accountsDifference: planned === undefined ? null : accounts - planned.accounts,
      archetype: orMissing(archetype),
      jump: jump === undefined ? null : `${jump}-A`,
    })),
    inputs: ['programme.adoption.accounts', 'programme.adoption.accounts.planned'],
    get rowInputs() {
      return (isEmpty ? [] : path).map(({ stage, planned, inputs }) => [
        ...(stage === undefined ? [] : [stage.source]),
        ...(planned === undefined ? [] : [planned.source]),
        ...inputs,
      ]);
    },
  };
};
