import type { Unavailable, Unit } from '../../model/figure.ts';
import { constant, type Formula, minus, plus, quotient } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import type { Customer } from '../customers.ts';
import { totalFrom } from '../formulas.ts';
import type { Measurement } from '../kpi/measurement.ts';
import { csat, nps } from '../kpi/surveys.ts';
import { growthOrReason } from '../portfolio/customer-figures.ts';
import { scorePrecision } from '../portfolio/points-series.ts';
import { pointsRows, pointsTable } from '../portfolio/points-table.ts';
import { orHistory } from '../portfolio/record.ts';
import { revenueRows, totalCoverage } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';
import { incompleteWindow } from './window.ts';

/** What the third step measures: the score of the criteria, satisfaction, growth, adoption. */
export const planMeasures = ['score', 'csat', 'nps', 'growth', 'adoption'] as const;
export type PlanMeasure = (typeof planMeasures)[number];

/** A measurement, and how its value follows from its inputs where an expression can say it. */
export interface PlanMeasurement extends Measurement {
  readonly formula?: Formula;
}

/** A measure as it was in the scope's period. */
export const measureIn = (scope: Scope, customer: Customer, measure: PlanMeasure): PlanMeasurement => {
  switch (measure) {
    case 'score':
      return score(scope, customer);
    case 'csat':
      return csat(scope, [customer]);
    case 'nps':
      return nps(scope, [customer]);
    case 'growth':
      return growth(scope, customer);
    case 'adoption':
      return adoption(scope, customer.account);
  }
};

const valued = (value: number | Unavailable): Pick<Measurement, 'value' | 'unavailable'> =>
  typeof value === 'number' ? { value } : { unavailable: value };

const score = (scope: Scope, { id, account }: Customer): Measurement => {
  const row = scope.of(pointsRows).get(id);
  return {
    ...valued(row?.value ?? { code: scope.of(pointsTable) === undefined ? 'no-scoring' : 'no-points' }),
    inputs: row?.items.flatMap(({ inputs }) => inputs) ?? [at(account.source, 'ratings')],
    ...(row === undefined ? {} : { coverage: row.coverage }),
  };
};

/** The score of an earlier quarter, to hold later ones against: none where one of its criteria was scored on part of a year. */
export const measureThen = (scope: Scope, customer: Customer, measure: PlanMeasure): PlanMeasurement => {
  const { value, ...found } = measureIn(scope, customer, measure);
  const reason = measure === 'score' && value !== undefined ? partOfYear(scope, customer) : undefined;
  if (reason !== undefined) return { ...found, unavailable: reason };
  return value === undefined ? found : { ...found, value };
};

const partOfYear = (scope: Scope, customer: Customer): Unavailable | undefined =>
  scope
    .of(pointsRows)
    .get(customer.id)
    ?.items.filter(({ criterion }) => criterion.weight > 0)
    .map(({ criterion }) => incompleteWindow(scope, customer, criterion))
    .find(reason => reason !== undefined);

const growth = (scope: Scope, { id, account }: Customer): PlanMeasurement => {
  const row = scope.of(revenueRows).get(id);
  const current = totalFrom(row === undefined ? [] : [row.current]);
  const prior = totalFrom(row === undefined ? [] : [row.prior], current.inputs.length);
  const inputs = [...current.inputs, ...prior.inputs];
  return {
    ...valued(row === undefined ? { code: 'no-revenue' } : growthOrReason([row])),
    inputs: orHistory(inputs, account),
    formula: quotient(minus(current.formula, prior.formula), prior.formula),
    ...(row === undefined ? {} : { coverage: totalCoverage([row.coverage, row.priorCoverage]) }),
  };
};

/** Mean share of what could use each thing that does, by the last count up to the period; things count alike. */
const adoption = ({ period }: Scope, { adoption: items, source }: Account): PlanMeasurement => {
  const counted = items.flatMap(({ counts, of }, index) => {
    const quarter = Object.keys(counts)
      .filter(one => one <= period)
      .sort()
      .at(-1);
    const count = quarter === undefined ? undefined : counts[quarter];
    return quarter === undefined || count === undefined
      ? []
      : [
          {
            share: count / of,
            inputs: [at(source, 'adoption', index, 'counts', quarter), at(source, 'adoption', index, 'of')],
          },
        ];
  });
  if (counted.length === 0) return { unavailable: { code: 'no-adoption' }, inputs: [at(source, 'adoption')] };
  return {
    value: counted.reduce((total, { share }) => total + share, 0) / counted.length,
    inputs: counted.flatMap(({ inputs }) => inputs),
    coverage: { n: counted.length, of: items.length },
    formula: quotient(
      counted.map((_, index) => quotient(2 * index, 2 * index + 1)).reduce(plus),
      constant(counted.length),
    ),
  };
};

/** How a measure prints, and the unit of a difference of two. */
export const printingOf = (
  scope: Scope,
  measure: PlanMeasure,
): { readonly unit: Unit; readonly difference: Unit; readonly precision: number } => {
  if (measure === 'nps') return { unit: 'nps', difference: 'nps', precision: 0 };
  if (measure !== 'score') return { unit: 'share', difference: 'points', precision: 1 };
  const scale = scope.workspace.program.scoring?.scale ?? { min: 1, max: 10 };
  return { unit: 'score', difference: 'score', precision: scorePrecision(scale) };
};
