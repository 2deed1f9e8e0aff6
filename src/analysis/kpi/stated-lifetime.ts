import {
  constant,
  day,
  type Formula,
  meanOf,
  meanOfDays,
  minus,
  quotient,
  times,
} from '../../model/formula.ts';
import { daysInYear } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { addedUp, over, type Stated, sideBySide } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import { lastDay } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { firstDayOf, startPlace, type Tenure } from './tenure.ts';

/** Tenures that are stated alike, and how their mean in days follows from their places. */
interface Alike {
  readonly tenures: readonly Tenure[];
  /** Places that each of them has. */
  readonly dates: 1 | 2;
  places(tenure: Tenure): readonly SourceRef[];
  readonly formula: Formula;
}

/**
 * The mean of some tenures in years. Who came on a declared day and is still there has its days from one date on record, who
 * left from two; who came in the first quarter in which it bought, from the first day of that quarter.
 */
export const statedLifetime = (scope: Scope, tenures: readonly Tenure[]): Stated => {
  const groups = alike(scope, tenures);
  const all = sideBySide(
    ...groups.map(
      ({ tenures: some, dates, places, formula }): Stated =>
        withInputs(() => some.flatMap(places), { formula, places: dates * some.length }),
    ),
  );
  const [first] = all.formulas;
  const parts = all.formulas.map((formula, index) =>
    times(constant(groups[index]?.tenures.length ?? 0), formula),
  );
  const days =
    all.formulas.length === 1 && first !== undefined
      ? first
      : quotient(addedUp(parts), constant(tenures.length));
  return over(all, quotient(days, constant(daysInYear)));
};

const alike = (scope: Scope, tenures: readonly Tenure[]): readonly Alike[] => {
  const groups = new Map<string, Tenure[]>();
  for (const tenure of tenures) {
    const key = `${tenure.came.quarter ?? ''} ${tenure.end === undefined ? 'there' : 'gone'}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [tenure]);
    else group.push(tenure);
  }
  return [...groups.values()].flatMap(group => {
    const [one] = group;
    return one === undefined ? [] : [{ tenures: group, ...statedAs(scope, one) }];
  });
};

const endPlace = ({ customer }: Tenure): SourceRef => at(customer.account.source, 'lost', 'date');

const statedAs = (scope: Scope, { end, came: { quarter } }: Tenure): Omit<Alike, 'tenures'> => {
  const today = day(lastDay(scope));
  if (quarter === undefined)
    return end === undefined
      ? { dates: 1, places: one => [startPlace(one)], formula: minus(today, meanOf()) }
      : { dates: 2, places: one => [startPlace(one), endPlace(one)], formula: meanOfDays() };
  const start = day(firstDayOf(scope, quarter));
  return end === undefined
    ? { dates: 1, places: one => [startPlace(one)], formula: minus(today, start) }
    : { dates: 1, places: one => [endPlace(one)], formula: minus(meanOf(), start) };
};
