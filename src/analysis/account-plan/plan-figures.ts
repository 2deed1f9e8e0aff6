import type { Figure } from '../../model/figure.ts';
import { constant, countOf, type Formula, input, minus, plus, quotient, times } from '../../model/formula.ts';
import { descriptionOf } from '../kpi/figures.ts';
import { figuresOf } from '../make.ts';
import { threshold } from '../portfolio/assumptions.ts';
import { scorePrecision } from '../portfolio/points-series.ts';
import { pointsRows } from '../portfolio/points-table.ts';
import type { Scope } from '../scope.ts';
import { criteriaThenNow, scoreThenFrom } from './criteria.ts';
import { type PlanMeasurement, printingOf } from './measures.ts';
import { type AccountPlan, accountPlansOf, type MeasureThenNow } from './plan.ts';
import type { StepCompleteness } from './steps.ts';
import { shareOf } from './steps.ts';

const method = 'account-plan';

/** Completeness by step and altogether, and each measure at designation, now, and its change. */
export const accountPlanFigures = (scope: Scope, account: string): Figure[] =>
  accountPlansOf(scope, account).flatMap(plan => [
    ...plan.steps.map(step => stepFigure(scope, plan, step)),
    completeness(scope, plan),
    ...plan.measures.flatMap(measured => measureFigures(scope, plan, measured)),
    ...criterionFigures(scope, plan),
  ]);

const prefixOf = ({ customer }: AccountPlan): string => `account.${customer.id}.plan`;
/** From one place for each part that is there, then all the others. */
const stepFigure = (scope: Scope, plan: AccountPlan, { step, coverage, parts }: StepCompleteness): Figure => {
  const present = parts.filter(part => part.present);
  const inputs = [
    ...present.flatMap(({ inputs: [first] }) => first ?? []),
    ...present.flatMap(({ inputs: [, ...rest] }) => rest),
    ...parts.filter(part => !part.present).flatMap(part => part.inputs),
  ];
  return figuresOf(method, scope.period)(`${prefixOf(plan)}.${step}`, shareOf(coverage), 'share', 0, inputs, {
    coverage,
    polarity: 'higher',
    formula: quotient(countOf(0, coverage.n), constant(coverage.of)),
  });
};

const completeness = (scope: Scope, plan: AccountPlan): Figure =>
  figuresOf(method, scope.period)(
    `${prefixOf(plan)}.completeness`,
    shareOf(plan.coverage),
    'share',
    0,
    plan.steps.map(({ step }) => `${prefixOf(plan)}.${step}`),
    {
      assumptions: [threshold(scope, 'planThin')],
      coverage: plan.coverage,
      polarity: 'higher',
      formula: weighedSteps(plan),
    },
  );

/** Each step counts with the parts that it has. */
const weighedSteps = ({ steps, coverage }: AccountPlan): Formula =>
  quotient(
    steps
      .map(step => step.coverage.of)
      .map((of, index) => times(index, constant(of)))
      .reduce(plus),
    constant(coverage.of),
  );

const measureFigures = (
  scope: Scope,
  plan: AccountPlan,
  { measure, before, now, change }: MeasureThenNow,
): Figure[] => {
  const { unit, difference, precision } = printingOf(scope, measure);
  const id = (when: string): string => `${prefixOf(plan)}.${measure}-${when}`;
  const make = figuresOf(method, scope.period);
  const measured = (when: string, found: PlanMeasurement): Figure =>
    make(id(when), found.value ?? found.unavailable, unit, precision, found.inputs, {
      ...descriptionOf(scope, found),
      ...(found.formula === undefined ? {} : { formula: found.formula }),
      polarity: 'higher',
    });
  const isScore = measure === 'score';
  const then = isScore && before.value !== undefined ? { ...before, ...scoreThenFrom(scope, plan) } : before;
  return [
    measured(
      'then',
      plan.designation ? { ...then, inputs: [...then.inputs, plan.designation.source] } : then,
    ),
    measured('now', isScore ? { ...now, ...scoreNowFrom(scope, plan) } : now),
    make(id('change'), change, difference, precision, [id('then'), id('now')], {
      polarity: 'higher',
      formula: minus(1, 0),
    }),
  ];
};

/** The score now is that of the points table, where it ranks the account. */
const scoreNowFrom = (
  scope: Scope,
  { customer: { id } }: AccountPlan,
): Pick<PlanMeasurement, 'inputs' | 'formula'> | undefined =>
  scope.of(pointsRows).has(id) ? { inputs: [`account.${id}.score.total`], formula: input(0) } : undefined;

const criterionFigures = (scope: Scope, plan: AccountPlan): Figure[] => {
  const { scoring } = scope.workspace.program;
  if (scoring === undefined) return [];
  const make = figuresOf(method, scope.period);
  return criteriaThenNow(scope, plan).flatMap(({ criterion, before, beforeFrom, change }) => {
    const id = (name: string): string => `${prefixOf(plan)}.${name}.${criterion.id}`;
    const { inputs, formula } = beforeFrom;
    const precision = scorePrecision(scoring.scale);
    return [
      make(
        id('criterion-then'),
        before,
        'score',
        precision,
        inputs,
        formula === undefined ? {} : { formula },
      ),
      make(
        id('criterion-change'),
        change,
        'score',
        precision,
        [id('criterion-then'), `account.${plan.customer.id}.score.criterion.${criterion.id}`],
        { polarity: 'higher', formula: minus(1, 0) },
      ),
    ];
  });
};
