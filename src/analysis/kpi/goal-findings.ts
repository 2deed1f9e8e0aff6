import type { Finding } from '../../model/finding.ts';
import { keyCustomers } from '../customers.ts';
import { count, findingAbout, quoted } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { dueGoals, isMissed, isWithoutOutcome } from './customer-outcomes.ts';

/** Goals of key accounts that fell due within a year and were not met, or of which nobody knows the outcome: what the customer will ask about first. */
export const goalFindings = (scope: Scope): readonly Finding[] =>
  keyCustomers(scope).flatMap(customer => {
    const due = dueGoals(scope, [customer]);
    const unmet = due.filter(isMissed(scope));
    const unknown = due.filter(isWithoutOutcome(scope));
    if (unmet.length + unknown.length === 0) return [];
    return [
      findingAbout(customer.id, 'account.goals', 'attention', 48, ['kpi.customer-outcomes'], {
        unmet: count(unmet.length),
        due: count(due.length),
        goals: quoted(unmet.map(({ item }) => item.text)),
        unknown: count(unknown.length),
        unknownGoals: quoted(unknown.map(({ item }) => item.text)),
      }),
    ];
  });
