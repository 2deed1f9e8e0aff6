import type { FigureInput } from '../../model/figure.ts';
import { daysBetween, daysInYear } from '../../model/period.ts';
import { asOf } from '../as-of.ts';
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
}

interface Part {
  readonly value: number;
  /** Accounts that it rests on, of those looked after. */
  readonly n: number;
  readonly of: number;
  readonly inputs: readonly FigureInput[];
}

export const difficultyOf = (scope: Scope, kam: Kam): Difficulty => {
  const own = currentCustomers(scope, kam).filter(customer => standingOf(scope, customer) === 'active');
  const ids = new Set(own.map(({ id }) => id));
  const parts = {
    ...part('risk', atRisk(scope, ids)),
    ...part('weakness', weakness(scope, ids)),
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
    ...(weight > 0
      ? { value: known.reduce((total, one) => total + one.value * one.weight, 0) / weight }
      : {}),
  };
};

const part = (name: DifficultyPart, found: Part | undefined): Difficulty['parts'] =>
  found === undefined ? {} : { [name]: found };

type Ids = ReadonlySet<string>;

const risky = (scope: Scope) => scope.of(accountsAtRisk);

/** Accounts at risk ÷ accounts. */
const atRisk = (scope: Scope, ids: Ids): Part | undefined => {
  if (ids.size === 0) return undefined;
  const found = risky(scope).filter(({ customer }) => ids.has(customer.id));
  return {
    value: found.length / ids.size,
    n: ids.size,
    of: ids.size,
    inputs: found.map(({ customer }) => `account.${customer.id}.risk.signals`),
  };
};

/** 1 − mean relative strength, on the scale of points: 0.5 is as strong as the best competitors. */
const weakness = (scope: Scope, ids: Ids): Part | undefined => {
  const matrix = scope.of(kaism);
  if (matrix === undefined) return undefined;
  const { min, max } = matrix.scale;
  const known = matrix.rows.flatMap(({ customer, strength }) =>
    ids.has(customer.id) && strength?.value !== undefined ? [{ id: customer.id, value: strength.value }] : [],
  );
  if (known.length === 0) return undefined;
  const mean = known.reduce((total, { value }) => total + value, 0) / known.length;
  return {
    value: 1 - (mean - min) / (max - min),
    n: known.length,
    of: ids.size,
    inputs: known.map(({ id }) => `account.${id}.kaism.strength`),
  };
};

/** Revenue of four quarters of the accounts at risk ÷ that of all accounts. */
const exposure = (scope: Scope, ids: Ids): Part | undefined => {
  const revenues = scope.of(yearRevenues);
  const known = [...ids].flatMap(id => {
    const revenue = revenues.get(id);
    return revenue?.total?.greaterThan(0) ? [{ id, total: revenue.total, inputs: revenue.inputs }] : [];
  });
  const threatened = new Set(risky(scope).map(({ customer }) => customer.id));
  const whole = sum(known.map(({ total }) => total));
  if (!whole.greaterThan(0)) return undefined;
  const lost = sum(known.filter(({ id }) => threatened.has(id)).map(({ total }) => total));
  return {
    value: lost.dividedBy(whole).toNumber(),
    n: known.length,
    of: ids.size,
    inputs: known.flatMap(one => one.inputs),
  };
};

/** Years since the person came to us, at the date of the data; undefined where it is not recorded or lies ahead. */
export const tenureOf = (scope: Scope, { person: { since } }: Kam): number | undefined => {
  const days = since === undefined ? -1 : daysBetween(since, asOf(scope));
  return days < 0 ? undefined : days / daysInYear;
};
