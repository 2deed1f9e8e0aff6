import type { FigureInput } from '../../model/figure.ts';
import { previous } from '../../model/period.ts';
import { derivedMeasures } from '../../model/scoring.ts';
import type { Condition, SegmentationScheme } from '../../model/segmentation.ts';
import { at } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import { type Customer, customers, isKey } from '../customers.ts';
import { lifetimeQuadrant } from '../lifetime/quadrants.ts';
import { potentialCriterion } from '../resources/settings.ts';
import type { Scope } from '../scope.ts';
import { kaism, type Quadrant } from './kaism.ts';
import { type MeasureName, measureOf } from './measures.ts';
import { pointsRows } from './points-table.ts';
import { portfolioRevenue } from './revenue.ts';
import { standingOf, wantedCustomers } from './standing.ts';

/** A customer and the segment that its first matching rule puts it in; none where no rule matches. */
export interface Member {
  readonly customer: Customer;
  readonly segment?: SegmentationScheme['segments'][number];
}

export interface Segmented {
  readonly scheme: SegmentationScheme;
  /** Place of the scheme in the file. */
  readonly index: number;
  /** Everybody with business or wanted, by id. */
  readonly members: readonly Member[];
}

type Value = string | number | boolean | undefined;

/** Every scheme of the workspace applied to every customer that is wanted or has revenue in either span. */
export const segmentation = (scope: Scope): readonly Segmented[] => {
  const schemes = scope.workspace.program.segments?.schemes ?? [];
  const all = segmentable(scope);
  return schemes.map((scheme, index) => ({
    scheme,
    index,
    members: all.map(customer => memberOf(scope, scheme, customer)),
  }));
};

const segmentable = (scope: Scope): readonly Customer[] => {
  const included = new Set([
    ...wantedCustomers(scope).map(({ id }) => id),
    ...scope.of(portfolioRevenue).rows.map(({ customer }) => customer.id),
  ]);
  return scope.of(customers).filter(({ id }) => included.has(id));
};

const memberOf = (scope: Scope, scheme: SegmentationScheme, customer: Customer): Member => {
  const segment = scheme.segments.find(({ when }) =>
    when.every(condition => holds(condition, fieldValue(scope, customer, condition.field))),
  );
  return { customer, ...(segment === undefined ? {} : { segment }) };
};

/** Whether a value fulfils every test of a condition; a missing one fulfils none but `missing: true`. */
export const holds = ({ is, in: among, atLeast, below, missing }: Condition, value: Value): boolean => {
  if (missing !== undefined && missing !== (value === undefined)) return false;
  if (value === undefined)
    return missing === true && [is, among, atLeast, below].every(test => test === undefined);
  return (
    (is === undefined || value === is) &&
    (among === undefined || (typeof value !== 'boolean' && among.includes(value))) &&
    (atLeast === undefined || (typeof value === 'number' && value >= atLeast)) &&
    (below === undefined || (typeof value === 'number' && value < below))
  );
};

const profileFields = [
  'type',
  'industry',
  'country',
  'region',
  'location',
  'currency',
  'manager',
  'sponsor',
] as const;

/** The criterion whose points a field gives: that of `criterion.<id>`, or the one that stands for potential. */
const criterionOf = (scope: Scope, field: string): string | undefined => {
  if (field === 'potential') return potentialCriterion(scope);
  return field.startsWith('criterion.') ? field.slice('criterion.'.length) : undefined;
};

const pointsOf = (scope: Scope, { id }: Customer, criterion: string): number | undefined =>
  scope
    .of(pointsRows)
    .get(id)
    ?.items.find(item => item.criterion.id === criterion)?.points;

const quadrantsById = (scope: Scope): ReadonlyMap<string, Quadrant | undefined> =>
  new Map(scope.of(kaism)?.rows.map(({ customer, quadrant }) => [customer.id, quadrant]));

/** The value of a field that rules can name; undefined where it is not recorded. */
export const fieldValue = (scope: Scope, customer: Customer, field: string): Value => {
  const { account } = customer;
  const measure = derivedMeasures.find(name => name === field);
  if (measure !== undefined) return measureOf(scope, customer, measure satisfies MeasureName).value;
  if (field.startsWith('fields.')) return account.fields[field.slice('fields.'.length)];
  const criterion = criterionOf(scope, field);
  if (criterion !== undefined) return pointsOf(scope, customer, criterion);
  const profile = profileFields.find(name => name === field);
  if (profile === 'currency') return account.currency ?? scope.workspace.settings.currency;
  if (profile !== undefined) return account[profile];
  switch (field) {
    case 'score':
      return scope.of(pointsRows).get(customer.id)?.value;
    case 'key':
      return isKey(scope, customer);
    case 'status':
      return standingOf(scope, customer);
    case 'kaism':
      return scope.of(quadrantsById).get(customer.id);
    case 'lifetime':
      return lifetimeQuadrant(scope, customer.id);
    default:
      return undefined;
  }
};

/** The figure that a field shows; undefined where it stands in the file of the account. */
const figureBehind = (scope: Scope, { id }: Customer, field: string): string | undefined => {
  const criterion = criterionOf(scope, field);
  if (criterion !== undefined) return `account.${id}.score.criterion.${criterion}`;
  const behind = { score: 'score.total', kaism: 'kaism.quadrant', lifetime: 'lifetime.quadrant' };
  const name = Object.entries(behind).find(([one]) => one === field)?.[1];
  return name === undefined ? undefined : `account.${id}.${name}`;
};

/** Where the values that a scheme looks at come from, for one customer. */
export const fieldInputs = (scope: Scope, customer: Customer, scheme: SegmentationScheme): FigureInput[] => {
  const fields = new Set(scheme.segments.flatMap(({ when }) => when.map(({ field }) => field)));
  return [...fields].flatMap((field): readonly FigureInput[] => {
    const measure = derivedMeasures.find(name => name === field);
    if (measure !== undefined) return measureOf(scope, customer, measure).inputs;
    const figure = figureBehind(scope, customer, field);
    if (figure !== undefined && fieldValue(scope, customer, field) !== undefined) return [figure];
    return [at(customer.account.source, ...(figure === undefined ? field.split('.') : []))];
  });
};

/** A customer that changed segment since the last quarter. */
export interface Migration {
  readonly customer: Customer;
  readonly from?: LocalizedText;
  readonly to?: LocalizedText;
}

/**
 * Customers of both quarters that are in another segment now, into or out of none included. None where nothing was
 * sold in the span of the last quarter: there is nothing to compare with, and everybody would seem to have moved.
 */
export const migrations = (scope: Scope, schemeIndex: number): readonly Migration[] =>
  migrationsBetween(scope.at(previous(scope.period)), scope, schemeIndex);

/** The same since any earlier period. */
export const migrationsBetween = (
  earlier: Scope,
  scope: Scope,
  schemeIndex: number,
): readonly Migration[] => {
  const before = membersOf(earlier, schemeIndex);
  return (scope.of(segmentation)[schemeIndex]?.members ?? []).flatMap(({ customer, segment }) => {
    const then = before.get(customer.id);
    if (then === undefined || then.segment?.id === segment?.id) return [];
    return [
      {
        customer,
        ...(then.segment === undefined ? {} : { from: then.segment.name }),
        ...(segment === undefined ? {} : { to: segment.name }),
      },
    ];
  });
};

/** The members of a scheme a quarter ago, by customer; nobody where nothing was sold in the span of that quarter. */
export const membersBefore = (scope: Scope, schemeIndex: number): ReadonlyMap<string, Member> =>
  membersOf(scope.at(previous(scope.period)), schemeIndex);

const membersOf = (scope: Scope, schemeIndex: number): ReadonlyMap<string, Member> =>
  scope.of(portfolioRevenue).total === undefined
    ? new Map()
    : new Map(scope.of(segmentation)[schemeIndex]?.members.map(member => [member.customer.id, member]));
