import type { Unavailable } from '../../model/figure.ts';
import { recently } from '../recent.ts';
import type { Scope } from '../scope.ts';
import { fitPurchases, type PurchaseFit } from './bg-nbd-fit.ts';
import { renewalOutcomes } from './contract-lines.ts';
import { customerOrders } from './order-records.ts';
import { lifetimeSettings } from './settings.ts';
import { fitRenewals, type RenewalFit, type RenewalOutcome } from './shifted-beta-geometric.ts';

/** A fit, or why there is none. */
export type FitOutcome<Fit> =
  | { readonly fit: Fit; readonly unavailable?: undefined }
  | { readonly fit?: undefined; readonly unavailable: Unavailable };

export type RenewalModel = FitOutcome<RenewalFit> & {
  readonly outcomes: readonly RenewalOutcome[];
  /** Renewals decided, and those of them lost. */
  readonly decisions: number;
  readonly losses: number;
};

/** The shifted beta-geometric model of all contract lines, where there are enough decided renewals. */
export const renewalModel = (scope: Scope): RenewalModel => {
  const outcomes = renewalOutcomes(scope);
  const losses = outcomes.reduce((total, { lost }) => total + lost, 0);
  const decisions = outcomes.reduce((total, { renewed, lost }) => total + renewed + lost, 0);
  const known = { outcomes, decisions, losses };
  const needed = lifetimeSettings(scope).minimum.renewals;
  if (decisions < needed)
    return { ...known, unavailable: { code: 'too-few-renewals', params: { n: decisions, needed } } };
  const fit = fitRenewals(outcomes);
  if (fit === undefined)
    return { ...known, unavailable: { code: losses === 0 ? 'no-contract-lost' : 'no-contract-renewed' } };
  return { ...known, fit };
};

const none = new Float64Array();
const fits = recently<{ readonly fit: PurchaseFit | undefined }>(8);

export type PurchaseModel = FitOutcome<PurchaseFit> & {
  /** Customers with orders on record, and those of them who ordered on two days or more. */
  readonly customers: number;
  readonly repeating: number;
};

/** The BG/NBD model of everyone on record in the order file, where there are enough repeat customers. Time in weeks. */
export const purchaseModel = (scope: Scope): PurchaseModel => {
  const records = [...scope.of(customerOrders).values()].map(({ record }) => record);
  const repeating = records.filter(({ repeats }) => repeats > 0).length;
  const known = { customers: records.length, repeating };
  const needed = lifetimeSettings(scope).minimum.customers;
  if (repeating < needed)
    return {
      ...known,
      unavailable: { code: 'too-few-ordering-customers', params: { n: repeating, needed } },
    };
  const columns = (['repeats', 'recency', 'age'] as const).map(name =>
    Float64Array.from(records, record => record[name]),
  );
  const [repeats = none, recency = none, age = none] = columns;
  // Dear, and the same for every analysis of the same orders: the preview makes one at each edit.
  const key = columns.map(column => column.join()).join(';');
  const { fit } = fits(key, () => ({ fit: fitPurchases({ repeats, recency, age }) }));
  return fit === undefined
    ? { ...known, unavailable: { code: 'too-few-ordering-customers', params: { n: 0, needed } } }
    : { ...known, fit };
};
