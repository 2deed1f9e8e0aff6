import type { Contract } from '../../model/account-activity.ts';
import { daysBetween } from '../../model/period.ts';
import type { Account } from '../../model/workspace.ts';
import { asOf } from '../as-of.ts';
import type { Scope } from '../scope.ts';
import { isOpen } from './opportunities.ts';
import { relationshipOf } from './settings.ts';

/** Where a contract stands at the date of the data: what is recorded of it, and of one that nobody has decided, when it ends. */
export type RenewalState = 'renewed' | 'lost' | 'pending' | 'under-way' | 'lapsed' | 'ending' | 'not-due';

export const renewalState = (scope: Scope, account: Account, contract: Contract): RenewalState => {
  if (contract.renewal !== 'not-due') return contract.renewal;
  const left = daysBetween(asOf(scope), contract.end);
  if (left > relationshipOf(scope).warnings.contractEnd)
    return isOffered(scope, account, contract) ? 'under-way' : 'not-due';
  if (isFollowed(scope, account, contract)) return 'under-way';
  return left < 0 ? 'lapsed' : 'ending';
};

export const isUndecided = ({ renewal }: Contract): boolean => renewal === 'not-due' || renewal === 'pending';

/** Whether something follows a contract: a later one, or an open opportunity to renew it. */
export const isFollowed = (scope: Scope, account: Account, contract: Contract): boolean =>
  hasSuccessor(account, contract) || isOffered(scope, account, contract);

/** Whether nothing but an open opportunity follows a contract: its renewal is under way, and not signed. */
export const isUnsigned = (scope: Scope, account: Account, contract: Contract): boolean =>
  !hasSuccessor(account, contract) && isOffered(scope, account, contract);

const hasSuccessor = ({ contracts }: Account, contract: Contract): boolean =>
  contracts.some(
    other => other !== contract && other.product === contract.product && other.end > contract.end,
  );

/** Whether an open opportunity is to renew a contract. */
const isOffered = (scope: Scope, { opportunities }: Account, contract: Contract): boolean =>
  opportunities.some(
    one =>
      one.kind === 'renewal' &&
      isOpen(one, asOf(scope)) &&
      (one.product === undefined || contract.product === undefined || one.product === contract.product),
  );
