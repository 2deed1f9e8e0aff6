import type { Opportunity } from '../../model/account-activity.ts';
import type { Coverage } from '../../model/figure.ts';
import { daysBetween } from '../../model/period.ts';
import { converted } from '../amounts.ts';
import { asOf } from '../as-of.ts';
import type { Customer } from '../customers.ts';
import type { Money } from '../money.ts';
import { sumOfMoney } from '../money.ts';
import { wantedCustomers } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { type Entry, entriesOf } from './entries.ts';
import { relationshipOf } from './settings.ts';

/** A sale that is sought and not yet decided at the date of the data. */
export interface OpenOpportunity extends Entry<Opportunity> {
  readonly customer: Customer;
  /** Revenue a year, in reporting currency; absent where value or rate is not recorded. */
  readonly value?: Money;
  /** Value × probability; absent where one of them is not recorded. */
  readonly weighted?: Money;
  /** Days since it was opened; absent where the date is not recorded. */
  readonly age?: number;
  /** Open for more days than declared; absent where the age is not known. */
  readonly overdue?: boolean;
}

/** Open opportunities of the customers that we have or want, by customer. */
export const openOpportunities = (scope: Scope): ReadonlyMap<string, readonly OpenOpportunity[]> =>
  new Map(scope.of(wantedCustomers).map(customer => [customer.id, openOf(scope, customer)]));

const openOf = (scope: Scope, customer: Customer): readonly OpenOpportunity[] =>
  entriesOf(customer, 'opportunities')
    .filter(({ item }) => isOpen(item, asOf(scope)))
    .map(entry => measured(scope, customer, { ...entry, item: asThen(entry.item) }));

/** Begun and not yet decided on a day: what was won or lost later was still open. One decided without a date never was. */
export const isOpen = ({ stage, opened, closed }: Opportunity, day: string): boolean => {
  const isDecided = (stage === 'won' || stage === 'lost') && (closed === undefined || closed <= day);
  return !isDecided && (opened === undefined || opened <= day);
};

/** What stage it had before it was decided is on no record. */
const asThen = (opportunity: Opportunity): Opportunity =>
  opportunity.stage === 'won' || opportunity.stage === 'lost'
    ? { ...opportunity, stage: 'open' }
    : opportunity;

const measured = (scope: Scope, customer: Customer, entry: Entry<Opportunity>): OpenOpportunity => {
  const { value: amount, probability, opened } = entry.item;
  const value = converted(scope, entry.account, amount);
  const age = opened === undefined ? undefined : daysBetween(opened, asOf(scope));
  return {
    ...entry,
    customer,
    ...(value === undefined ? {} : { value }),
    ...(value === undefined || probability === undefined ? {} : { weighted: value.times(probability) }),
    ...(age === undefined ? {} : { age, overdue: age > relationshipOf(scope).staleOpportunity }),
  };
};

/** Some open opportunities together. */
export interface Pipeline {
  readonly count: number;
  /** Sum of the known values; absent where none is known. */
  readonly value?: Money;
  readonly valued: Coverage;
  /** Sum of value × probability over those that name both. */
  readonly weighted?: Money;
  readonly weightable: Coverage;
  readonly overdue: number;
  readonly dated: Coverage;
  readonly opportunities: readonly OpenOpportunity[];
}

export const pipelineOf = (opportunities: readonly OpenOpportunity[]): Pipeline => {
  const value = sumOfMoney(opportunities.map(one => one.value));
  const weighted = sumOfMoney(opportunities.map(one => one.weighted));
  const of = opportunities.length;
  const known = (key: 'value' | 'weighted' | 'age'): Coverage => ({
    n: opportunities.filter(one => one[key] !== undefined).length,
    of,
  });
  return {
    count: of,
    ...(value === undefined ? {} : { value }),
    valued: known('value'),
    ...(weighted === undefined ? {} : { weighted }),
    weightable: known('weighted'),
    overdue: opportunities.filter(one => one.overdue === true).length,
    dated: known('age'),
    opportunities,
  };
};
