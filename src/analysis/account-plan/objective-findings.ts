import type { Objective } from '../../model/account-activity.ts';
import type { Finding } from '../../model/finding.ts';
import { daysBetween } from '../../model/period.ts';
import { asOf } from '../as-of.ts';
import { isOpenWork } from '../open-work.ts';
import { ownerParams } from '../person-name.ts';
import { count, findingAbout, text } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { type AccountPlan, accountPlans } from './plan.ts';

/** An objective whose day has come and that nobody has reached or dropped. */
export const isLate = (scope: Scope, objective: Objective): boolean =>
  objective.due !== undefined && objective.due <= asOf(scope) && isOpenWork(objective);

/** Objectives of a plan that are overdue: what hangs on them is said to be under way. */
export const objectiveFindings = (scope: Scope): readonly Finding[] =>
  scope.of(accountPlans).flatMap(plan => ofPlan(scope, plan));

const ofPlan = (scope: Scope, { customer }: AccountPlan): readonly Finding[] => {
  const late = customer.account.objectives
    .filter(objective => isLate(scope, objective))
    .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
  const [worst] = late;
  if (worst === undefined) return [];
  return [
    findingAbout(customer.id, 'account.objectives', 'attention', 70, ['plan.objectives'], {
      late: count(late.length),
      objective: text(worst.title),
      days: count(daysBetween(worst.due ?? asOf(scope), asOf(scope))),
      ...ownerParams(scope, worst.owner),
    }),
  ];
};
