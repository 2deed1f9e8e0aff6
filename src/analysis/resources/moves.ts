import type { Customer } from '../customers.ts';
import type { Kam } from '../kams.ts';
import type { Scope } from '../scope.ts';
import { type KamLoad, kamLoads } from './load.ts';
import { resourceSettings } from './settings.ts';

/** One account that would pass from one manager to another, with nobody over what was agreed afterwards. */
export interface Move {
  readonly from: Kam;
  readonly to: Kam;
  readonly customer: Customer;
  /** Load of the receiver with the account, as a share of capacity; at least that where the move is not sure. */
  readonly loadAfter: number;
  /** Whether the need of every account of the receiver is known: what is missing could put them over. */
  readonly sure: boolean;
}

/**
 * Moves of one account that cure the most loaded manager, the sure ones first and the lightest receiver first. A move that
 * only hands the overload on is none.
 */
export const curingMoves = (scope: Scope): readonly Move[] => {
  const loads = scope.of(kamLoads);
  const [giver] = mostLoadedFirst(loads.filter(({ verdict }) => verdict === 'over'));
  if (giver === undefined) return [];
  return giver.needs
    .flatMap(({ customer, hours }) => {
      if (hours === undefined || !staysWithin(scope, giver, -1, -hours)) return [];
      return loads.flatMap(receiver => moveTo(scope, giver, receiver, customer, hours));
    })
    .sort((a, b) => Number(b.sure) - Number(a.sure) || a.loadAfter - b.loadAfter);
};

/** Of all managers, the most loaded first. */
export const mostLoadedFirst = (loads: readonly KamLoad[]): readonly KamLoad[] =>
  [...loads].sort((a, b) => (b.load ?? 0) - (a.load ?? 0));

const moveTo = (
  scope: Scope,
  giver: KamLoad,
  receiver: KamLoad,
  customer: Customer,
  hours: number,
): readonly Move[] => {
  const { need, capacity, coverage, kam } = receiver;
  if (receiver === giver || need === undefined || !capacity) return [];
  if (!staysWithin(scope, receiver, 1, hours)) return [];
  return [
    {
      from: giver.kam,
      to: kam,
      customer,
      loadAfter: (need + hours) / capacity,
      sure: coverage.n === coverage.of,
    },
  ];
};

/** Whether somebody is within what was agreed with so many accounts and hours more, or less, as far as known. */
const staysWithin = (
  scope: Scope,
  { needs, need = 0, capacity }: KamLoad,
  accounts: number,
  hours: number,
): boolean => {
  const { high, accounts: most } = resourceSettings(scope).load;
  if (most !== undefined && needs.length + accounts > most) return false;
  return capacity === undefined || (need + hours) / capacity <= high;
};
