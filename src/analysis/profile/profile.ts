import type { CustomerProfile } from '../../model/customer-profile.ts';
import type { Coverage, FigureInput, Unavailable } from '../../model/figure.ts';
import { type Customer, customers } from '../customers.ts';
import { standingOf } from '../portfolio/standing.ts';
import { contributions } from '../rationalisation/contribution.ts';
import type { Scope } from '../scope.ts';
import { type Example, fitProfile, type PointsProfile, pointsOf, totalPoints } from './fit.ts';
import { balancedAccuracyOf, crossValidate, type Validation } from './validation.ts';
import { profileValue, valueSource } from './values.ts';

export type Recommendation = 'serve' | 'watch' | 'refer';
/** What a recommendation rests on: the points, or why they were not followed. */
export type RecommendationReason = 'by-points' | 'between-cuts' | 'not-validated' | 'too-few-fields';

export interface ProfiledProspect {
  readonly customer: Customer;
  readonly values: Example['values'];
  /** By field. */
  readonly points: readonly number[];
  readonly total: number;
  /** Which customers its points are like those of; `both` at zero, where they speak for neither. */
  readonly resembles: 'profitable' | 'unprofitable' | 'both';
  readonly recommendation: Recommendation;
  readonly reason: RecommendationReason;
  /** Fields with a value that some customer has too. */
  readonly coverage: Coverage;
  readonly inputs: readonly FigureInput[];
}

export interface ExampleCustomer extends Example {
  readonly customer: Customer;
}

export interface CustomerProfiling {
  readonly settings: CustomerProfile;
  /** Customers whose contribution ratio is known in full, by id. */
  readonly examples: readonly ExampleCustomer[];
  /** Known, of everyone with revenue. */
  readonly coverage: Coverage;
  readonly profile?: PointsProfile;
  readonly validation?: Validation;
  /** Why there is no profile. */
  readonly refused?: Unavailable;
  /** By points, highest first; equal ones by id. */
  readonly prospects: readonly ProfiledProspect[];
}

/** The profile that the workspace declares, fitted, validated and applied; undefined where none is declared. */
export const customerProfiling = (scope: Scope): CustomerProfiling | undefined => {
  const settings = scope.workspace.program.rationalisation?.profile;
  if (settings === undefined) return undefined;
  const known = scope
    .of(contributions)
    .filter(({ standing, revenue }) => standing !== 'prospect' && revenue.total !== undefined);
  const examples = known
    .flatMap(({ customer, ratio, gap }) =>
      gap === undefined && ratio !== undefined
        ? [exampleOf(customer, settings, ratio >= settings.profitable)]
        : [],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const base = { settings, examples, coverage: { n: examples.length, of: known.length } };
  const refused = refusalOf(examples, settings);
  if (refused !== undefined) return { ...base, refused, prospects: [] };
  const profile = fitProfile(examples, settings.fields.length, settings);
  const validation = crossValidate(examples, settings.fields.length, settings);
  return {
    ...base,
    profile,
    validation,
    prospects: prospectsOf(scope, settings, profile, balancedAccuracyOf(validation)),
  };
};

const valuesOf = (customer: Customer, { fields }: CustomerProfile): Example['values'] =>
  fields.map(field => profileValue(customer.account, field));

const exampleOf = (customer: Customer, settings: CustomerProfile, profitable: boolean): ExampleCustomer => ({
  id: customer.id,
  customer,
  values: valuesOf(customer, settings),
  profitable,
});

const refusalOf = (
  examples: readonly Example[],
  { minimumPerClass }: CustomerProfile,
): Unavailable | undefined => {
  const profitable = examples.filter(example => example.profitable).length;
  const unprofitable = examples.length - profitable;
  return Math.min(profitable, unprofitable) < minimumPerClass
    ? { code: 'too-few-per-class', params: { profitable, unprofitable, minimum: minimumPerClass } }
    : undefined;
};

const prospectsOf = (
  scope: Scope,
  settings: CustomerProfile,
  profile: PointsProfile,
  balancedAccuracy: number,
): readonly ProfiledProspect[] =>
  scope
    .of(customers)
    .filter(customer => standingOf(scope, customer) === 'prospect')
    .map(customer => prospectOf(customer, settings, profile, balancedAccuracy))
    .sort((a, b) => b.total - a.total);

const prospectOf = (
  customer: Customer,
  settings: CustomerProfile,
  profile: PointsProfile,
  balancedAccuracy: number,
): ProfiledProspect => {
  const values = valuesOf(customer, settings);
  const total = totalPoints(profile, values);
  const n = values.filter((value, field) =>
    profile.fields[field]?.some(known => known.value === value),
  ).length;
  return {
    customer,
    values,
    points: pointsOf(profile, values),
    total,
    resembles: total === 0 ? 'both' : total > 0 ? 'profitable' : 'unprofitable',
    ...recommendationOf(total, n, settings, balancedAccuracy),
    coverage: { n, of: values.length },
    inputs: settings.fields.map(field => valueSource(customer.account, field)),
  };
};

/**
 * A cut belongs to the outer side. A profile that recognises little better than guessing turns nobody away, and says nothing
 * of a prospect that resembles no customer.
 */
const recommendationOf = (
  total: number,
  familiar: number,
  { fields, serve, refer, minimumFields, minimumBalancedAccuracy }: CustomerProfile,
  balancedAccuracy: number,
): Pick<ProfiledProspect, 'recommendation' | 'reason'> => {
  if (familiar < Math.min(minimumFields, fields.length))
    return { recommendation: 'watch', reason: 'too-few-fields' };
  if (balancedAccuracy < minimumBalancedAccuracy) return { recommendation: 'watch', reason: 'not-validated' };
  if (total >= serve) return { recommendation: 'serve', reason: 'by-points' };
  if (total <= refer) return { recommendation: 'refer', reason: 'by-points' };
  return { recommendation: 'watch', reason: 'between-cuts' };
};
