import type { Coverage, Figure, Unavailable } from '../../model/figure.ts';
import { input } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { formulaOf } from '../amounts.ts';
import { byAccount } from '../by-account.ts';
import { type Customer, customerOf, isKey } from '../customers.ts';
import { meanWeighted, type Stated, shareOfTotal, sumBetween } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import type { Money } from '../money.ts';
import { basis, threshold } from '../portfolio/assumptions.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import { compareBudget } from '../programme/budget.ts';
import { accountEntries } from '../programme/spend.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { fullTimeFrom, partsOf, peopleIn, totalFullTime } from './people.ts';
import { fullTimeAssumption, resourceSettings, weightAssumptions } from './settings.ts';
import { type ResourceShare, resourceShares } from './shares.ts';
import { shareMeasures, statedWorth } from './worth.ts';

/** Whether something is recorded under `resources` for a customer, or it is a key one. */
const isResourced = (scope: Scope, customer: Customer): boolean =>
  isKey(scope, customer) || customer.members.some(({ resources }) => resources);

const sharesOf = byAccount(
  scope => scope.of(resourceShares),
  ({ customer }) => customer.id,
);

/** What one account gets: money, people, its share, and the ratios that judge it. */
export const accountResourceFigures = (scope: Scope, method: string, account: string): Figure[] => {
  const customer = customerOf(scope, account);
  return [
    ...(customer !== undefined && isResourced(scope, customer) ? ownFigures(scope, method, customer) : []),
    ...sharesOf(scope, account).flatMap(row => shareFigures(scope, method, row)),
  ];
};

const ownFigures = (scope: Scope, method: string, customer: Customer): Figure[] => {
  const make = figuresOf(method, scope.period);
  const prefix = `account.${customer.id}.resources`;
  const {
    budget,
    actual,
    compared,
    variance,
    varianceShare,
    varianceInputs,
    varianceFormula,
    varianceShareFormula,
    coverage,
  } = compareBudget(accountEntries(scope, customer.members, currentSpan(scope)));
  const parts = partsOf(scope, customer.members);
  const [people, fullTime] = [peopleIn(parts), fullTimeFrom(scope, parts)];
  const unit = moneyUnit(scope);
  const value = (money: Money | undefined, code: string): number | Unavailable =>
    money?.toNumber() ?? { code };
  const spend = placesOf(customer.members);
  const inputs = { budget: orElse(budget.inputs, spend), actual: orElse(actual.inputs, spend) };
  const assumptions = [basis(scope)];
  return [
    make(`${prefix}.budget`, value(budget.total, 'no-budget'), unit, 0, inputs.budget, {
      assumptions,
      coverage: { n: budget.found, of: budget.sought },
      ...formulaOf(budget),
    }),
    make(`${prefix}.actual`, value(actual.total, 'no-spend'), unit, 0, inputs.actual, {
      assumptions,
      coverage: { n: actual.found, of: actual.sought },
      ...formulaOf(actual),
    }),
    make(
      `${prefix}.budget-compared`,
      value(compared.total, 'no-budget'),
      unit,
      0,
      orElse(compared.inputs, spend),
      { assumptions, coverage, ...formulaOf(compared) },
    ),
    make(`${prefix}.variance`, value(variance, 'no-budget'), unit, 0, orElse(varianceInputs, spend), {
      assumptions,
      coverage,
      polarity: 'lower',
      formula: varianceFormula,
    }),
    make(
      `${prefix}.variance-share`,
      varianceShare ?? { code: 'no-budget' },
      'share',
      1,
      orElse(varianceInputs, spend),
      { assumptions, coverage, polarity: 'lower', formula: varianceShareFormula },
    ),
    make(
      `${prefix}.people`,
      parts.length === 0 ? { code: 'no-people' } : people.number,
      'count',
      0,
      orElse(people.inputs, spend),
      { formula: people.formula },
    ),
    make(
      `${prefix}.fte`,
      totalFullTime(parts) ?? { code: 'no-people' },
      'index',
      2,
      orElse(fullTime.inputs, spend),
      {
        formula: fullTime.formula,
        assumptions: [basis(scope), fullTimeAssumption(scope)],
        coverage: { n: parts.filter(({ fte }) => fte !== undefined).length, of: parts.length },
      },
    ),
  ];
};

// Where nothing is recorded, the place where it would stand.
const orElse = <T>(inputs: readonly T[], otherwise: readonly T[]): readonly T[] =>
  inputs.length > 0 ? inputs : otherwise;
const placesOf = (accounts: readonly Account[]) => accounts.map(({ source }) => at(source, 'resources'));

/** Accounts that have a share, of all that could. */
const comparedAccounts = (scope: Scope): Coverage => {
  const rows = scope.of(resourceShares);
  return { n: rows.filter(({ share }) => share !== undefined).length, of: rows.length };
};

const comparedRows = (scope: Scope): readonly ResourceShare[] =>
  scope.of(resourceShares).filter(({ unavailable }) => unavailable === undefined);

const hoursOf = (rows: readonly ResourceShare[]): Stated => {
  const inputs = rows.flatMap(({ hoursInputs }) => hoursInputs);
  return { inputs, formula: sumBetween(0, inputs.length) };
};

const spentOn = (rows: readonly ResourceShare[]): Stated => ({
  inputs: rows.map(({ customer }) => `account.${customer.id}.resources.actual`),
  formula: sumBetween(0, rows.length),
});

/** The mean of the two shares, or the one that anybody records. */
const statedShare = (scope: Scope, { customer, ...row }: ResourceShare): Stated => {
  const { weights } = resourceSettings(scope);
  const known = (['hours', 'money'] as const).filter(
    name => row.share === undefined || row[`${name}Share`] !== undefined,
  );
  return {
    inputs: known.map(name => `account.${customer.id}.resources.${name}-share`),
    formula: meanWeighted(known.map(name => weights[name])),
  };
};

const shareFigures = (scope: Scope, method: string, row: ResourceShare): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { id, account } = row.customer;
  const prefix = `account.${id}.resources`;
  const why: Unavailable = row.unavailable ?? { code: 'nothing-to-share' };
  const [low, high] = [threshold(scope, 'effortLow'), threshold(scope, 'effortHigh')];
  const compared = comparedRows(scope);
  const others = compared.filter(one => one !== row);
  const hours = shareOfTotal(hoursOf([row]), hoursOf(others));
  const money = shareOfTotal(spentOn([row]), spentOn(others));
  const whole = statedShare(scope, row);
  const coverage = scope.of(comparedAccounts);
  return [
    make(
      `${prefix}.hours-share`,
      row.hoursShare ?? why,
      'share',
      1,
      row.hoursShare === undefined ? orElse(row.hoursInputs, [at(account.source, 'history')]) : hours.inputs,
      { assumptions: [basis(scope)], coverage, formula: hours.formula },
    ),
    make(
      `${prefix}.money-share`,
      row.moneyShare ?? why,
      'share',
      1,
      row.moneyShare === undefined
        ? orElse(row.money.inputs, [at(account.source, 'resources')])
        : money.inputs,
      { assumptions: [basis(scope)], coverage, formula: money.formula },
    ),
    make(`${prefix}.share`, row.share ?? why, 'share', 1, whole.inputs, {
      assumptions: weightAssumptions(scope),
      coverage,
      formula: whole.formula,
    }),
    ...shareMeasures.flatMap(measure => {
      const stated = statedWorth(
        scope,
        measure,
        id,
        compared.map(({ customer }) => customer.id),
      );
      return [
        make(
          `${prefix}.worth.${measure}`,
          row.worth[measure] ?? { code: `no-worth-${measure}` },
          'share',
          1,
          stated?.worth.inputs ?? [at(account.source, 'history')],
          stated === undefined ? {} : { coverage: stated.coverage, formula: stated.worth.formula },
        ),
        make(
          `${prefix}.ratio.${measure}`,
          row.ratios[measure] ?? (row.share === undefined ? why : { code: `no-worth-${measure}` }),
          'index',
          2,
          stated?.ratio.inputs ?? [`${prefix}.share`, `${prefix}.worth.${measure}`],
          { assumptions: [low, high], ...(stated === undefined ? {} : { formula: stated.ratio.formula }) },
        ),
      ];
    }),
    make(
      `${prefix}.verdict`,
      row.verdict ?? (row.share === undefined ? why : { code: 'money-not-booked' }),
      'term',
      0,
      shareMeasures.map(measure => `${prefix}.ratio.${measure}`),
      { vocabulary: 'investment', assumptions: [low, high] },
    ),
    ...farthestFigures(scope, method, row, why),
  ];
};

/** The ratio that the verdict rests on, and which it is: a verdict without them can't be followed. */
const farthestFigures = (
  scope: Scope,
  method: string,
  { customer, farthest }: ResourceShare,
  why: Unavailable,
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const prefix = `account.${customer.id}.resources`;
  const ratios = shareMeasures.map(measure => `${prefix}.ratio.${measure}`);
  const own = farthest === undefined ? ratios : [`${prefix}.ratio.${farthest.measure}`];
  return [
    make(`${prefix}.farthest-ratio`, farthest?.ratio ?? why, 'index', 2, own, {
      assumptions: [threshold(scope, 'effortLow'), threshold(scope, 'effortHigh')],
      ...(farthest === undefined ? {} : { formula: input(0) }),
    }),
    make(`${prefix}.farthest-measure`, farthest?.measure ?? why, 'term', 0, ratios, {
      vocabulary: 'share-measure',
    }),
  ];
};
