import type { Row, Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { adaptation, changesOf, type PlanReading } from './adaptation.ts';
import type { ChangeReading } from './change-reading.ts';

const { date, days, orMissing, person, shows } = column;
const owner = person('owner');

/** The register of changes, the plans of the key accounts, and the reviews. */
export const adaptationSeries = (scope: Scope): Series[] => {
  const { changes } = scope.of(adaptation);
  return [registerSeries('programme.adaptation.changes', changes), planSeries(scope), reviewSeries(scope)];
};

/** The register of changes of one account, where it has any. */
export const accountAdaptationSeries = (scope: Scope, account: string): Series[] => {
  const own = scope.of(adaptation).byAccount.get(account);
  return own === undefined ? [] : [registerSeries(`account.${account}.adaptation.changes`, own)];
};

const registerSeries = (id: string, changes: readonly ChangeReading[]): Series => ({
  id,
  columns: [
    date('date'),
    { id: 'account', kind: 'account', absent: 'change-of-programme' },
    column.term('changeOrigin', 'change-origin'),
    column.text('happened'),
    column.text('decision'),
    date('decidedOn'),
    column.text('inPlan'),
    date('plannedOn'),
    days('toDecision'),
    days('toPlan'),
    owner,
    date('due'),
    column.term('state', 'change-state'),
  ],
  rows: changes.map(changeRow),
  inputs: changes.map(({ source }) => source),
  rowInputs: changes.map(({ source }) => [source]),
});

const changeRow = ({ change, account, state, toDecision, toPlan }: ChangeReading): Row => ({
  date: change.date,
  account: orMissing(account),
  changeOrigin: change.origin,
  happened: change.text,
  decision: toDecision === undefined ? orMissing(change.dismissed?.text) : orMissing(change.decision?.text),
  decidedOn: toDecision === undefined ? null : orMissing(change.decision?.date),
  inPlan: toPlan === undefined ? null : orMissing(change.plan?.text),
  plannedOn: toPlan === undefined ? null : orMissing(change.plan?.date),
  toDecision: orMissing(toDecision),
  toPlan: orMissing(toPlan),
  owner: orMissing(change.owner),
  due: orMissing(change.due),
  state,
});

/** Plans never reviewed, then the others by age; those alike keep the order of the accounts. */
const mostOverdueFirst = (plans: readonly PlanReading[]): readonly PlanReading[] =>
  // Two without an age differ by no number, and are alike.
  [...plans].sort((a, b) => (b.age ?? Number.POSITIVE_INFINITY) - (a.age ?? Number.POSITIVE_INFINITY) || 0);

const planSeries = (scope: Scope): Series => {
  const plans = mostOverdueFirst(scope.of(adaptation).plans);
  const { program, settings } = scope.workspace;
  const cadence = at(program.changes?.source ?? settings.source, 'planCadence');
  return {
    id: 'programme.adaptation.plans',
    columns: [
      column.account,
      { id: 'manager', kind: 'person' },
      date('reviewed'),
      shows(days('planAge'), 'account.{account}.adaptation.plan-age'),
      days('cadence'),
      shows(column.count('accountChanges'), 'account.{account}.adaptation.changes'),
      shows(column.count('openChanges'), 'account.{account}.adaptation.open'),
      shows(column.term('state', 'plan-state'), 'account.{account}.adaptation.plan'),
    ],
    rows: plans.map(({ customer, reviewed, age, changes, open, state }) => ({
      account: customer.id,
      manager: orMissing(customer.account.manager),
      reviewed: orMissing(reviewed),
      planAge: orMissing(age),
      cadence: changesOf(scope).planCadence,
      accountChanges: changes.length,
      openChanges: open,
      state,
    })),
    inputs: plans.flatMap(({ inputs }) => inputs),
    rowInputs: plans.map(({ inputs }) => [...inputs, cadence]),
  };
};

const reviewSeries = (scope: Scope): Series => {
  const { reviews } = scope.of(adaptation);
  return {
    id: 'programme.adaptation.reviews',
    columns: [
      column.text('programmeReview'),
      date('due'),
      date('held'),
      days('daysLate'),
      owner,
      column.term('state', 'review-state'),
    ],
    rows: reviews.map(({ review, state, late }) => ({
      programmeReview: review.text,
      due: review.due,
      held: state === 'held' || state === 'held-late' ? orMissing(review.held) : null,
      daysLate: orMissing(late),
      owner: orMissing(review.owner),
      state,
    })),
    inputs: reviews.map(({ source }) => source),
    rowInputs: reviews.map(({ source }) => [source]),
  };
};
