import type { Coverage, FigureId } from '../../model/figure.ts';
import { plus, quotient } from '../../model/formula.ts';
import { type Stated, type Summand, shareOfTotal, sumBetween, totalFrom } from '../formulas.ts';
import { margins } from '../portfolio/loss.ts';
import { pointsTable } from '../portfolio/points-table.ts';
import { portfolioRevenue } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';
import { potentialCriterion } from './settings.ts';

/** What a share of resources is held against. */
export const shareMeasures = ['revenue', 'margin', 'potential', 'score'] as const;
export type ShareMeasure = (typeof shareMeasures)[number];
export type ByMeasure = Partial<Readonly<Record<ShareMeasure, number>>>;

/** What a customer is worth by one measure. Only shares of it are taken, so that its unit does not matter. */
interface Worth {
  readonly value: number;
  readonly from: Summand;
  /** Whether nothing of it is missing. */
  readonly complete: boolean;
}

/** Worth of customers, by measure and id; one that is unknown or negative is absent. */
const worthByMeasure = (scope: Scope): Readonly<Record<ShareMeasure, ReadonlyMap<string, Worth>>> => {
  const points = scope.of(pointsTable)?.rows ?? [];
  const criterion = potentialCriterion(scope);
  return {
    revenue: known(
      scope
        .of(portfolioRevenue)
        .rows.map(({ customer: { id }, current: { total, found, sought } }) => [
          id,
          total?.toNumber(),
          figureOf(`account.${id}.revenue`),
          found === sought,
        ]),
    ),
    margin: known(
      [...scope.of(margins)].map(([id, margin]) => [
        id,
        margin.total?.toNumber(),
        margin,
        margin.found === margin.sought,
      ]),
    ),
    potential: known(
      points.map(({ customer: { id }, items }) => {
        const item = items.find(one => one.criterion.id === criterion);
        return [id, item?.points, figureOf(`account.${id}.score.criterion.${criterion}`), true];
      }),
    ),
    score: known(
      points.map(({ customer: { id }, value, coverage: { n, of } }) => [
        id,
        value,
        figureOf(`account.${id}.score.total`),
        n === of,
      ]),
    ),
  };
};

/** A figure that is added up with others. */
const figureOf = (id: FigureId): Summand => ({ inputs: [id], plain: 1, found: 1 });

type Entry = readonly [id: string, value: number | undefined, from: Summand, complete: boolean];

const known = (entries: readonly Entry[]): ReadonlyMap<string, Worth> =>
  new Map(
    entries.flatMap(([id, value, from, complete]) =>
      value === undefined || value < 0 ? [] : [[id, { value, from, complete }] as const],
    ),
  );

/** An account with its share of resources. */
interface Shared {
  readonly id: string;
  readonly share: number | undefined;
}

/** What the shares of an account are by one measure, and how they follow. */
export interface StatedWorth {
  readonly worth: Stated;
  readonly ratio: Stated;
  /** Accounts whose worth is known in full, of those that are compared. */
  readonly coverage: Coverage;
}

/** @param accounts that are compared @returns undefined where the worth of the account is not known */
export const statedWorth = (
  scope: Scope,
  measure: ShareMeasure,
  id: string,
  accounts: readonly string[],
): StatedWorth | undefined => {
  const values = scope.of(worthByMeasure)[measure];
  const own = values.get(id);
  if (own === undefined) return undefined;
  const others = accounts.filter(one => one !== id && values.has(one));
  const rest = totalFrom(others.flatMap(one => values.get(one)?.from ?? []));
  const share = (account: string): FigureId => `account.${account}.resources.share`;
  // Among all that are compared, shares of resources add up to one as they are.
  const amongAll = others.length + 1 === accounts.length;
  return {
    worth: shareOfTotal(totalFrom([own.from]), rest),
    ratio: {
      inputs: [share(id), `account.${id}.resources.worth.${measure}`, ...(amongAll ? [] : others.map(share))],
      formula: quotient(amongAll ? 0 : quotient(0, plus(0, sumBetween(2, 2 + others.length))), 1),
    },
    coverage: { n: accounts.filter(one => values.get(one)?.complete).length, of: accounts.length },
  };
};

/**
 * Share of worth and share of resources ÷ share of worth, by account and measure. Both shares are taken among the
 * accounts whose worth is known, so that a missing score of one does not raise the ratios of the others.
 */
export const ratiosOf = (
  scope: Scope,
  accounts: readonly Shared[],
): ReadonlyMap<string, { readonly worth: ByMeasure; readonly ratios: ByMeasure }> => {
  const measured = shareMeasures.map(measure => ({ measure, rows: ofMeasure(scope, measure, accounts) }));
  return new Map(
    accounts.map(({ id }) => {
      const own = measured.flatMap(({ measure, rows }) => {
        const row = rows.get(id);
        return row === undefined ? [] : [{ measure, ...row }];
      });
      return [
        id,
        {
          worth: Object.fromEntries(own.map(({ measure, worth }) => [measure, worth])),
          ratios: Object.fromEntries(
            own.flatMap(({ measure, ratio }) => (ratio === undefined ? [] : [[measure, ratio]])),
          ),
        },
      ];
    }),
  );
};

const ofMeasure = (scope: Scope, measure: ShareMeasure, accounts: readonly Shared[]) => {
  const values = scope.of(worthByMeasure)[measure];
  const compared = accounts.flatMap(({ id, share }) => {
    const value = values.get(id)?.value;
    return value === undefined || share === undefined ? [] : [{ id, share, value }];
  });
  const worths = compared.reduce((sum, { value }) => sum + value, 0);
  const shares = compared.reduce((sum, { share }) => sum + share, 0);
  if (worths <= 0) return new Map<string, { worth: number; ratio: number | undefined }>();
  return new Map(
    compared.map(({ id, share, value }) => [
      id,
      {
        worth: value / worths,
        ratio: value > 0 && shares > 0 ? share / shares / (value / worths) : undefined,
      },
    ]),
  );
};
