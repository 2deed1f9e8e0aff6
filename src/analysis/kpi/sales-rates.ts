import type { Contract, Opportunity } from '../../model/account-activity.ts';
import { at } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { countedFirst, numberOfFirst } from '../formulas.ts';
import { ratio, sum } from '../money.ts';
import type { Scope } from '../scope.ts';
import { type Deal, decidedDeals, shareOfValue } from './deals.ts';
import { type Measurement, rate, type Trials, trialsOf, unavailable } from './measurement.ts';
import { isWithin, yearWindow } from './tenure.ts';

const wonOf = (deals: readonly Deal[]): Trials =>
  trialsOf(
    deals,
    ({ won }) => won,
    ({ source }) => source,
  );

const accepted =
  (kind: Opportunity['kind'], missing: string) =>
  (scope: Scope, of: readonly Customer[]): Measurement => {
    const deals = decidedDeals(scope, of).filter(({ opportunity }) => opportunity.kind === kind);
    return rate(scope, wonOf(deals), missing);
  };

/** Offers of more of the same accepted ÷ offers decided, over the last four quarters (domain 4.9). A share, 0–1. */
export const upSell = accepted('up-sell', 'no-up-sell');
/** Offers of other products accepted ÷ offers decided, over the last four quarters. A share, 0–1. */
export const crossSell = accepted('cross-sell', 'no-cross-sell');

/**
 * Contracts renewed ÷ contracts decided, of those that fell due in the last four quarters. One that is due and still
 * pending is in neither; the coverage says so. A share, 0–1.
 */
export const renewal = (scope: Scope, of: readonly Customer[]): Measurement => {
  const due = contractsDue(scope, of);
  const decided = due.filter(({ contract }) => contract.renewal !== 'pending');
  return rate(
    scope,
    trialsOf(
      decided,
      isRenewed,
      ({ source }) => source,
      () => due.flatMap(({ contract, source }) => (contract.renewal === 'pending' ? [source] : [])),
    ),
    'no-contracts-due',
    { n: decided.length, of: due.length },
  );
};

/** Contracts renewed of those due in the last four quarters, a count (domain 4.6). */
export const contractsRenewed = (scope: Scope, of: readonly Customer[]): Measurement => {
  const due = contractsDue(scope, of);
  if (due.length === 0) return unavailable('no-contracts-due');
  const renewed = due.filter(isRenewed).length;
  const inputs = countedFirst(due, isRenewed).map(one => one.source);
  return { value: renewed, inputs, formula: numberOfFirst(renewed) };
};

const isRenewed = ({ contract }: { readonly contract: Contract }): boolean => contract.renewal === 'renewed';

const contractsDue = (scope: Scope, of: readonly Customer[]) => {
  const window = yearWindow(scope);
  return of
    .flatMap(customer => customer.members)
    .flatMap(account =>
      account.contracts.flatMap((contract, index) =>
        isWithin(contract.end, window) && contract.renewal !== 'not-due'
          ? [{ contract, source: at(account.source, 'contracts', index, 'renewal') }]
          : [],
      ),
    );
};

/**
 * Customers won ÷ prospects contacted (domain 4.7): new-business deals decided in the last four quarters, leaving out
 * those in which contacts are recorded as none. A share, 0–1.
 */
export const acquisitionRate = (scope: Scope, of: readonly Customer[]): Measurement =>
  acquisitionOf(scope, contactedProspects(scope, of));

export const contactedProspects = (scope: Scope, of: readonly Customer[]): readonly Deal[] =>
  decidedDeals(scope, of).filter(
    ({ opportunity }) => opportunity.kind === 'new' && opportunity.contacts !== 0,
  );

export const acquisitionOf = (scope: Scope, contacted: readonly Deal[]): Measurement =>
  rate(scope, wonOf(contacted), 'no-prospects-contacted');

/**
 * Value of referred new business ÷ value of new business with a known source (domain 4.2), won in the last four quarters.
 * A share, 0–1.
 */
export const referencedCustomers = (scope: Scope, of: readonly Customer[]): Measurement => {
  const won = decidedDeals(scope, of).filter(deal => deal.won && deal.opportunity.kind === 'new');
  const known = won.flatMap(({ opportunity, value, terms, source }) =>
    opportunity.source === undefined || value === undefined
      ? []
      : [{ referred: opportunity.source === 'referral', value, terms, source }],
  );
  const { inputs, formula } = shareOfValue(known, deal => deal.referred);
  const total = sum(known.map(deal => deal.value));
  const value = ratio(sum(known.filter(deal => deal.referred).map(deal => deal.value)), total);
  if (value === undefined) return unavailable('no-new-business-with-source', inputs);
  const counted = { n: known.length, of: won.length };
  return { value, inputs, formula, coverage: counted, sample: known.length };
};
