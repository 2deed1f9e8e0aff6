import type { Contract } from '../../../model/account-activity.ts';
import { daysBetween } from '../../../model/period.ts';
import { at } from '../../../model/source.ts';
import type { Account } from '../../../model/workspace.ts';
import { asOf } from '../../as-of.ts';
import type { Scope } from '../../scope.ts';
import { entriesOf } from '../entries.ts';
import { isOpen } from '../opportunities.ts';
import { dateOfData, declared, relationshipOf } from '../settings.ts';
import { judged, notKnown, type WarningCheck } from './warning.ts';

/** Days to the end of the next contract that nothing follows: no later contract, and no open opportunity to renew it. */
export const contractEnd: WarningCheck = (scope, customer) => {
  const cut = relationshipOf(scope).warnings.contractEnd;
  const frame = {
    signal: 'contract-end',
    unit: 'days',
    precision: 0,
    cut,
    assumptions: [dateOfData(scope), declared(scope, 'warnings', 'contractEnd')],
  } as const;
  const contracts = entriesOf(customer, 'contracts');
  const list = at(customer.account.source, 'contracts');
  if (contracts.length === 0) return notKnown(frame, 'no-contracts', [list]);
  const ending = contracts.filter(
    ({ item, account }) => isUndecided(item) && !isFollowed(scope, account, item),
  );
  const [first, ...rest] = ending;
  if (first === undefined)
    return { ...frame, state: 'clear', unavailable: { code: 'renewals-in-hand' }, inputs: [list] };
  const next = rest.reduce((soonest, one) => (one.item.end < soonest.item.end ? one : soonest), first);
  const value = daysBetween(asOf(scope), next.item.end);
  return judged(frame, { value, raised: value <= cut, inputs: [at(next.source, 'end')] });
};

const isUndecided = ({ renewal }: Contract): boolean => renewal === 'not-due' || renewal === 'pending';

const isFollowed = (scope: Scope, { contracts, opportunities }: Account, contract: Contract): boolean =>
  contracts.some(
    other => other !== contract && other.product === contract.product && other.end > contract.end,
  ) ||
  opportunities.some(
    one =>
      one.kind === 'renewal' &&
      isOpen(one, asOf(scope)) &&
      (one.product === undefined || contract.product === undefined || one.product === contract.product),
  );
