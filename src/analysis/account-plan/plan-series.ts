import type { Row, Series } from '../../model/series.ts';
import type { SourceRef } from '../../model/source.ts';
import * as column from '../portfolio/columns.ts';
import { scorePrecision } from '../portfolio/points-series.ts';
import { weightSource } from '../portfolio/weights.ts';
import type { Scope } from '../scope.ts';
import { criteriaThenNow } from './criteria.ts';
import { printingOf } from './measures.ts';
import { type AccountPlan, accountPlans, accountPlansOf } from './plan.ts';
import { planSteps, shareOf } from './steps.ts';

/** The steps of the plan, the criteria and the measures at designation and now. */
export const accountPlanSeries = (scope: Scope, account: string): Series[] =>
  accountPlansOf(scope, account).flatMap(plan => [
    stepsSeries(plan),
    criteriaSeries(scope, plan),
    measuresSeries(scope, plan),
  ]);

const stepsSeries = (plan: AccountPlan): Series => {
  const { id } = plan.customer;
  return {
    id: `account.${id}.plan.steps`,
    columns: [
      column.account,
      column.term('step', 'plan-step'),
      column.count('n'),
      column.count('of'),
      column.shows(column.share('complete'), 'account.{account}.plan.{step}'),
      { id: 'missing', kind: 'terms', vocabulary: 'plan-part' },
    ],
    rows: plan.steps.map(({ step, coverage, parts }) => ({
      account: id,
      step,
      n: coverage.n,
      of: coverage.of,
      complete: shareOf(coverage),
      missing: parts.flatMap(({ part, present }) => (present ? [] : [part])).join(' '),
    })),
    rowInputs: plan.steps.map(({ parts }) => parts.flatMap(({ inputs }) => inputs)),
    inputs: plan.steps.map(({ step }) => `account.${id}.plan.${step}`),
  };
};

const criteriaSeries = (scope: Scope, plan: AccountPlan): Series => {
  const { id } = plan.customer;
  const precision = scorePrecision(scope.workspace.program.scoring?.scale ?? { min: 1, max: 10 });
  const rows = isNew(scope, plan) ? [] : criteriaThenNow(scope, plan);
  const prefix = 'account.{account}';
  return {
    id: `account.${id}.plan.criteria`,
    columns: [
      column.account,
      { id: 'criterionId', kind: 'text' },
      column.text('criterion'),
      column.measure('weight', 'index', 0),
      column.shows(
        column.measure('pointsThen', 'score', precision),
        `${prefix}.plan.criterion-then.{criterionId}`,
      ),
      column.shows(
        column.measure('pointsNow', 'score', precision),
        `${prefix}.score.criterion.{criterionId}`,
      ),
      column.shows(
        column.measure('change', 'score', precision, true),
        `${prefix}.plan.criterion-change.{criterionId}`,
      ),
    ],
    rows: rows.map(({ criterion, before, now, change }) => ({
      account: id,
      criterionId: criterion.id,
      criterion: criterion.name,
      weight: criterion.weight,
      pointsThen: numberOrMissing(before),
      pointsNow: column.orMissing(now),
      change: numberOrMissing(change),
    })),
    rowInputs: rows.map(({ criterion }) => weightInputs(scope, criterion.id)),
    inputs: rows.map(({ criterion }) => `account.${id}.score.criterion.${criterion.id}`),
  };
};

/** Where the weight stands that the criterion has now. */
const weightInputs = (scope: Scope, criterion: string): readonly SourceRef[] => {
  const { scoring } = scope.workspace.program;
  const source = scoring && weightSource(scoring, criterion, scope.period);
  return source === undefined ? [] : [source];
};

/** An account that became key in the quarter under review has no then to set beside the now. */
const isNew = (scope: Scope, { designation }: AccountPlan): boolean => designation?.from === scope.period;

const numberOrMissing = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const measuresSeries = (scope: Scope, plan: AccountPlan): Series => {
  const { id } = plan.customer;
  const figure = (when: string): string => `account.{account}.plan.{planMeasure}-${when}`;
  const measures = isNew(scope, plan) ? [] : plan.measures;
  return {
    id: `account.${id}.plan.measures`,
    columns: [
      column.account,
      column.term('planMeasure', 'plan-measure'),
      column.shows(column.measure('whenChosen', 'index', 1), figure('then')),
      column.shows(column.measure('now', 'index', 1), figure('now')),
      column.shows(column.measure('change', 'index', 1, true), figure('change')),
      column.text('unit'),
      column.count('precision'),
    ],
    rows: measures.map(({ measure, before, now, change }): Row => {
      const { unit, precision } = printingOf(scope, measure);
      return {
        account: id,
        planMeasure: measure,
        whenChosen: column.orMissing(before.value),
        now: column.orMissing(now.value),
        change: numberOrMissing(change),
        unit,
        precision,
      };
    }),
    rowInputs: measures.map(({ measure }) => [
      `account.${id}.plan.${measure}-then`,
      `account.${id}.plan.${measure}-now`,
    ]),
    inputs: measures.flatMap(({ measure }) => [
      `account.${id}.plan.${measure}-then`,
      `account.${id}.plan.${measure}-change`,
    ]),
  };
};

/** `portfolio.plans`: completeness of each plan by step. */
export const plansSeries = (scope: Scope): Series => {
  const plans = scope.of(accountPlans);
  return {
    id: 'portfolio.plans',
    columns: [
      column.account,
      ...planSteps.map(step => column.shows(column.share(`plan-${step}`), `account.{account}.plan.${step}`)),
      column.shows(column.share('complete'), 'account.{account}.plan.completeness'),
    ],
    rows: plans.map(({ customer, steps, coverage }) => ({
      account: customer.id,
      ...Object.fromEntries(steps.map(step => [`plan-${step.step}`, step.coverage.n / step.coverage.of])),
      complete: shareOf(coverage),
    })),
    inputs: plans.map(({ customer }) => `account.${customer.id}.plan.completeness`),
  };
};
