import type { Finding } from '../../model/finding.ts';
import { customers } from '../customers.ts';
import { currentCustomers, type Kam } from '../kams.ts';
import { account, accounts, choice, count, date, finding, quoted } from '../portfolio/findings.ts';
import { actionsOf, isOverdue } from '../relation/actions.ts';
import { endingSoon, isInHand } from '../relation/contract-findings.ts';
import type { Scope } from '../scope.ts';

/** What waits for one key account manager: actions of their own whose day has come, and contracts of their accounts near the end. */
export const leftOpen = (scope: Scope, kam: Kam): readonly Finding[] => [
  ...overdueActions(scope, kam),
  ...endingContracts(scope, kam),
];

const overdueActions = (scope: Scope, { id }: Kam): readonly Finding[] => {
  const overdue = actionsOf(scope.of(customers))
    .filter(({ item }) => item.owner === id && isOverdue(scope, item))
    .sort((a, b) => (a.item.due < b.item.due ? -1 : 1));
  if (overdue.length === 0) return [];
  const owners = [...new Set(overdue.map(one => one.account.id))];
  return [
    finding(
      'kam-actions.overdue',
      'attention',
      55,
      owners.map(owner => `account.${owner}.actions.overdue`),
      {
        count: count(overdue.length),
        actions: quoted(overdue.map(({ item }) => item.title)),
        accounts: accounts(owners),
      },
    ),
  ];
};

/** Whether a contract ends is a question apart from whether the account counts as at risk. */
const endingContracts = (scope: Scope, kam: Kam): readonly Finding[] => {
  const ending = currentCustomers(scope, kam)
    .flatMap(customer => {
      const soon = endingSoon(scope, customer);
      const [first] = soon;
      return first === undefined ? [] : [{ customer, soon, first }];
    })
    .sort((a, b) => a.first.days - b.first.days);
  const [next] = ending;
  if (next === undefined) return [];
  return [
    finding(
      'kam-contracts.ending',
      'attention',
      55,
      ending.map(({ customer }) => `account.${customer.id}.risk.contract-end`),
      {
        account: account(next.customer.id),
        end: date(next.first.item.end),
        days: count(Math.abs(next.first.days)),
        over: choice(next.first.days < 0 ? 'yes' : 'no'),
        inHand: choice(isInHand(scope, next.soon) ? 'yes' : 'no'),
        others: count(ending.length - 1),
        otherAccounts: accounts(ending.slice(1).map(({ customer }) => customer.id)),
      },
    ),
  ];
};
