import type { FigureInput } from '../../model/figure.ts';
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
export interface Worth {
  readonly value: number;
  readonly inputs: readonly FigureInput[];
}

/** Worth of customers, by measure and id; one that is unknown or negative is absent. */
export const worthByMeasure = (scope: Scope): Readonly<Record<ShareMeasure, ReadonlyMap<string, Worth>>> => {
  const points = scope.of(pointsTable)?.rows ?? [];
  const criterion = potentialCriterion(scope);
  return {
    revenue: known(
      scope
        .of(portfolioRevenue)
        .rows.map(({ customer: { id }, current }) => [
          id,
          current.total?.toNumber(),
          [`account.${id}.revenue`],
        ]),
    ),
    margin: known([...scope.of(margins)].map(([id, { total, inputs }]) => [id, total?.toNumber(), inputs])),
    potential: known(
      points.map(({ customer: { id }, items }) => {
        const item = items.find(one => one.criterion.id === criterion);
        return [id, item?.points, item?.inputs ?? []];
      }),
    ),
    score: known(points.map(({ customer: { id }, value }) => [id, value, [`account.${id}.score.total`]])),
  };
};

type Entry = readonly [id: string, value: number | undefined, inputs: readonly FigureInput[]];

const known = (entries: readonly Entry[]): ReadonlyMap<string, Worth> =>
  new Map(
    entries.flatMap(([id, value, inputs]) =>
      value === undefined || value < 0 ? [] : [[id, { value, inputs }] as const],
    ),
  );

/** An account with its share of resources. */
interface Shared {
  readonly id: string;
  readonly share: number | undefined;
}

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
