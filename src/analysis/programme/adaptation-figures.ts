import { median } from '../../model/averages.ts';
import { type ChangeOrigin, changeOrigins } from '../../model/change.ts';
import type { Assumption, Figure } from '../../model/figure.ts';
import { day, medianOfDays, minus } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import { asOf } from '../as-of.ts';
import { byAccount } from '../by-account.ts';
import { countedFirst, numberOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { setting, threshold } from '../portfolio/assumptions.ts';
import { dateOfData } from '../relation/settings.ts';
import type { Scope } from '../scope.ts';
import { medianUncertainty } from '../statistics/uncertainty.ts';
import { adaptation, type PlanReading, type ReviewReading } from './adaptation.ts';
import { type ChangeReading, isUnsettled } from './change-reading.ts';

const prefix = 'programme.adaptation';

export const declaredDays = (scope: Scope, name: 'planCadence' | 'changeWithin'): Assumption =>
  setting(scope, 'changes', name);

/** Changes, how long they take to a decision and into the plan, stale plans and overdue reviews. */
export const adaptationFigures = (scope: Scope, method: string): Figure[] => {
  const { changes } = scope.of(adaptation);
  return [...changeFigures(scope, method, changes), ...reviewFigures(scope, method)];
};

const plansOf = byAccount(
  scope => scope.of(adaptation).plans,
  ({ customer }) => customer.id,
);

/** The plan of one account, where it is a key one. */
export const accountAdaptationFigures = (scope: Scope, method: string, account: string): Figure[] =>
  plansOf(scope, account).flatMap(plan => planFigures(scope, method, plan));

const changeFigures = (scope: Scope, method: string, changes: readonly ChangeReading[]): Figure[] => {
  const make = figuresOf(method, scope.period);
  const none = changes.length === 0 ? { code: 'no-changes' } : undefined;
  const counted = (name: string, list: readonly ChangeReading[], rest?: Parameters<typeof make>[5]) =>
    make(
      `${prefix}.${name}`,
      none ?? list.length,
      'count',
      0,
      (list.length === 0 ? changes : list).map(({ source }) => source),
      { coverage: { n: list.length, of: changes.length }, formula: numberOfFirst(list.length), ...rest },
    );
  const overdue = changes.filter(({ state }) => state === 'overdue');
  return [
    counted('changes', changes, {}),
    ...changeOrigins.map((origin: ChangeOrigin) =>
      counted(
        `changes.${origin}`,
        changes.filter(({ change }) => change.origin === origin),
      ),
    ),
    counted('open', changes.filter(isUnsettled), { polarity: 'lower' }),
    counted('overdue', overdue, {
      polarity: 'lower',
      assumptions: [declaredDays(scope, 'changeWithin')],
    }),
    daysFigure(scope, method, `${prefix}.to-decision`, changes, 'toDecision'),
    daysFigure(scope, method, `${prefix}.to-plan`, changes, 'toPlan'),
  ];
};

/** Median of days over the changes that have come so far; the others are left out, which makes it look faster than it is. */
const daysFigure = (
  scope: Scope,
  method: string,
  id: string,
  changes: readonly ChangeReading[],
  step: 'toDecision' | 'toPlan',
): Figure => {
  const make = figuresOf(method, scope.period);
  const counted = changes.filter(({ state }) => state !== 'dismissed');
  const done = counted.filter(change => change[step] !== undefined);
  const days = done.flatMap(change => change[step] ?? []);
  const { confidence, smallSample } = scope.workspace.settings.thresholds;
  return make(
    id,
    median(days) ?? {
      code: counted.length === 0 ? 'no-changes' : `no-change-${step === 'toPlan' ? 'in-plan' : 'decided'}`,
    },
    'days',
    0,
    done.flatMap(({ source }) => [
      at(source, 'date'),
      at(source, step === 'toPlan' ? 'plan' : 'decision', 'date'),
    ]),
    {
      formula: medianOfDays(),
      coverage: { n: done.length, of: counted.length },
      polarity: 'lower',
      ...(days.length > 0
        ? { smallSample: days.length < smallSample, ...medianUncertainty(days, confidence) }
        : {}),
      assumptions: [threshold(scope, 'smallSample'), threshold(scope, 'confidence')],
    },
  );
};

const reviewFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { plans, reviews } = scope.of(adaptation);
  const isStale = ({ state }: PlanReading): boolean => state !== 'current';
  const stale = plans.filter(isStale);
  const isNever = ({ state }: PlanReading): boolean => state === 'never-reviewed';
  const never = plans.filter(isNever);
  const isOverdue = ({ state }: ReviewReading): boolean => state === 'overdue';
  const overdue = reviews.filter(isOverdue);
  return [
    make(
      `${prefix}.stale-plans`,
      plans.length === 0 ? { code: 'no-key-accounts' } : stale.length,
      'count',
      0,
      countedFirst(plans, isStale).flatMap(({ inputs }) => inputs),
      {
        formula: numberOfFirst(stale.length),
        coverage: { n: stale.length, of: plans.length },
        polarity: 'lower',
        assumptions: [declaredDays(scope, 'planCadence')],
      },
    ),
    make(
      `${prefix}.never-reviewed-plans`,
      plans.length === 0 ? { code: 'no-key-accounts' } : never.length,
      'count',
      0,
      countedFirst(plans, isNever).flatMap(({ inputs }) => inputs),
      {
        formula: numberOfFirst(never.length),
        coverage: { n: never.length, of: plans.length },
        polarity: 'lower',
      },
    ),
    make(
      `${prefix}.overdue-reviews`,
      reviews.length === 0 ? { code: 'no-reviews' } : overdue.length,
      'count',
      0,
      countedFirst(reviews, isOverdue).map(({ source }) => source),
      {
        coverage: { n: overdue.length, of: reviews.length },
        polarity: 'lower',
        formula: numberOfFirst(overdue.length),
      },
    ),
  ];
};

/** The plan of one key account: its state and age, and the changes that it has yet to take up. */
const planFigures = (scope: Scope, method: string, plan: PlanReading): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { customer, state, age, open, changes, inputs } = plan;
  const own = `account.${customer.id}.adaptation`;
  const register =
    changes.length === 0
      ? [at(customer.account.source, 'changes')]
      : countedFirst(changes, isUnsettled).map(({ source }) => source);
  const cadence = { assumptions: [declaredDays(scope, 'planCadence')] };
  return [
    make(`${own}.plan`, state, 'term', 0, [`${own}.plan-age`], { vocabulary: 'plan-state', ...cadence }),
    make(`${own}.plan-age`, age ?? { code: 'no-plan-review' }, 'days', 0, inputs, {
      polarity: 'lower',
      formula: minus(day(asOf(scope)), 0),
      assumptions: [dateOfData(scope)],
    }),
    make(`${own}.changes`, changes.length, 'count', 0, register, {
      formula: numberOfFirst(changes.length),
    }),
    make(`${own}.open`, open, 'count', 0, register, {
      polarity: 'lower',
      coverage: { n: open, of: changes.length },
      formula: numberOfFirst(open),
    }),
  ];
};
