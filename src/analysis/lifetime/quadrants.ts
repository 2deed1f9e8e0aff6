import { previous } from '../../model/period.ts';
import { lifetimeQuadrants } from '../../model/quadrants.ts';
import { type Customer, customers, isKey } from '../customers.ts';
import { type Money, money, zero } from '../money.ts';
import { standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { type Lifetime, type LifetimeOutcome, lifetimes } from './expected.ts';
import { type Profit, profitOf } from './profit.ts';
import { lifetimeSettings } from './settings.ts';

/** Quadrants by profit and lifetime: high/long, high/short, low/long, low/short (Reinartz & Kumar 2002). */
export { lifetimeQuadrants };
export type LifetimeQuadrant = (typeof lifetimeQuadrants)[number];

/** An active customer with what is known of both axes. */
export interface LifetimeRow {
  readonly customer: Customer;
  readonly key: boolean;
  readonly profit: Profit;
  readonly outcome: LifetimeOutcome;
  readonly place?: LifetimePlace;
}

export interface LifetimePlace {
  readonly quadrant: LifetimeQuadrant;
  readonly profit: Money;
  readonly lifetime: Lifetime;
  /** Whether one of the cuts is near. */
  readonly near: boolean;
}

/** Where high begins on each axis; absent while nobody can be placed. */
export interface LifetimeCuts {
  readonly profit: Money;
  readonly years: number;
}

export interface LifetimeMatrix {
  /** By id: everyone active of whom a lifetime can be told, or who has key status. */
  readonly rows: readonly LifetimeRow[];
  readonly cuts?: LifetimeCuts;
}

type Known = Omit<LifetimeRow, 'place'>;
type Placeable = { readonly profit: Money; readonly lifetime: Lifetime };

/** Lifetime × profitability of the active customers. */
export const lifetimeMatrix = (scope: Scope): LifetimeMatrix => {
  const rows = scope.of(customers).flatMap((customer): Known[] => {
    const outcome = scope.of(lifetimes).get(customer.id) ?? noData;
    const key = isKey(scope, customer);
    const isAsked = key || outcome.unavailable?.code !== nothingKnown;
    if (!isAsked || standingOf(scope, customer) !== 'active') return [];
    return [{ customer, key, profit: profitOf(scope, customer), outcome }];
  });
  const placeable = rows.flatMap(row => placeableOf(row) ?? []);
  const cuts = cutsOf(scope, placeable);
  if (cuts === undefined) return { rows };
  const typical = medianMoney(placeable.map(({ profit }) => profit.abs())) ?? zero;
  return {
    cuts,
    rows: rows.map(row => {
      const both = placeableOf(row);
      return both === undefined ? row : { ...row, place: placeOf(scope, both, cuts, typical) };
    }),
  };
};

const nothingKnown = 'no-lifetime-data';
const noData: LifetimeOutcome = { unavailable: { code: nothingKnown } };

const placeableOf = ({ profit: { total }, outcome: { lifetime } }: Known): Placeable | undefined =>
  total === undefined || lifetime === undefined ? undefined : { profit: total, lifetime };

/** Medians are those of the customers that can be placed. */
const cutsOf = (scope: Scope, placeable: readonly Placeable[]): LifetimeCuts | undefined => {
  const { profit, years } = lifetimeSettings(scope).cuts;
  const medianProfit = medianMoney(placeable.map(row => row.profit));
  const medianYears = medianMoney(placeable.map(({ lifetime }) => money(lifetime.years)));
  if (medianProfit === undefined || medianYears === undefined) return undefined;
  return {
    profit: profit === 'median' ? medianProfit : money(profit === 'break-even' ? 0 : profit),
    years: years === 'median' ? medianYears.toNumber() : years,
  };
};

const medianMoney = (values: readonly Money[]): Money | undefined => {
  const sorted = [...values].sort((a, b) => a.comparedTo(b));
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : low.plus(high).dividedBy(2);
};

const placeOf = (
  scope: Scope,
  { profit, lifetime }: Placeable,
  cuts: LifetimeCuts,
  typical: Money,
): LifetimePlace => {
  const { near } = lifetimeSettings(scope);
  return {
    profit,
    lifetime,
    quadrant: quadrantOf(profit.greaterThanOrEqualTo(cuts.profit), lifetime.years >= cuts.years),
    near:
      profit.minus(cuts.profit).abs().lessThan(typical.times(near.profit)) ||
      Math.abs(lifetime.years - cuts.years) < near.years,
  };
};

const quadrantOf = (isProfitable: boolean, isLong: boolean): LifetimeQuadrant => {
  if (isProfitable) return isLong ? 'true-friends' : 'butterflies';
  return isLong ? 'barnacles' : 'strangers';
};

/** A customer that is placed now, with where it stood a quarter ago. */
export interface LifetimeMovement {
  readonly row: LifetimeRow;
  readonly now: LifetimePlace;
  readonly before?: LifetimePlace;
  /** From one quadrant into another. */
  readonly moved: boolean;
}

/** Everyone with both axes, by id. */
export const lifetimeMovements = (scope: Scope): readonly LifetimeMovement[] => {
  const earlier = new Map(
    scope
      .at(previous(scope.period))
      .of(lifetimeMatrix)
      .rows.map(({ customer, place }) => [customer.id, place]),
  );
  return scope.of(lifetimeMatrix).rows.flatMap(row => {
    if (row.place === undefined) return [];
    const before = earlier.get(row.customer.id);
    const moved = before !== undefined && before.quadrant !== row.place.quadrant;
    return [{ row, now: row.place, ...(before === undefined ? {} : { before }), moved }];
  });
};

const placesById = (scope: Scope): ReadonlyMap<string, LifetimePlace> =>
  new Map(scope.of(lifetimeMovements).map(({ row, now }) => [row.customer.id, now]));

/** The quadrant of one customer; undefined where an axis is missing or the customer is not active. */
export const lifetimeQuadrant = (scope: Scope, customerId: string): LifetimeQuadrant | undefined =>
  scope.of(placesById).get(customerId)?.quadrant;
