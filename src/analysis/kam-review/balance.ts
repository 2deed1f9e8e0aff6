import type { Coverage, FigureInput, Unavailable, Unit } from '../../model/figure.ts';
import { type Formula, sumOf } from '../../model/formula.ts';
import { yearBefore } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import { formulaOf } from '../amounts.ts';
import { numberOfFirst } from '../formulas.ts';
import { lookAt } from '../incentives/measures.ts';
import type { Kam } from '../kams.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import { quarterCoverage } from '../portfolio/record.ts';
import { accountEntries, amountOfEntries } from '../programme/spend.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { contactsByPerson } from './purposes.ts';

/** What goes into the accounts of a key account manager, and what comes out of them. */
export interface BalanceRow {
  readonly side: 'input' | 'output';
  readonly measure: 'hours' | 'contacts' | 'spend' | 'revenue' | 'growth' | 'margin' | 'new-business';
  readonly unit: Unit;
  readonly precision: number;
  readonly now: Found;
  /** The same quarters a year before. */
  readonly prior: Found;
}

interface Found {
  readonly value?: number;
  readonly unavailable?: Unavailable;
  readonly inputs: readonly FigureInput[];
  readonly formula?: Formula;
  /** How much of what should be recorded is; contacts have none, since nobody knows how many there should be. */
  readonly coverage?: Coverage;
}

type Source = (scope: Scope, kam: Kam) => Found;

const members = ({ customers }: Kam) => customers.flatMap(customer => customer.members);

const allTogether = sumOf();

/** Hours that our people spent on the accounts. */
const hours: Source = (scope, kam) => {
  const found = members(kam).flatMap(({ history, source }) =>
    currentSpan(scope).flatMap(period => {
      const value = history[period]?.hours;
      return value === undefined ? [] : [{ value, source, period }];
    }),
  );
  const coverage = quarterCoverage(
    scope,
    members(kam),
    currentSpan(scope),
    ({ history }, period) => history[period]?.hours !== undefined,
  );
  if (found.length === 0) return { unavailable: { code: 'no-hours' }, inputs: [], coverage };
  return {
    coverage,
    value: found.reduce((sum, { value }) => sum + value, 0),
    get inputs() {
      return found.map(({ source, period }) => at(source, 'history', period, 'hours'));
    },
    formula: allTogether,
  };
};

/** Contacts that the person sought with any account; unknown where nobody has recorded one in the span. */
const contacts: Source = (scope, { id }) => {
  const all = scope.of(contactsByPerson);
  const own = (all.get(id) ?? []).filter(({ direction }) => direction === 'outbound');
  const inputs = own.map(({ source }) => source);
  const recorded = [...all.values()].some(some => some.some(({ direction }) => direction === 'outbound'));
  return !recorded
    ? { unavailable: { code: 'no-interactions' }, inputs }
    : { value: own.length, inputs, formula: numberOfFirst(own.length) };
};

/** Money spent on the accounts alone. */
const spend: Source = (scope, kam) => {
  const entries = accountEntries(scope, members(kam), currentSpan(scope));
  const spent = amountOfEntries(entries, 'actual');
  const { total, inputs } = spent;
  const coverage = { n: spent.found, of: spent.sought };
  return total === undefined
    ? { unavailable: { code: 'no-spend' }, inputs, coverage }
    : { value: total.toNumber(), inputs, coverage, ...formulaOf(spent) };
};

const sold =
  (measure: 'revenue' | 'revenue-growth' | 'margin' | 'new-business'): Source =>
  (scope, kam) => {
    const looked = lookAt(scope, kam, measure);
    const { value, unavailable, formula, coverage } = looked;
    return {
      ...(value === undefined ? {} : { value: value.toNumber() }),
      ...(unavailable === undefined ? {} : { unavailable }),
      ...(coverage === undefined ? {} : { coverage }),
      get inputs() {
        return looked.inputs;
      },
      ...(value === undefined || formula === undefined ? {} : { formula }),
    };
  };

/** Hours, contacts and money in; revenue, its growth, margin after cost to serve and new business out. */
export const balanceOf = (scope: Scope, kam: Kam): readonly BalanceRow[] => {
  const before = scope.at(yearBefore(scope.period));
  const money = { unit: moneyUnit(scope), precision: 0 } as const;
  const count = { unit: 'count', precision: 0 } as const;
  const both = (source: Source): Pick<BalanceRow, 'now' | 'prior'> => ({
    now: source(scope, kam),
    prior: source(before, kam),
  });
  return [
    { side: 'input', measure: 'hours', ...count, ...both(hours) },
    { side: 'input', measure: 'contacts', ...count, ...both(contacts) },
    { side: 'input', measure: 'spend', ...money, ...both(spend) },
    { side: 'output', measure: 'revenue', ...money, ...both(sold('revenue')) },
    { side: 'output', measure: 'growth', unit: 'share', precision: 1, ...both(sold('revenue-growth')) },
    { side: 'output', measure: 'margin', ...money, ...both(sold('margin')) },
    { side: 'output', measure: 'new-business', ...money, ...both(sold('new-business')) },
  ];
};
