import { constant, type Formula, meanOf, minus, quotient } from '../../model/formula.ts';
import { daysBetween, daysInYear } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import { asOf } from '../as-of.ts';
import { byAccount } from '../by-account.ts';
import type { Customer } from '../customers.ts';
import { meanWeighted, type Stated, shareOfFirst, shareOfTotal, totalFrom } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import { currentCustomers, type Kam } from '../kams.ts';
import { sum } from '../money.ts';
import { kaism } from '../portfolio/kaism.ts';
import { standingOf } from '../portfolio/standing.ts';
import { accountsAtRisk } from '../relation/at-risk.ts';
import { yearRevenues } from '../relation/risks.ts';
import { resourceSettings } from '../resources/settings.ts';
import type { Scope } from '../scope.ts';

export const difficultyParts = ['risk', 'weakness', 'exposure'] as const;
export type DifficultyPart = (typeof difficultyParts)[number];

/** What makes a portfolio hard to look after, whoever does it. Each part lies in 0–1; higher is harder. */
export interface Difficulty {
  readonly parts: Partial<Readonly<Record<DifficultyPart, Part>>>;
  /** Weighted mean of the known parts; absent where none is known. */
  readonly value?: number;
  readonly formula: Formula;
}

interface Part {
  readonly value: number;
  /** Accounts that it rests on, of those looked after. */
  readonly n: number;
  readonly of: number;
  readonly stated: Stated;
}

export const difficultyOf = (scope: Scope, kam: Kam): Difficulty => {
  const own = currentCustomers(scope, kam).filter(customer => standingOf(scope, customer) === 'active');
  const ids = new Set(own.map(({ id }) => id));
  const parts = {
    ...part('risk', atRisk(scope, own)),
    ...part('weakness', weakness(scope, kam, ids)),
    ...part('exposure', exposure(scope, ids)),
  };
  const { difficulty } = resourceSettings(scope);
  const known = difficultyParts.flatMap(name => {
    const one: Part | undefined = parts[name];
    return one === undefined ? [] : [{ value: one.value, weight: difficulty[name] }];
  });
  const weight = known.reduce((total, one) => total + one.weight, 0);
  return {
    parts,
    formula: meanWeighted(known.map(one => one.weight)),
    ...(weight > 0
      ? { value: known.reduce((total, one) => total + one.value * one.weight, 0) / weight }
      : {}),
  };
};

const part = (name: DifficultyPart, found: Part | undefined): Difficulty['parts'] =>
  found === undefined ? {} : { [name]: found };

type Ids = ReadonlySet<string>;

const risky = (scope: Scope): Ids => new Set(scope.of(accountsAtRisk).map(({ customer }) => customer.id));

/** The rows of the matrix by who manages the account. */
const placedOf = byAccount(
  scope => scope.of(kaism)?.rows ?? [],
  ({ customer }) => customer.account.manager ?? '',
);

/** Accounts at risk ÷ accounts. */
const atRisk = (scope: Scope, own: readonly Customer[]): Part | undefined => {
  if (own.length === 0) return undefined;
  const threatened = scope.of(risky);
  const found = own.filter(({ id }) => threatened.has(id));
  return {
    value: found.length / own.length,
    n: own.length,
    of: own.length,
    stated: withInputs(
      () => [
        ...found.map(({ id }) => `account.${id}.risk.signals`),
        ...own.filter(({ id }) => !threatened.has(id)).map(({ account }) => at(account.source, 'name')),
      ],
      { formula: shareOfFirst(found.length, own.length) },
    ),
  };
};

/** 1 − mean relative strength, on the scale of points: 0.5 is as strong as the best competitors. */
const weakness = (scope: Scope, kam: Kam, ids: Ids): Part | undefined => {
  const matrix = scope.of(kaism);
  if (matrix === undefined) return undefined;
  const { min, max } = matrix.scale;
  const known = placedOf(scope, kam.id).flatMap(({ customer, strength }) =>
    ids.has(customer.id) && strength?.value !== undefined ? [{ id: customer.id, value: strength.value }] : [],
  );
  if (known.length === 0) return undefined;
  const mean = known.reduce((total, { value }) => total + value, 0) / known.length;
  return {
    value: 1 - (mean - min) / (max - min),
    n: known.length,
    of: ids.size,
    stated: withInputs(() => known.map(({ id }) => `account.${id}.kaism.strength`), {
      formula: minus(constant(1), quotient(minus(meanOf(), constant(min)), constant(max - min))),
    }),
  };
};

/** Revenue of four quarters of the accounts at risk ÷ that of all accounts. */
const exposure = (scope: Scope, ids: Ids): Part | undefined => {
  const revenues = scope.of(yearRevenues);
  const known = [...ids].flatMap(id => {
    const revenue = revenues.get(id);
    return revenue?.total?.greaterThan(0) ? [{ id, total: revenue.total, revenue }] : [];
  });
  const threatened = scope.of(risky);
  const whole = sum(known.map(({ total }) => total));
  if (!whole.greaterThan(0)) return undefined;
  const lost = sum(known.filter(({ id }) => threatened.has(id)).map(({ total }) => total));
  const revenueOf = (exposed: boolean): Stated =>
    totalFrom(known.filter(({ id }) => threatened.has(id) === exposed).map(({ revenue }) => revenue));
  return {
    value: lost.dividedBy(whole).toNumber(),
    n: known.length,
    of: ids.size,
    stated: shareOfTotal(revenueOf(true), revenueOf(false)),
  };
};

/** Years since the person came to us, at the date of the data; undefined where it is not recorded or lies ahead. */
export const tenureOf = (scope: Scope, { person: { since } }: Kam): number | undefined => {
  const days = since === undefined ? -1 : daysBetween(since, asOf(scope));
  return days < 0 ? undefined : days / daysInYear;
};
