import type { Contract, Opportunity } from '../../model/account-activity.ts';
import type { FigureInput } from '../../model/figure.ts';
import type { SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { type Filed, filedIn, placeOf } from '../filed.ts';
import { countedFirst, numberOfFirst } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import type { Scope } from '../scope.ts';
import { type Deal, dealValue, decidedDeals, shareOfValue } from './deals.ts';
import { type Measurement, numberOf, rate, type Trials, trialsOf, unavailable } from './measurement.ts';
import { isWithin, yearWindow } from './tenure.ts';

const wonOf = (list: () => readonly Deal[]): Trials =>
  trialsOf(
    list,
    ({ won }) => won,
    deal => placeOf(deal),
  );

const accepted =
  (kind: Opportunity['kind'], missing: string) =>
  (scope: Scope, of: readonly Customer[]): Measurement =>
    rate(
      scope,
      wonOf(() => decidedDeals(scope, of).filter(({ item }) => item.kind === kind)),
      missing,
    );

/** Offers of more of the same accepted ÷ offers decided, over the last four quarters (domain 4.9). A share, 0–1. */
export const upSell = accepted('up-sell', 'no-up-sell');
/** Offers of other products accepted ÷ offers decided, over the last four quarters. A share, 0–1. */
export const crossSell = accepted('cross-sell', 'no-cross-sell');

/**
 * Contracts renewed ÷ contracts decided, of those that fell due in the last four quarters. One that is due and still
 * pending is in neither; the coverage says so. A share, 0–1.
 */
export const renewal = (scope: Scope, of: readonly Customer[]): Measurement => {
  const isDecided = ({ item }: Filed<Contract>): boolean => item.renewal !== 'pending';
  const due = (): readonly Filed<Contract>[] => contractsDue(scope, of);
  const trials = trialsOf(
    () => due().filter(isDecided),
    isRenewed,
    renewalPlace,
    () =>
      due()
        .filter(contract => !isDecided(contract))
        .map(renewalPlace),
  );
  return rate(scope, trials, 'no-contracts-due', { n: trials.trials, of: due().length });
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
export const referencedCustomers = (scope: Scope, of: readonly Customer[]): Measurement => {
  const won = (): readonly Deal[] =>
    decidedDeals(scope, of).filter(deal => deal.won && deal.item.kind === 'new');
  const known = (): readonly Deal[] =>
    won().filter(deal => deal.item.source !== undefined && dealValue(scope, deal) !== undefined);
  const share = shareOfValue(scope, known, ({ item }) => item.source === 'referral');
  const { value, formula } = share;
  const inputs = (): readonly FigureInput[] => share.inputs;
  if (value === undefined) return unavailable('no-new-business-with-source', inputs);
  const n = known().length;
  return withInputs(inputs, { value, formula, coverage: { n, of: won().length }, sample: n });
};
