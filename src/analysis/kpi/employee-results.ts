import type { Figure } from '../../model/figure.ts';
import type { Row, Series } from '../../model/series.ts';
import { figuresOf } from '../make.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { employeeGroups, type MeasuredGroup } from './employee-groups.ts';
import type { Question } from './employees.ts';
import { descriptionOf, portfolioKpis } from './figures.ts';
import { isSmall, type Measurement } from './measurement.ts';

const { orMissing } = column;
const questions = [
  { question: 'satisfaction', kpi: 'employee-satisfaction', unit: 'index', precision: 1 },
  { question: 'recommend', kpi: 'enps', unit: 'nps', precision: 0 },
] as const;

const satisfactionGroups = (scope: Scope): readonly MeasuredGroup[] => employeeGroups(scope, 'satisfaction');
const recommendGroups = (scope: Scope): readonly MeasuredGroup[] => employeeGroups(scope, 'recommend');
const groupsOf = (scope: Scope, question: Question): readonly MeasuredGroup[] =>
  scope.of(question === 'satisfaction' ? satisfactionGroups : recommendGroups);

/** The answers of each group, where nobody can be told from them. */
export const employeeGroupFigures = (scope: Scope, method: string): Figure[] =>
  questions.flatMap(({ question, kpi, unit, precision }) =>
    groupsOf(scope, question).map(({ id, measured }) =>
      figuresOf(method, scope.period)(
        `kpi.${kpi}.group.${id}`,
        measured.value ?? measured.unavailable,
        unit,
        precision,
        measured.inputs,
        { ...descriptionOf(scope, measured), polarity: 'higher' },
      ),
    ),
  );

/** `kpi.employees`: the latest survey, everybody first, then by group. Not how many answered where a group is not shown. */
export const employeeSeries = (scope: Scope): Series => {
  const rows = questions.flatMap(({ question, kpi, unit, precision }) => {
    const groups = groupsOf(scope, question);
    const whole = scope.of(portfolioKpis).get(kpi);
    const row = (name: Row[string], figure: string, measured: Measurement): Row => ({
      question,
      staffGroup: name ?? null,
      value: orMissing(measured.value),
      low: orMissing(measured.interval?.low),
      high: orMissing(measured.interval?.high),
      n: orMissing(measured.coverage?.n),
      of: orMissing(measured.coverage?.of),
      smallSample: isSmall(scope, measured) ?? false,
      figure,
      unit,
      precision,
    });
    return [
      ...(whole?.value === undefined ? [] : [row(null, `kpi.${kpi}.value`, whole)]),
      ...groups.map(({ id, name, measured }) => row(name, `kpi.${kpi}.group.${id}`, measured)),
    ];
  });
  return {
    id: 'kpi.employees',
    columns: [
      column.term('question', 'employee-question'),
      { id: 'staffGroup', kind: 'text', absent: 'staff.all' },
      column.shows(column.measure('value', 'index', 1), '{figure}'),
      column.measure('low', 'index', 1),
      column.measure('high', 'index', 1),
      column.count('n'),
      column.count('of'),
      column.flag('smallSample'),
      column.text('figure'),
    ],
    rows,
    inputs: rows.map(({ figure }) => String(figure)),
    rowInputs: rows.map(({ figure }) => [String(figure)]),
  };
};
