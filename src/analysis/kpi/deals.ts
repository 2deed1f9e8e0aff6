import type { Opportunity } from '../../model/account-activity.ts';
import { plus, quotient } from '../../model/formula.ts';
import { periodOfDate } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { converted } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import type { Stated } from '../formulas.ts';
import type { Money } from '../money.ts';
import type { Scope } from '../scope.ts';
import { rateSource, sumOfTerms, type Term } from '../terms.ts';
import { perCustomer } from './per-customer.ts';
import { isWithin, yearWindow } from './tenure.ts';

/** An opportunity that was won or lost in the last four quarters. */
export interface Deal {
  readonly opportunity: Opportunity;
  readonly won: boolean;
  /** Value in reporting currency at the rate of the quarter in which it closed; absent where value or rate is not recorded. */
  readonly value?: Money;
  /** The value and, in another currency, its rate. */
  readonly terms: Term;
  readonly source: SourceRef;
}

/** Deals decided in the last four quarters. One without a closing date can't be placed and is left out. */
export const decidedDeals = (scope: Scope, of: readonly Customer[]): Deal[] =>
  of.flatMap(customer => ownDeals(scope, customer));

const ownDeals = perCustomer((scope, { members }): readonly Deal[] => {
  const window = yearWindow(scope);
  return members.flatMap(account =>
    account.opportunities.flatMap((opportunity, index) => {
      const decided = opportunity.stage === 'won' || opportunity.stage === 'lost';
      if (!decided || !isWithin(opportunity.closed, window)) return [];
      return [
        {
          opportunity,
          won: opportunity.stage === 'won',
          ...valueIn(scope, account, opportunity),
          terms: termsOf(scope, account, opportunity, at(account.source, 'opportunities', index, 'value')),
          source: at(account.source, 'opportunities', index),
        },
      ];
    }),
  );
});

const termsOf = (scope: Scope, account: Account, { closed }: Opportunity, value: SourceRef): Term =>
  closed === undefined
    ? [value]
    : [value, ...rateSource(scope, account, periodOfDate(closed, scope.workspace.settings.fiscalYearStart))];

/** The value of some deals ÷ that of all, from values and rates: those that count stand first. */
export const shareOfValue = <T extends Pick<Deal, 'terms'>>(
  deals: readonly T[],
  counts: (deal: T) => boolean,
): Stated => {
  const termsOfDeals = (some: readonly T[]): readonly Term[] => some.map(({ terms }) => terms);
  const part = sumOfTerms(termsOfDeals(deals.filter(counts)));
  const rest = sumOfTerms(termsOfDeals(deals.filter(deal => !counts(deal))), part.inputs.length);
  return {
    inputs: [...part.inputs, ...rest.inputs],
    formula: quotient(part.formula, plus(part.formula, rest.formula)),
  };
};

const valueIn = (
  scope: Scope,
  account: Account,
  { value, closed }: Opportunity,
): { readonly value?: Money } => {
  if (closed === undefined) return {};
  const period = periodOfDate(closed, scope.workspace.settings.fiscalYearStart);
  const worth = converted(scope, account, value, period);
  return worth === undefined ? {} : { value: worth };
};
