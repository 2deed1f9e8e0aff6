import type { Diagnostic } from '../../model/diagnostic.ts';
import * as catalogue from '../catalogue.ts';

/** The most accounts that are told one by one; more of them have most likely one cause, such as an export. */
const mostAccounts = 10;

/**
 * What was found in the accounts, at most one report of a kind for each: all of them, or the first one with how many more
 * there are.
 */
export const grouped = (found: readonly Diagnostic[]): readonly Diagnostic[] => {
  const [first] = found;
  return first === undefined || found.length <= mostAccounts
    ? found
    : [catalogue.inManyAccounts(first, found.length)];
};
