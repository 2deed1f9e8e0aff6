import type { Coverage, Unavailable } from '../../model/figure.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { byAccount } from '../by-account.ts';
import type { Customer } from '../customers.ts';
import { sameCriteria } from '../portfolio/points-series.ts';
import { pointsRows } from '../portfolio/points-table.ts';
import { difference } from '../portfolio/weighted.ts';
import type { Scope } from '../scope.ts';
import { type Designation, designationOf } from './designation.ts';
import { measureIn, measureThen, type PlanMeasure, type PlanMeasurement, planMeasures } from './measures.ts';
import {
  anticipationStep,
  completenessOf,
  deliveryStep,
  objectivesStep,
  type PlanPart,
  type StepCompleteness,
} from './steps.ts';
import { subjects } from './subjects.ts';

/** A measure when the account was designated, and now. */
export interface MeasureThenNow {
  readonly measure: PlanMeasure;
  readonly before: PlanMeasurement;
  readonly now: PlanMeasurement;
  /** Now less at designation, in the unit of the measure. */
  readonly change: number | Unavailable;
}

/** The plan of one account, after the four steps of seed 002. */
export interface AccountPlan {
  readonly customer: Customer;
  readonly designation: Designation | undefined;
  readonly steps: readonly StepCompleteness[];
  /** Parts of all four steps that are there, of those that a complete plan has. */
  readonly coverage: Coverage;
  readonly measures: readonly MeasureThenNow[];
}

/** The plans of the accounts with key status and of those that have one, by id of the account. */
export const accountPlans = (scope: Scope): readonly AccountPlan[] =>
  subjects(scope, hasPlan).map(customer => planOf(scope, customer));

/** The plan of one account, if it has one. */
export const accountPlansOf = byAccount(
  scope => scope.of(accountPlans),
  ({ customer }) => customer.id,
);

const hasPlan = ({ valueProposition, delivery, adoption, customerPlans, objectives }: Account): boolean =>
  valueProposition !== undefined ||
  [delivery.processes, delivery.team, adoption, customerPlans, objectives].some(list => list.length > 0);

const planOf = (scope: Scope, customer: Customer): AccountPlan => {
  const { account } = customer;
  const designation = designationOf(scope, account);
  const measures = planMeasures.map(measure => thenAndNow(scope, customer, measure, designation));
  const steps = [
    objectivesStep(account),
    deliveryStep(account),
    completenessOf('measure', measureParts(customer, measures)),
    anticipationStep(account),
  ];
  const coverage = {
    n: steps.reduce((total, step) => total + step.coverage.n, 0),
    of: steps.reduce((total, step) => total + step.coverage.of, 0),
  };
  return { customer, designation, steps, coverage, measures };
};

const thenAndNow = (
  scope: Scope,
  customer: Customer,
  measure: PlanMeasure,
  designation: Designation | undefined,
): MeasureThenNow => {
  const now = measureIn(scope, customer, measure);
  if (designation === undefined) {
    const unavailable = { code: 'no-designation' };
    return {
      measure,
      now,
      before: { unavailable, inputs: [at(customer.account.source, 'key')] },
      change: unavailable,
    };
  }
  const earlier = scope.at(designation.from);
  const before = measureThen(earlier, customer, measure);
  return { measure, now, before, change: changeOf(scope, earlier, customer, { measure, before, now }) };
};

const changeOf = (
  scope: Scope,
  earlier: Scope,
  { id }: Customer,
  { measure, before, now }: Omit<MeasureThenNow, 'change'>,
): number | Unavailable => {
  if (earlier.period === scope.period) return { code: 'designated-now' };
  if (now.value === undefined) return now.unavailable ?? { code: 'not-recorded' };
  if (before.value === undefined)
    return isPartOfYear(before) ? before.unavailable : { code: 'not-measured-then' };
  const rows = [scope.of(pointsRows).get(id), earlier.of(pointsRows).get(id)] as const;
  if (measure === 'score' && rows[0] && rows[1] && !sameCriteria(rows[0], rows[1]))
    return { code: 'criteria-changed' };
  return difference(now.value, before.value);
};

type PartOfYear = PlanMeasurement & Required<Pick<PlanMeasurement, 'unavailable'>>;
const isPartOfYear = (found: PlanMeasurement): found is PartOfYear =>
  found.unavailable?.code === 'window-incomplete';

/** Step 3: measured now and at designation with the criteria that selected the account, and satisfaction, growth and adoption. */
const measureParts = ({ account }: Customer, measures: readonly MeasureThenNow[]): readonly PlanPart[] => {
  const measured = new Map(measures.map(one => [one.measure, one]));
  const has = (measure: PlanMeasure, when: 'before' | 'now'): boolean =>
    measured.get(measure)?.[when].value !== undefined;
  const from = (part: string, present: boolean, key: string): PlanPart => ({
    part,
    present,
    inputs: [at(account.source, key)],
  });
  return [
    from('criteria-now', has('score', 'now'), 'ratings'),
    // The points of then are there, though they can't be held against a whole year.
    from(
      'criteria-then',
      has('score', 'before') || measures.some(({ before }) => isPartOfYear(before)),
      'ratings',
    ),
    from('satisfaction', has('csat', 'now') || has('nps', 'now'), 'surveys'),
    from('growth', has('growth', 'now'), 'history'),
    from('adoption', has('adoption', 'now'), 'adoption'),
  ];
};
