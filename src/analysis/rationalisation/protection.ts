import type { FigureInput } from '../../model/figure.ts';
import { periodOfDate, shift } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import { asOf } from '../as-of.ts';
import type { Customer } from '../customers.ts';
import { growthOrReason } from '../portfolio/customer-figures.ts';
import { pointsRows } from '../portfolio/points-table.ts';
import { firstRecorded, recordStart } from '../portfolio/record.ts';
import { revenueRows } from '../portfolio/revenue.ts';
import { entriesOf } from '../relation/entries.ts';
import { isOpen } from '../relation/opportunities.ts';
import type { Scope } from '../scope.ts';
import type { CustomerContribution } from './contribution.ts';
import { scoreLine, settingsOf } from './settings.ts';

/** What keeps an account, or why a protection can't be tested. */
export type Protection = 'key' | 'growing' | 'strategic' | 'new' | 'open-opportunity';
export type Untested = 'growth-unknown' | 'score-unknown' | 'age-unknown';
/** One protection put to an account. */
export interface Test {
  readonly verdict: 'kept' | 'untested' | 'not-kept';
  readonly reason: Protection | Untested;
  readonly inputs: readonly FigureInput[];
}

/** A number; 'none' for an account that was no customer a year ago; 'unknown' where quarters are missing on one side. */
export const growthOf = (scope: Scope, { customer }: CustomerContribution): number | 'none' | 'unknown' => {
  const row = scope.of(revenueRows).get(customer.id);
  if (row === undefined) return 'unknown';
  const found = growthOrReason([row]);
  if (typeof found === 'number') return found;
  return found.code === 'no-prior-revenue' && row.comparable ? 'none' : 'unknown';
};

/** Every declared protection that applies, tested. */
export const protectionsOf = (
  scope: Scope,
  row: CustomerContribution,
  growth: number | 'none' | 'unknown',
  score: number | undefined,
): readonly Test[] => {
  const { protect } = settingsOf(scope);
  const { account } = row.customer;
  const line = scoreLine(scope);
  const prefix = `account.${row.customer.id}`;
  return [
    ...(protect.key ? [test(row.key, 'key', [at(account.source, 'key')])] : []),
    ...(protect.growth === false ? [] : [growthTest(growth, protect.growth, [`${prefix}.revenue-change`])]),
    ...(line === undefined || !scope.of(pointsRows).has(row.customer.id)
      ? []
      : [scoreTest(score, line, [`${prefix}.score.total`])]),
    ...(protect.quarters === 0 ? [] : [ageTest(scope, row.customer, protect.quarters)]),
    ...(protect.openOpportunities ? [opportunityTest(scope, row)] : []),
  ];
};

const test = (kept: boolean, reason: Protection, inputs: readonly FigureInput[]): Test => ({
  verdict: kept ? 'kept' : 'not-kept',
  reason,
  inputs,
});

const growthTest = (
  growth: number | 'none' | 'unknown',
  line: number,
  inputs: readonly FigureInput[],
): Test =>
  growth === 'unknown'
    ? { verdict: 'untested', reason: 'growth-unknown', inputs }
    : test(growth !== 'none' && growth >= line, 'growing', inputs);

const scoreTest = (score: number | undefined, line: number, inputs: readonly FigureInput[]): Test =>
  score === undefined
    ? { verdict: 'untested', reason: 'score-unknown', inputs }
    : test(score >= line, 'strategic', inputs);

/**
 * Young is who came less than so many quarters ago. Without a date of arrival it came with its first revenue, or, where the
 * whole record starts there, at some time before.
 */
const ageTest = (scope: Scope, { account, members }: Customer, quarters: number): Test => {
  const first = members.flatMap(member => firstRecorded(member) ?? []).sort()[0];
  const oldest = shift(scope.period, 1 - quarters);
  if (account.since !== undefined) {
    const came = periodOfDate(account.since, scope.workspace.settings.fiscalYearStart);
    return test(came >= oldest, 'new', [at(account.source, 'since')]);
  }
  const inputs = [at(account.source, 'history')];
  if (first === undefined || (first === scope.of(recordStart) && first >= oldest))
    return { verdict: 'untested', reason: 'age-unknown', inputs };
  return test(first >= oldest, 'new', inputs);
};

const opportunityTest = (scope: Scope, { customer }: CustomerContribution): Test => {
  const open = entriesOf(customer, 'opportunities').filter(({ item }) => isOpen(item, asOf(scope)));
  return test(
    open.length > 0,
    'open-opportunity',
    open.map(({ source }) => source),
  );
};
