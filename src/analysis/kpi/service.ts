import type { Contract } from '../../model/account-activity.ts';
import type { FigureInput } from '../../model/figure.ts';
import { constant, type Formula, minus, quotient, sumOf } from '../../model/formula.ts';
import { yearBefore } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { converted, rateOf, sumWithRates } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { type Filed, filedIn, placeOf } from '../filed.ts';
import { withInputs } from '../inputs.ts';
import { ratio, sum, sumOfRecorded } from '../money.ts';
import { threshold } from '../portfolio/assumptions.ts';
import { lastDay } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { mapped, ratioUncertainty } from '../statistics/uncertainty.ts';
import { rateSource, sumOfTerms, type Term } from '../terms.ts';
import { type Measurement, rate, unavailable } from './measurement.ts';

/** Commitments of the service level met ÷ promised in the quarter (domain 4.6). A share, 0–1. */
export const serviceMet = (scope: Scope, of: readonly Customer[]): Measurement => {
  const promising = (): readonly Account[] =>
    of.flatMap(({ members }) => members).filter(({ service }) => service[scope.period] !== undefined);
  const quarters = promising().flatMap(({ service }) => service[scope.period] ?? []);
  const total = (field: 'met' | 'promised') => quarters.reduce((all, quarter) => all + quarter[field], 0);
  const places = (field: 'met' | 'promised') =>
    promising().map(({ source }) => at(source, 'service', scope.period, field));
  const counted = withInputs(() => [...places('met'), ...places('promised')], {
    successes: total('met'),
    trials: total('promised'),
    formula: quotient(sumOf(0, quarters.length), sumOf(quarters.length)),
  });
  return rate(scope, counted, 'no-service-level');
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
  const { known, of: cohort } = contractedOf(scope, of);
  const [now, before] = [totalOf(scope, known, 'has'), totalOf(scope, known, 'had')];
  const stated = (): readonly FigureInput[] => {
    const again = contractedOf(scope, of).known;
    return (['has', 'had'] as const).flatMap(
      side => sumOfTerms(again.flatMap(customer => customer[side].map(one => termOf(scope, one)))).inputs,
    );
  };
  const growth = ratio(now.total, before.total);
  if (growth === undefined) return unavailable('no-contracts-a-year-ago', stated);
  return withInputs(stated, {
    value: growth - 1,
    formula: minus(quotient(now.formulaFrom(0), before.formulaFrom(now.places)), constant(1)),
    coverage: { n: known.length, of: cohort },
    sample: known.length,
    ...mapped(
      ratioUncertainty(
        known.map(({ has, had }) => [contractedValue(scope, has), contractedValue(scope, had)]),
        scope.workspace.settings.thresholds.confidence,
      ),
      ratioThen => ratioThen - 1,
    ),
    assumptions: [threshold(scope, 'confidence')],
  });
};

/** The contracts of one customer that bound both sides a year ago, and those that do now. */
interface Contracted {
  readonly had: readonly Filed<Contract>[];
  readonly has: readonly Filed<Contract>[];
}

/** Customers that had a contract a year ago; known are those that can be compared. */
const contractedOf = (
  scope: Scope,
  of: readonly Customer[],
): { readonly known: readonly Contracted[]; readonly of: number } => {
  const [today, then] = [lastDay(scope), lastDay(scope.at(yearBefore(scope.period)))];
  const cohort = of.flatMap(customer => {
    const had = filedIn([customer], 'contracts', contract => binds(contract, then));
    return had.length === 0 ? [] : [{ customer, had }];
  });
  const isValued = ({ account, item }: Filed<Contract>): boolean =>
    item.value !== undefined && rateOf(scope, account, scope.period) !== undefined;
  const known = cohort.flatMap(({ customer, had }) => {
    const has = filedIn([customer], 'contracts', contract => binds(contract, today));
    const unclear = had.some(({ item }) => isUnclear(item, today));
    return unclear || ![...had, ...has].every(isValued) ? [] : [{ had, has }];
  });
  return { known, of: cohort.length };
};

/** The value of contracts in reporting currency, and its formula from their places: first what only needs to be added. */
const totalOf = (scope: Scope, known: readonly Contracted[], side: keyof Contracted) => {
  const contracts = known.flatMap(customer => customer[side]);
  const { currency: own } = scope.workspace.settings;
  const isForeign = ({ account: { currency } }: Filed<Contract>): boolean =>
    currency !== undefined && currency !== own;
  const foreign = contracts.filter(isForeign);
  const plain = contracts.filter(contract => !isForeign(contract));
  return {
    total: sumOfRecorded(plain.map(({ item }) => item.value ?? 0)).plus(
      sum(foreign.flatMap(({ account, item }) => converted(scope, account, item.value) ?? [])),
    ),
    places: plain.length + 2 * foreign.length,
    formulaFrom: (from: number): Formula => sumWithRates(from, plain.length, 2 * foreign.length),
  };
};

const contractedValue = (scope: Scope, contracts: readonly Filed<Contract>[]): number =>
  sum(contracts.flatMap(({ account, item }) => converted(scope, account, item.value) ?? [])).toNumber();

const termOf = (scope: Scope, contract: Filed<Contract>): Term => [
  placeOf(contract, 'value'),
  ...rateSource(scope, contract.account),
];
