import type { Assumption, Coverage, Figure, FigureInput, Interval, Unavailable } from '../../model/figure.ts';
import { countOf, minus, weightedMeanOf } from '../../model/formula.ts';
import { type PeriodId, previous } from '../../model/period.ts';
import type { Criterion, Scoring } from '../../model/scoring.ts';
import type { Sourced } from '../../model/source.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { workedOut } from '../../model/worked-out.ts';
import type { Customer } from '../customers.ts';
import { countedFirst, numberOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import type { Scope } from '../scope.ts';
import { assumption } from './assumptions.ts';
import { changeOf, earlierRows, scorePrecision } from './points-series.ts';
import { type PointsItem, type PointsRow, pointsRows, pointsTable, type Score } from './points-table.ts';
import { placeAmongAll, statedPoints, statedScore } from './stated-points.ts';
import { weightPlaces, weightSource } from './weights.ts';

/** The range that missing points leave open; none where all are known. */
export const possible = ({ low, high, coverage }: Score): { readonly interval?: Interval } =>
  coverage.n === coverage.of ? {} : { interval: { low, high, kind: 'possible' } };

/** Why a score has no value. */
export const scoreOrReason = ({ value, coverage }: Score): number | Unavailable =>
  value ?? { code: coverage.of === 0 ? 'no-weights' : 'no-points' };

const noScoring: Unavailable = { code: 'no-scoring' };

export const pointsFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const table = scope.of(pointsTable);
  if (table === undefined)
    return [
      make('portfolio.ranking.scored', noScoring, 'count', 0, []),
      make('portfolio.ranking.key-set.count', noScoring, 'count', 0, []),
    ];
  const { rows, scoring } = table;
  const declared = rows.some(row => row.inKeySet !== undefined);
  const scored = rows.filter(row => row.value !== undefined);
  const totalsOf = (some: readonly PointsRow[]): string[] =>
    some.map(({ customer }) => `account.${customer.id}.score.total`);
  const totals = totalsOf(scored);
  const admitted = rows.filter(row => row.inKeySet).length;
  return [
    make('portfolio.ranking.scored', scored.length, 'count', 0, totals, {
      coverage: scope.of(scoredCustomers),
      formula: countOf(),
    }),
    make(
      'portfolio.ranking.key-set.count',
      declared ? admitted : { code: 'no-key-set' },
      'count',
      0,
      totalsOf(countedFirst(scored, row => row.inKeySet === true)),
      { assumptions: keySetAssumptions(scoring), formula: numberOfFirst(admitted) },
    ),
  ];
};

/** Points, score, rank and change of one account. */
export const accountPointsFigures = (scope: Scope, method: string, account: string): Figure[] => {
  const table = scope.of(pointsTable);
  if (table === undefined) return [];
  const row = scope.of(pointsRows).get(account);
  const shared = { scoring: table.scoring, coverage: scope.of(scoredCustomers) };
  return row === undefined ? [] : accountFigures(scope, method, row, shared);
};

const scoredCustomers = (scope: Scope): Coverage => {
  const rows = scope.of(pointsTable)?.rows ?? [];
  return { n: rows.filter(({ value }) => value !== undefined).length, of: rows.length };
};

const accountFigures = (
  scope: Scope,
  method: string,
  row: PointsRow,
  { scoring, coverage }: { readonly scoring: Sourced<Scoring>; readonly coverage: Coverage },
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const prefix = `account.${row.customer.id}.score`;
  const precision = scorePrecision(scoring.scale);
  const score = scoreOrReason(row);
  const criteria = weighedCriteria(scope, row.customer.id, row.items);
  const before = scope.of(earlierRows).get(row.customer.id);
  const noChange =
    before?.value !== undefined && row.value !== undefined ? 'criteria-changed' : 'no-earlier-score';
  return [
    ...row.items.map(item => criterionFigure(scope, method, row.customer, item, scoring)),
    make(`${prefix}.total`, score, 'score', precision, criteria, {
      assumptions: scoring.criteria.map(criterion => weightOf(scope, scoring, criterion)),
      coverage: row.coverage,
      formula: weighted,
      ...possible(row),
    }),
    priorFigure(scope, method, row, before),
    make(`${prefix}.rank`, row.rank ?? score, 'count', 0, [`${prefix}.total`, 'portfolio.ranking.scored'], {
      coverage,
    }),
    make(`${prefix}.rank-prior`, before?.rank ?? { code: 'no-earlier-score' }, 'count', 0, [
      `${prefix}.prior`,
    ]),
    make(
      `${prefix}.change`,
      changeOf(row, before) ?? { code: noChange },
      'score',
      precision,
      [`${prefix}.total`, `${prefix}.prior`],
      { polarity: 'higher', formula: sinceThen },
    ),
  ];
};

const weighted = weightedMeanOf();
const sinceThen = minus(0, 1);

/** Points and weight of each criterion in turn. */
export const weighedCriteria = (
  scope: Scope,
  customer: string,
  items: readonly PointsItem[],
): readonly FigureInput[] =>
  items.flatMap(({ criterion: { id } }) => {
    const place = scope.of(weightPlaces).get(id);
    return [`account.${customer}.score.criterion.${id}`, ...(place === undefined ? [] : [place])];
  });

/** The score a quarter ago. Its criteria are no figures of this period: the lines that they came from stand in for them. */
const priorFigure = (
  scope: Scope,
  method: string,
  { customer }: PointsRow,
  before: PointsRow | undefined,
): Figure => {
  const { scoring } = scope.workspace.program;
  const then = scope.at(previous(scope.period));
  const stated = before && statedScore(then, before);
  return figuresOf(method, scope.period)(
    `account.${customer.id}.score.prior`,
    before?.value ?? { code: 'no-earlier-score' },
    'score',
    scoring === undefined ? 2 : scorePrecision(scoring.scale),
    stated?.inputs ??
      (before === undefined
        ? [at(customer.account.source, 'ratings')]
        : [...before.items.flatMap(({ inputs }) => inputs), ...then.of(weightPlaces).values()]),
    {
      ...(before === undefined ? {} : { coverage: before.coverage }),
      ...(stated === undefined ? {} : { formula: stated.formula }),
    },
  );
};

const criterionFigure = (
  scope: Scope,
  method: string,
  customer: Customer,
  item: PointsItem,
  scoring: Sourced<Scoring>,
): Figure => {
  const { criterion, points, ratedIn, inputs } = item;
  const derivation: SourceRef = at(scoring.source, 'criteria', scoring.criteria.indexOf(criterion), 'derive');
  const reason = criterion.derive === undefined ? 'not-rated' : 'measure-not-recorded';
  const stated = statedPoints(scope, customer, item);
  const assumptions = [
    ...placeAmongAll(scope, customer, item),
    ...(ratedIn === undefined || ratedIn === scope.period
      ? []
      : [carriedFrom(customer, ratedIn, criterion.id)]),
  ];
  return figuresOf(method, scope.period)(
    `account.${customer.id}.score.criterion.${criterion.id}`,
    points ?? { code: reason },
    'score',
    scorePrecision(scoring.scale),
    [...inputs, ...(criterion.derive === undefined ? [] : [derivation])],
    {
      ...(stated === undefined ? {} : { formula: stated.formula }),
      ...(assumptions.length === 0 ? {} : { assumptions }),
    },
  );
};

/** A rating of an earlier quarter that still counts. */
const carriedFrom = ({ account }: Customer, ratedIn: PeriodId, criterion: string): Assumption =>
  workedOut('rating-carried-from', ratedIn, at(account.source, 'ratings', ratedIn, criterion));

const weightOf = (scope: Scope, scoring: Sourced<Scoring>, { id, weight }: Criterion): Assumption =>
  assumption(
    `scoring.criteria.${id}.weight`,
    weight,
    undefined,
    weightSource(scoring, id, scope.period) ?? scoring.source,
  );

/** What admits an account to the key set: the declared threshold and places. */
export const keySetAssumptions = (scoring: Sourced<Scoring>): Assumption[] =>
  (['threshold', 'places'] as const).flatMap(name => {
    const value = scoring.keySet[name];
    return value === undefined
      ? []
      : [assumption(`scoring.keySet.${name}`, value, undefined, at(scoring.source, 'keySet', name))];
  });
