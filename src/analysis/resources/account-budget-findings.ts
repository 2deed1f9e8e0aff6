import type { Finding } from '../../model/finding.ts';
import { type Customer, keyCustomers } from '../customers.ts';
import { amount, figure, findingAbout, line, share } from '../portfolio/findings.ts';
import { compareBudget } from '../programme/budget.ts';
import { accountEntries } from '../programme/spend.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { resourceSettings } from './settings.ts';

/** Key accounts on which more was spent than granted, beyond the declared tolerance, each in its own plan. */
export const accountBudgetFindings = (scope: Scope): readonly Finding[] =>
  keyCustomers(scope).flatMap(customer => ofAccount(scope, customer));

const ofAccount = (scope: Scope, { id, members }: Customer): readonly Finding[] => {
  const { variance, varianceShare = 0 } = compareBudget(accountEntries(scope, members, currentSpan(scope)));
  const { budgetTolerance } = resourceSettings(scope);
  if (varianceShare <= budgetTolerance) return [];
  return [
    findingAbout(
      id,
      'resources.account-over-budget',
      'attention',
      45,
      ['resources.variance', 'resources.variance-share', 'resources.budget-compared'],
      {
        size: share(varianceShare),
        more: amount(scope, variance),
        granted: figure(`account.${id}.resources.budget-compared`),
        tolerance: line(budgetTolerance),
      },
    ),
  ];
};
