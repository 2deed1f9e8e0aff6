import type { Coverage, Figure, FigureInput } from '../../model/figure.ts';
import { at } from '../../model/source.ts';
import { descriptionOf } from '../kpi/figures.ts';
import type { Measurement } from '../kpi/measurement.ts';
import { figuresOf } from '../make.ts';
import { threshold } from '../portfolio/assumptions.ts';
import { scorePrecision } from '../portfolio/points-series.ts';
import type { Scope } from '../scope.ts';
import { criteriaThenNow } from './criteria.ts';
import { printingOf } from './measures.ts';
import { type AccountPlan, accountPlans, type MeasureThenNow } from './plan.ts';
import type { StepCompleteness } from './steps.ts';

const method = 'account-plan';

/** Completeness by step and altogether, and each measure at designation, now, and its change. */
export const planFigures = (scope: Scope): Figure[] =>
  scope
    .of(accountPlans)
    .flatMap(plan => [
      ...plan.steps.map(step => stepFigure(scope, plan, step)),
      completeness(scope, plan),
      ...plan.measures.flatMap(measured => measureFigures(scope, plan, measured)),
      ...criterionFigures(scope, plan),
    ]);

const prefixOf = ({ customer }: AccountPlan): string => `account.${customer.id}.plan`;
const shareOf = ({ n, of }: Coverage): number => n / of;

const stepFigure = (scope: Scope, plan: AccountPlan, { step, coverage, parts }: StepCompleteness): Figure =>
  figuresOf(method, scope.period)(
    `${prefixOf(plan)}.${step}`,
    shareOf(coverage),
    'share',
    0,
    parts.flatMap(({ inputs }) => inputs),
    { coverage, polarity: 'higher' },
  );

const completeness = (scope: Scope, plan: AccountPlan): Figure =>
  figuresOf(method, scope.period)(
    `${prefixOf(plan)}.completeness`,
    shareOf(plan.coverage),
    'share',
    0,
    plan.steps.map(({ step }) => `${prefixOf(plan)}.${step}`),
    { assumptions: [threshold(scope, 'planThin')], coverage: plan.coverage, polarity: 'higher' },
  );

const measureFigures = (
  scope: Scope,
  plan: AccountPlan,
  { measure, before, now, change }: MeasureThenNow,
): Figure[] => {
  const { unit, difference, precision } = printingOf(scope, measure);
  const id = (when: string): string => `${prefixOf(plan)}.${measure}-${when}`;
  const make = figuresOf(method, scope.period);
  const designated: readonly FigureInput[] = plan.designation === undefined ? [] : [plan.designation.source];
  const measured = (when: string, found: Measurement, more: readonly FigureInput[] = []): Figure =>
    make(id(when), found.value ?? found.unavailable, unit, precision, [...found.inputs, ...more], {
      ...descriptionOf(scope, found),
      polarity: 'higher',
    });
  return [
    measured('then', before, designated),
    measured('now', now),
    make(id('change'), change, difference, precision, [id('then'), id('now')], { polarity: 'higher' }),
  ];
};

const criterionFigures = (scope: Scope, plan: AccountPlan): Figure[] => {
  const { scoring } = scope.workspace.program;
  if (scoring === undefined) return [];
  const make = figuresOf(method, scope.period);
  return criteriaThenNow(scope, plan).flatMap(({ criterion, before, beforeInputs, change }) => {
    const id = (name: string): string => `${prefixOf(plan)}.${name}.${criterion.id}`;
    const inputs = beforeInputs.length > 0 ? beforeInputs : [at(plan.customer.account.source, 'ratings')];
    const precision = scorePrecision(scoring.scale);
    return [
      make(id('criterion-then'), before, 'score', precision, inputs),
      make(
        id('criterion-change'),
        change,
        'score',
        precision,
        [id('criterion-then'), `account.${plan.customer.id}.score.criterion.${criterion.id}`],
        { polarity: 'higher' },
      ),
    ];
  });
};
