import type { Column, Row, Series } from '../../model/series.ts';
import { kams } from '../kams.ts';
import { isOpenWork } from '../open-work.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { isOverdue } from './figures.ts';
import {
  needsByPerson,
  needsBySkill,
  type OpenTraining,
  type SkillNeed,
  skillNeeds,
  summaryOf,
  trainingPlan,
} from './gaps.ts';

const employee: Column = { id: 'employee', kind: 'person' };

const gapColumns: readonly Column[] = [
  employee,
  column.term('skill', 'skill'),
  column.count('requiredLevel'),
  column.count('actualLevel'),
  column.count('skillGap'),
  column.text('measures'),
];

/** A row of the gap matrix in long form: person × skill. */
const gapRow = ({ person, skill, required, actual, gap, training }: SkillNeed): Row => {
  const [first] = training;
  return {
    employee: person.id,
    skill,
    requiredLevel: required,
    actualLevel: column.orMissing(actual),
    skillGap: column.orMissing(gap),
    measures: first?.title ?? null,
  };
};

const gapSeriesOf = (id: string, needs: readonly SkillNeed[]): Series => ({
  id,
  columns: gapColumns,
  rows: needs.map(gapRow),
  inputs: [],
  rowInputs: needs.map(({ inputs }) => inputs),
});

/**
 * `programme.skills.gaps` of everyone, `kam.<id>.skills` of each key account manager, widest gap first, and
 * `kam.<id>.skill-gaps`: those of them that lack a level or that nobody assessed.
 */
export const gapSeries = (scope: Scope): Series[] => {
  const byPerson = scope.of(needsByPerson);
  return [
    gapSeriesOf('programme.skills.gaps', scope.of(skillNeeds)),
    ...scope.of(kams).flatMap(({ id }) => {
      const needs = [...(byPerson.get(id) ?? [])].sort(byGap);
      return [
        gapSeriesOf(`kam.${id}.skills`, needs),
        gapSeriesOf(
          `kam.${id}.skill-gaps`,
          needs.filter(({ gap }) => gap !== 0),
        ),
      ];
    }),
  ];
};

/** What was not assessed comes first: it may hide the widest gap. The order of the skills breaks ties. */
const byGap = (a: SkillNeed, b: SkillNeed): number => gapOr(b, 5) - gapOr(a, 5);

const gapOr = ({ gap }: SkillNeed, unknown: number): number => gap ?? unknown;

/** `programme.skills.summary`: by skill. */
export const summarySeries = (scope: Scope): Series => {
  const rows = [...scope.of(needsBySkill)];
  const figure = (name: string): string => `programme.skills.skill.{skill}.${name}`;
  return {
    id: 'programme.skills.summary',
    columns: [
      column.term('skill', 'skill'),
      column.count('needed'),
      column.shows(column.measure('assessedShare', 'share', 0), figure('assessed')),
      column.shows(column.count('below'), figure('below')),
      column.shows(column.count('levelsMissing'), figure('levels-missing')),
      column.shows(column.count('widestGap'), figure('widest')),
      column.shows(column.count('untrained'), figure('untrained')),
    ],
    rows: rows.map(([skill, needs]) => {
      const { needed, assessed, below, missing, widest, untrained } = summaryOf(needs);
      const known = (value: number): number | null => (assessed === 0 ? null : value);
      return {
        skill,
        needed,
        assessedShare: assessed / needed,
        below: known(below),
        levelsMissing: known(missing),
        widestGap: known(widest),
        untrained: known(untrained),
      };
    }),
    inputs: rows.map(([skill]) => `programme.skills.skill.${skill}.below`),
    rowInputs: rows.map(([, needs]) => needs.flatMap(({ inputs }) => inputs)),
  };
};

const trainingRow = (scope: Scope, { training, people, gaps }: OpenTraining): Row => ({
  measures: training.title,
  takingPart: people.length === 1 ? (people[0]?.name ?? null) : (training.team ?? joined(people)),
  skills: training.skills.join(' '),
  due: training.due ?? null,
  cost: training.cost ?? null,
  state: isOpenWork(training) && isOverdue(scope, training.due) ? 'overdue' : training.state,
  gapsClosed: isOpenWork(training) ? gaps.length : null,
});

const joined = (people: OpenTraining['people']): string | null =>
  people.length === 0 ? null : people.map(({ name }) => name).join('; ');

const trainingOf = (scope: Scope, id: string, plan: readonly OpenTraining[]): Series => ({
  id,
  columns: [
    column.text('measures'),
    column.text('takingPart'),
    { id: 'skills', kind: 'terms', vocabulary: 'skill' },
    { id: 'due', kind: 'date' },
    column.amount(scope, 'cost'),
    column.term('state', 'action'),
    column.count('gapsClosed'),
  ],
  rows: plan.map(one => trainingRow(scope, one)),
  inputs: [],
  rowInputs: plan.map(({ source, gaps }) => [source, ...gaps.flatMap(gap => gap.inputs)]),
});

/** `programme.skills.training`: the whole plan, and `kam.<id>.training`: the measures of one person. */
export const trainingSeries = (scope: Scope): Series[] => {
  const plan = scope.of(trainingPlan);
  return [
    trainingOf(scope, 'programme.skills.training', plan),
    ...scope.of(kams).map(({ id }) =>
      trainingOf(
        scope,
        `kam.${id}.training`,
        plan
          .filter(({ people }) => people.some(person => person.id === id))
          .map(one => ({ ...one, gaps: one.gaps.filter(({ person }) => person.id === id) })),
      ),
    ),
  ];
};
