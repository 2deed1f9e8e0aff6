import type { Contract } from '../../model/account-activity.ts';
import type { SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { type Filed, filedIn, placeOf } from '../filed.ts';
import { countedFirst, numberOfFirst } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import type { Scope } from '../scope.ts';
import { rateOfValue } from './deals.ts';
import { type Measure, type Measurement, numberOf, rate, trialsOf, unavailable } from './measurement.ts';
import { type Offer, offersOf } from './offers.ts';
import { isWithin, yearWindow } from './tenure.ts';

/** Offers accepted ÷ some of the offers made, and how many there are with those of which it is not recorded. */
const accepted = (scope: Scope, list: () => readonly Offer[], missing: string, of: number): Measurement => {
  const trials = trialsOf(
    list,
    ({ won }) => won,
    offer => placeOf(offer),
  );
  return rate(scope, trials, missing, { n: trials.trials, of });
};

const rateOfOffers = (
  kind: 'up-sell' | 'cross-sell',
): { readonly eligible: Measure; readonly decided: Measure } => {
  const offers = offersOf(kind);
  return {
    eligible: (scope, of) => {
      const { made, unknown } = offers(scope, of);
      return accepted(scope, () => offers(scope, of).made, `no-${kind}`, made.length + unknown);
    },
    decided: (scope, of) => {
      const { made } = offers(scope, of);
      const missing = made.length === 0 ? `no-${kind}` : `no-${kind}-decided`;
      const list = (): readonly Offer[] => offers(scope, of).made.filter(({ decided }) => decided);
      return accepted(scope, list, missing, made.length);
    },
  };
};

const moreOfTheSame = rateOfOffers('up-sell');
const otherProducts = rateOfOffers('cross-sell');

/**
 * Offers of more of the same accepted ÷ eligible (domain 4.9): those decided in the last four quarters or still open at their end.
 * A share, 0–1. Who is only on the list, without a record of contacts, is missing in the coverage.
 */
export const upSell: Measure = moreOfTheSame.eligible;
/** The same of offers of other products. A share, 0–1. */
export const crossSell: Measure = otherProducts.eligible;
/** Accepted ÷ decided: what is still open says nothing against anybody here. A share, 0–1. */
export const upSellOfDecided: Measure = moreOfTheSame.decided;
export const crossSellOfDecided: Measure = otherProducts.decided;

const renewedOf = (
  scope: Scope,
  list: () => readonly Filed<Contract>[],
  missing: string,
  of: number,
): Measurement => {
  const trials = trialsOf(list, isRenewed, renewalPlace);
  return rate(scope, trials, missing, { n: trials.trials, of });
};

/** Contracts renewed ÷ contracts that fell due in the last four quarters, those still pending among them. A share, 0–1. */
export const renewal: Measure = (scope, of) =>
  renewedOf(scope, () => contractsDue(scope, of), 'no-contracts-due', contractsDue(scope, of).length);

/** Contracts renewed ÷ decided, of those that fell due: one that is pending is missing in the coverage. A share, 0–1. */
export const renewalOfDecided: Measure = (scope, of) => {
  const due = contractsDue(scope, of).length;
  return renewedOf(
    scope,
    () => contractsDue(scope, of).filter(({ item }) => item.renewal !== 'pending'),
    due === 0 ? 'no-contracts-due' : 'no-contracts-decided',
    due,
  );
};

/** Contracts renewed of those due in the last four quarters, a count (domain 4.6). */
export const contractsRenewed = (scope: Scope, of: readonly Customer[]): Measurement => {
  const due = contractsDue(scope, of);
  if (due.length === 0) return unavailable('no-contracts-due');
  const renewed = numberOf(due, isRenewed);
  return withInputs(() => countedFirst(contractsDue(scope, of), isRenewed).map(renewalPlace), {
    value: renewed,
    formula: numberOfFirst(renewed),
  });
};

const isRenewed = ({ item }: Filed<Contract>): boolean => item.renewal === 'renewed';

const renewalPlace = (contract: Filed<Contract>): SourceRef => placeOf(contract, 'renewal');

const contractsDue = (scope: Scope, of: readonly Customer[]): readonly Filed<Contract>[] => {
  const window = yearWindow(scope);
  return filedIn(
    of,
    'contracts',
    ({ end, renewal: outcome }) => isWithin(end, window) && outcome !== 'not-due',
  );
};

/**
 * Value of referred new business ÷ value of new business with a known source (domain 4.2), won in the last four quarters.
 * A share, 0–1.
 */
export const referencedCustomers: Measure = (scope, of) =>
  rateOfValue(scope, of, {
    isMeant: ({ item }) => item.kind === 'new',
    isKnown: ({ item }) => item.source !== undefined,
    counts: ({ item }) => item.source === 'referral',
    missing: 'no-new-business-with-source',
  });
