import type { Contract, Objective } from '../../model/account-activity.ts';
import type { Finding } from '../../model/finding.ts';
import { daysBetween } from '../../model/period.ts';
import type { Account } from '../../model/workspace.ts';
import { converted } from '../amounts.ts';
import { asOf } from '../as-of.ts';
import { type Customer, keyCustomers } from '../customers.ts';
import { filedIn } from '../filed.ts';
import { sumOfMoney } from '../money.ts';
import { personName } from '../person-name.ts';
import { amount, choice, count, date, findingAbout, text } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { isFollowed, isUndecided } from './renewals.ts';
import { relationshipOf } from './settings.ts';

/** Contracts of key accounts that end soon, renewed by nobody yet: what is decided on them outweighs most else. */
export const contractFindings = (scope: Scope): readonly Finding[] =>
  keyCustomers(scope).flatMap(customer => ending(scope, customer));

const ending = (scope: Scope, customer: Customer): readonly Finding[] => {
  const today = asOf(scope);
  const within = relationshipOf(scope).warnings.contractEnd;
  const soon = filedIn([customer], 'contracts', isUndecided)
    .map(one => ({ ...one, days: daysBetween(today, one.item.end) }))
    .filter(({ days }) => days <= within)
    .sort((a, b) => a.days - b.days);
  const [first] = soon;
  if (first === undefined) return [];
  const agreed = earlierDay(first.account, first.item);
  const values = soon.flatMap(({ item, account }) => converted(scope, account, item.value) ?? []);
  const isInHand = soon.every(({ item, account }) => isFollowed(scope, account, item));
  return [
    findingAbout(customer.id, 'contracts.account', 'attention', 85, ['risk.contract-end'], {
      count: count(soon.length),
      contract: text(first.item.id),
      end: date(first.item.end),
      days: count(first.days),
      over: choice(first.days < 0 ? 'yes' : 'no'),
      value: amount(scope, sumOfMoney(values)),
      valued: choice(values.length === soon.length ? 'yes' : 'no'),
      inHand: choice(isInHand ? 'yes' : 'no'),
      by: date(agreed?.due ?? first.item.end),
      owned: choice(agreed?.owner === undefined ? 'no' : 'yes'),
      owner: text(agreed?.owner === undefined ? '–' : personName(scope, agreed.owner)),
    }),
  ];
};

/** The objective that wants the contract renewed before it ends: to ask for a later day would allow what the plan does not. */
const earlierDay = ({ objectives }: Account, { id, end }: Contract): Objective | undefined =>
  objectives
    .filter(
      ({ contract, due, state }) =>
        contract === id &&
        due !== undefined &&
        due <= end &&
        (state === 'planned' || state === 'in-progress'),
    )
    .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))[0];
