import type { Unavailable } from '../../model/figure.ts';
import type { SourceRef } from '../../model/source.ts';
import type { Amount } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { keyCustomers } from '../customers.ts';
import { type CustomerEffort, type EffortVerdict, portfolioEffort } from '../portfolio/effort.ts';
import { accountEntries, amountOfEntries } from '../programme/spend.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { resourceSettings } from './settings.ts';
import { type ByMeasure, ratiosOf, type ShareMeasure, shareMeasures } from './worth.ts';

export type Investment = 'over' | 'under' | 'mixed' | 'balanced';

/** What pages print of an account: the verdict, or that of its hours alone, which stands on another base and says so. */
export type StatedInvestment = Investment | `${EffortVerdict}-hours`;

/** What one key account gets and what it is worth, as parts of all key accounts that can be compared. */
export interface ResourceShare {
  readonly customer: Customer;
  /** Money spent on it alone in the span. */
  readonly money: Amount;
  readonly hoursInputs: readonly SourceRef[];
  /** Parts of what the compared accounts get, 0–1. */
  readonly hoursShare?: number;
  readonly moneyShare?: number;
  /** Weighted mean of the two, with the declared weights. */
  readonly share?: number;
  /** Why there is no share. */
  readonly unavailable?: Unavailable;
  /** Parts of what the compared accounts are worth by each measure, 0–1. */
  readonly worth: ByMeasure;
  /** Share of resources ÷ share of worth, both among the accounts whose worth is known. */
  readonly ratios: ByMeasure;
  readonly verdict?: Investment;
  /** The ratio that lies furthest from one on the side of the verdict: what a page prints beside it. */
  readonly farthest?: { readonly measure: ShareMeasure; readonly ratio: number };
}

interface Got {
  readonly customer: Customer;
  readonly hours?: number;
  readonly hoursInputs: readonly SourceRef[];
  readonly money: Amount;
}

/** The key accounts, by id. Hours and money count where anybody records them; an account without its own takes no part. */
export const resourceShares = (scope: Scope): readonly ResourceShare[] => {
  const all = keyCustomers(scope).map(customer => gotBy(scope, customer));
  const tracked = {
    hours: all.some(({ hours }) => hours !== undefined),
    money: all.some(({ money }) => money.total !== undefined),
  };
  if (!tracked.hours && !tracked.money) return [];
  const compared = all.filter(one => missingOf(one, tracked) === undefined);
  const hours = total(compared.map(one => one.hours ?? 0));
  const money = total(compared.map(one => one.money.total?.toNumber() ?? 0));
  const { weights } = resourceSettings(scope);
  const shares = new Map(
    compared.map(one => {
      const hoursShare = tracked.hours && hours > 0 ? (one.hours ?? 0) / hours : undefined;
      const moneyShare = tracked.money && money > 0 ? (one.money.total?.toNumber() ?? 0) / money : undefined;
      const share = weighted(hoursShare, weights.hours, moneyShare, weights.money);
      return [one.customer.id, { ...some({ hoursShare, moneyShare, share }) }] as const;
    }),
  );
  const ratios = ratiosOf(
    scope,
    compared.map(({ customer }) => ({ id: customer.id, share: shares.get(customer.id)?.share })),
  );
  return all.map(one => {
    const { id } = one.customer;
    const unavailable = missingOf(one, tracked);
    const own = shares.get(id);
    const held = ratios.get(id) ?? { worth: {}, ratios: {} };
    const complete = one.money.found === one.money.sought;
    const verdict =
      own?.share === undefined ? undefined : verdictOf(scope, Object.values(held.ratios), complete);
    return {
      customer: one.customer,
      money: one.money,
      hoursInputs: one.hoursInputs,
      ...own,
      ...some({ unavailable, verdict, farthest: farthestOf(held.ratios, verdict) }),
      ...held,
    };
  });
};

/**
 * The one verdict on what an account gets, by id: of hours and money against all that it is worth, and of the hours against
 * revenue where nothing more is known. Both said of one account would often differ. A key account that hours alone judge,
 * beside others judged by hours and money, is marked: its ratios of resources may lie within the limits.
 */
export const investments = (scope: Scope): ReadonlyMap<string, StatedInvestment> => {
  const shares = scope.of(resourceShares);
  const waiting = new Set(shares.filter(({ verdict }) => verdict === undefined).map(row => row.customer.id));
  const byHours = scope
    .of(portfolioEffort)
    .rows.flatMap(({ customer: { id }, verdict }): [string, StatedInvestment][] =>
      verdict === undefined ? [] : [[id, waiting.has(id) ? `${verdict}-hours` : verdict]],
    );
  const byBoth = shares.flatMap(({ customer, verdict }): [string, StatedInvestment][] =>
    verdict === undefined ? [] : [[customer.id, verdict]],
  );
  return new Map([...byHours, ...byBoth]);
};

const gotBy = (scope: Scope, customer: Customer): Got => {
  const effort = scope.of(effortById).get(customer.id);
  const complete = effort !== undefined && effort.coverage.n === effort.coverage.of;
  return {
    customer,
    money: amountOfEntries(accountEntries(scope, customer.members, currentSpan(scope)), 'actual'),
    hoursInputs: effort?.inputs ?? [],
    ...(complete && effort.hours !== undefined ? { hours: effort.hours } : {}),
  };
};

/** The hours that each customer gets, by id. */
export const effortById = (scope: Scope): ReadonlyMap<string, CustomerEffort> =>
  new Map(scope.of(portfolioEffort).rows.map(row => [row.customer.id, row]));

const missingOf = (
  { hours, money }: Got,
  tracked: { readonly hours: boolean; readonly money: boolean },
): Unavailable | undefined => {
  if (tracked.hours && hours === undefined) return { code: 'no-complete-hours' };
  return tracked.money && money.total === undefined ? { code: 'no-spend' } : undefined;
};

/** Mean of the parts that are known; what nobody records has no weight. */
const weighted = (
  a: number | undefined,
  weightOfA: number,
  b: number | undefined,
  weightOfB: number,
): number | undefined => {
  const parts = [
    { share: a, weight: weightOfA },
    { share: b, weight: weightOfB },
  ].filter(({ share }) => share !== undefined);
  const weight = total(parts.map(part => part.weight));
  return weight > 0 ? total(parts.map(part => (part.share ?? 0) * part.weight)) / weight : undefined;
};

/**
 * Over or under where a ratio lies outside the declared limits, mixed where one lies on either side. With money still to
 * be booked only "over" is sure: what is missing can but raise the share.
 */
const verdictOf = (scope: Scope, ratios: readonly number[], complete: boolean): Investment | undefined => {
  if (ratios.length === 0) return undefined;
  const { effortLow, effortHigh } = scope.workspace.settings.thresholds;
  const over = ratios.some(ratio => ratio > effortHigh);
  const under = ratios.some(ratio => ratio < effortLow);
  if (over) return under ? 'mixed' : 'over';
  if (!complete) return undefined;
  return under ? 'under' : 'balanced';
};

const farthestOf = (ratios: ByMeasure, verdict: Investment | undefined): ResourceShare['farthest'] => {
  const distance = (ratio: number): number => {
    if (verdict === 'under') return -ratio;
    return verdict === 'balanced' ? Math.abs(Math.log(ratio)) : ratio;
  };
  return shareMeasures
    .flatMap(measure => {
      const ratio = ratios[measure];
      return ratio === undefined ? [] : [{ measure, ratio }];
    })
    .reduce<ResourceShare['farthest']>(
      (far, one) => (far === undefined || distance(one.ratio) > distance(far.ratio) ? one : far),
      undefined,
    );
};

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The entries that are not undefined. */
const some = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
