import type { Contract, Objective } from '../../model/account-activity.ts';
import type { Finding } from '../../model/finding.ts';
import { daysBetween } from '../../model/period.ts';
import type { Account } from '../../model/workspace.ts';
import { converted } from '../amounts.ts';
import { asOf } from '../as-of.ts';
import { type Customer, customerOf, keyCustomers } from '../customers.ts';
import { filedIn } from '../filed.ts';
import { sumOfMoney } from '../money.ts';
import { isOpenWork } from '../open-work.ts';
import { ownerParams } from '../person-name.ts';
import { concentration } from '../portfolio/concentration.ts';
import {
  account,
  accounts,
  amount,
  choice,
  count,
  date,
  finding,
  findingAbout,
  share,
  text,
} from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { isFollowed, isUndecided } from './renewals.ts';
import { relationshipOf } from './settings.ts';

/** Contracts that end soon, renewed by nobody yet: what is decided on them outweighs most else. */
export const contractFindings = (scope: Scope): readonly Finding[] => [
  ...largestFinding(scope),
  ...keyCustomers(scope).flatMap(customer => ending(scope, customer)),
];

/** The contracts of a customer that end within the declared days, or have ended, the first to end first. */
export const endingSoon = (scope: Scope, customer: Customer) => {
  const today = asOf(scope);
  const within = relationshipOf(scope).warnings.contractEnd;
  return filedIn([customer], 'contracts', isUndecided)
    .map(one => ({ ...one, days: daysBetween(today, one.item.end) }))
    .filter(({ days }) => days <= within)
    .sort((a, b) => a.days - b.days);
};

/** Customers above the line of attention whose contracts end: a loss that the whole company would feel. */
export const endingOfLargest = (scope: Scope) => {
  const found = scope.of(concentration);
  return (found?.curve ?? [])
    .filter(({ customer }) => found?.attention.includes(customer) === true)
    .flatMap(({ customer: id, share: part }) => {
      const customer = customerOf(scope, id);
      return customer === undefined ? [] : [{ customer, part, soon: endingSoon(scope, customer) }];
    })
    .filter(({ soon }) => soon.length > 0);
};

const largestFinding = (scope: Scope): readonly Finding[] => {
  const largest = endingOfLargest(scope);
  const [first, ...others] = largest;
  const [contract] = first?.soon ?? [];
  if (first === undefined || contract === undefined) return [];
  return [
    finding(
      'contracts.largest',
      'attention',
      75,
      largest.map(({ customer }) => `account.${customer.id}.risk.contract-end`),
      {
        account: account(first.customer.id),
        others: count(others.length),
        otherAccounts: accounts(others.map(({ customer }) => customer.id)),
        part: share(first.part),
        end: date(contract.item.end),
        days: count(Math.abs(contract.days)),
        over: choice(contract.days < 0 ? 'yes' : 'no'),
        inHand: choice(isInHand(scope, first.soon) ? 'yes' : 'no'),
      },
    ),
  ];
};

/** Whether each of some contracts has a renewal that is sought. */
export const isInHand = (scope: Scope, soon: ReturnType<typeof endingSoon>): boolean =>
  soon.every(({ item, account: own }) => isFollowed(scope, own, item));

const ending = (scope: Scope, customer: Customer): readonly Finding[] => {
  const soon = endingSoon(scope, customer);
  const [first] = soon;
  if (first === undefined) return [];
  const agreed = earlierDay(first.account, first.item);
  const values = soon.flatMap(({ item, account: own }) => converted(scope, own, item.value) ?? []);
  return [
    findingAbout(customer.id, 'contracts.account', 'attention', 85, ['risk.contract-end'], {
      count: count(soon.length),
      contract: text(first.item.id),
      end: date(first.item.end),
      days: count(first.days),
      over: choice(first.days < 0 ? 'yes' : 'no'),
      value: amount(scope, sumOfMoney(values)),
      valued: choice(values.length === soon.length ? 'yes' : 'no'),
      inHand: choice(isInHand(scope, soon) ? 'yes' : 'no'),
      by: date(agreed?.due ?? first.item.end),
      ...ownerParams(scope, agreed?.owner),
    }),
  ];
};

/** The objective that wants the contract renewed before it ends: to ask for a later day would allow what the plan does not. */
const earlierDay = ({ objectives }: Account, { id, end }: Contract): Objective | undefined =>
  objectives
    .filter(
      objective =>
        objective.contract === id &&
        objective.due !== undefined &&
        objective.due <= end &&
        isOpenWork(objective),
    )
    .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))[0];
