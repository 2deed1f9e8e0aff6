import type { Contract } from '../../model/account-activity.ts';
import { constant, minus, quotient, sumOf } from '../../model/formula.ts';
import { yearBefore } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { converted } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { ratio, sum } from '../money.ts';
import { lastDay } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { rateSource, sumOfTerms } from '../terms.ts';
import { type Measurement, rate, unavailable } from './measurement.ts';

/** Commitments of the service level met ÷ promised in the quarter (domain 4.6). A share, 0–1. */
export const serviceMet = (scope: Scope, of: readonly Customer[]): Measurement => {
  const quarters = of
    .flatMap(customer => customer.members)
    .flatMap(({ service, source }) => {
      const quarter = service[scope.period];
      return quarter === undefined ? [] : [{ ...quarter, source: at(source, 'service', scope.period) }];
    });
  const places = (field: 'met' | 'promised') => quarters.map(({ source }) => at(source, field));
  const total = (field: 'met' | 'promised') => quarters.reduce((all, quarter) => all + quarter[field], 0);
  return rate(
    scope,
    {
      successes: total('met'),
      trials: total('promised'),
      inputs: [...places('met'), ...places('promised')],
      formula: quotient(sumOf(0, quarters.length), sumOf(quarters.length)),
    },
    'no-service-level',
  );
};

const binds = ({ start, end }: Contract, day: string): boolean => start <= day && day <= end;

/** A contract that ran out and of which nobody says whether it was renewed: neither in force nor over. */
const isUnclear = ({ end, renewal }: Contract, today: string): boolean =>
  end < today && (renewal === 'pending' || renewal === 'not-due');

/**
 * Growth of the scope of work (domain 4.6): contracted value a year at the end of the period ÷ the same a year earlier − 1,
 * over the customers that had a contract then, at the exchange rate of the period. Those with a contract under negotiation
 * or without a value are left out on both sides.
 */
export const scopeGrowth = (scope: Scope, of: readonly Customer[]): Measurement => {
  const [today, then] = [lastDay(scope), lastDay(scope.at(yearBefore(scope.period)))];
  const cohort = of.flatMap(customer => {
    const contracts = customer.members.flatMap(account => contractsOf(scope, account));
    const had = contracts.filter(({ contract }) => binds(contract, then));
    return had.length === 0 ? [] : [{ contracts, had }];
  });
  const known = cohort.flatMap(({ contracts, had }) => {
    const has = contracts.filter(({ contract }) => binds(contract, today));
    const all = contracts.filter(one => had.includes(one) || has.includes(one));
    const unclear = had.some(({ contract }) => isUnclear(contract, today));
    return unclear || all.some(({ value }) => value === undefined) ? [] : [{ had, has, all }];
  });
  const contracted = (side: 'had' | 'has') =>
    sum(known.flatMap(customer => customer[side].flatMap(({ value }) => value ?? [])));
  const growth = ratio(contracted('has'), contracted('had'));
  const terms = (side: 'had' | 'has') => known.flatMap(customer => customer[side].map(one => one.terms));
  const now = sumOfTerms(terms('has'));
  const before = sumOfTerms(terms('had'), now.inputs.length);
  const inputs = [...now.inputs, ...before.inputs];
  if (growth === undefined) return unavailable('no-contracts-a-year-ago', inputs);
  return {
    value: growth - 1,
    inputs,
    formula: minus(quotient(now.formula, before.formula), constant(1)),
    coverage: { n: known.length, of: cohort.length },
    sample: known.length,
  };
};

const contractsOf = (scope: Scope, account: Account) =>
  account.contracts.map((contract, index) => ({
    contract,
    terms: [at(account.source, 'contracts', index, 'value'), ...rateSource(scope, account)],
    value: converted(scope, account, contract.value),
  }));
