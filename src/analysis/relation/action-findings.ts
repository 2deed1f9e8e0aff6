import type { Action } from '../../model/account-activity.ts';
import type { Finding } from '../../model/finding.ts';
import { keyCustomers } from '../customers.ts';
import { named } from '../person-name.ts';
import { choice, count, finding, findingAbout, text } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { actionsOf, carriedQuarters, daysOverdue, totalOfActions } from './actions.ts';
import type { Entry } from './entries.ts';

/** What was left undone: actions carried from one review to the next, and those whose day has passed. */
export const actionFindings = (scope: Scope): readonly Finding[] => {
  const all = actionsOf(keyCustomers(scope));
  if (all.length === 0) return [];
  return [
    finding(
      'actions.portfolio',
      severityOf(scope, all),
      30,
      ['portfolio.actions.open', 'portfolio.actions.carried', 'portfolio.actions.overdue'],
      paramsOf(scope, all),
    ),
    ...keyCustomers(scope).flatMap(customer => {
      const own = actionsOf([customer]);
      return own.length === 0
        ? []
        : [
            findingAbout(
              customer.id,
              'actions.account',
              severityOf(scope, own),
              40,
              ['actions.open', 'actions.overdue'],
              paramsOf(scope, own),
            ),
          ];
    }),
  ];
};

const severityOf = (scope: Scope, actions: readonly Entry<Action>[]): Finding['severity'] => {
  const { overdue, carried } = totalOfActions(scope, actions);
  if (overdue.length > 0) return 'attention';
  return carried.length > 0 ? 'notable' : 'good';
};

const paramsOf = (scope: Scope, actions: readonly Entry<Action>[]): Finding['params'] => {
  const { open, overdue, carried, inTime, judged } = totalOfActions(scope, actions);
  const longest = Math.max(0, ...carried.map(({ item }) => carriedQuarters(scope, item) ?? 0));
  const [worst] = [...overdue].sort(
    (a, b) => (daysOverdue(scope, b.item) ?? 0) - (daysOverdue(scope, a.item) ?? 0),
  );
  return {
    open: count(open.length),
    overdue: count(overdue.length),
    carried: count(carried.length),
    quarters: count(longest),
    worst: worst === undefined ? choice('–') : text(worst.item.title),
    owner: named(scope, worst?.item.owner),
    late: count(worst === undefined ? 0 : (daysOverdue(scope, worst.item) ?? 0)),
    kept: count(inTime),
    judged: count(judged),
  };
};
