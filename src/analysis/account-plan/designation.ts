import type { PeriodId } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import type { Scope } from '../scope.ts';

/** Since when an account has the key status that it has in the period. */
export interface Designation {
  readonly from: PeriodId;
  readonly source: SourceRef;
}

/** Undefined where the account has no key status in the period. */
export const designationOf = ({ period }: Scope, { key, source }: Account): Designation | undefined => {
  const index = key.findIndex(({ from, to }) => from <= period && (to === undefined || period <= to));
  const found = key[index];
  return found === undefined ? undefined : { from: found.from, source: at(source, 'key', index, 'from') };
};
