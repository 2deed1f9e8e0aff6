import type { Figure } from '../../model/figure.ts';
import type { Finding } from '../../model/finding.ts';
import { countOf, minus } from '../../model/formula.ts';
import type { Series } from '../../model/series.ts';
import { workedOut } from '../../model/worked-out.ts';
import { figuresOf } from '../make.ts';
import { threshold } from '../portfolio/assumptions.ts';
import * as column from '../portfolio/columns.ts';
import { account, choice, count, figure, finding } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { rankCorrelation, rankCorrelationInterval } from '../statistics/rank-correlation.ts';
import { uncertaintyOf } from '../statistics/uncertainty.ts';
import {
  orderSizeFrom,
  type RankedValue,
  rankedValuesOf,
  relationValueFrom,
  valueRanking,
  yearsFrom,
} from './value-ranking.ts';

/** How far both rankings agree. */
export const valueRankingFigures = (scope: Scope, method: string): Figure[] => {
  const { rows, coverage } = scope.of(valueRanking);
  const make = figuresOf(method, scope.period);
  const ids = (): readonly string[] =>
    ['order-size', 'relation-value'].flatMap(name => rows.map(({ customer }) => idOf(customer.id, name)));
  const agreement = rankCorrelation(rows.map(row => [row.orderSize.toNumber(), row.value.toNumber()]));
  const { smallSample, confidence } = scope.workspace.settings.thresholds;
  return [
    make(
      'portfolio.value-ranking.compared',
      coverage.of === 0 ? { code: 'no-accounts' } : coverage.n,
      'count',
      0,
      ids,
      { coverage, formula: countOf(0, rows.length) },
    ),
    make('portfolio.value-ranking.agreement', agreement ?? { code: 'no-ranking-spread' }, 'index', 2, ids, {
      coverage,
      smallSample: coverage.n < smallSample,
      assumptions: [threshold(scope, 'confidence')],
      ...(agreement === undefined
        ? {}
        : uncertaintyOf(rankCorrelationInterval(agreement, rows.length, confidence), rows.length)),
    }),
  ];
};

const idOf = (customer: string, name: string): string => `account.${customer}.value-chain.${name}`;

/** Order size, value and both places of one account. */
export const accountValueRankingFigures = (scope: Scope, method: string, id: string): Figure[] =>
  rankedValuesOf(scope, id).flatMap(row => customerFigures(scope, method, row));

const customerFigures = (scope: Scope, method: string, row: RankedValue): Figure[] => {
  const make = figuresOf(method, scope.period);
  const id = (name: string): string => idOf(row.customer.id, name);
  const compared = 'portfolio.value-ranking.compared';
  const assumptions = [workedOut('years-from', row.yearsFrom)];
  const size = orderSizeFrom(scope, row.customer);
  const value = relationValueFrom(scope, row.customer);
  const years = yearsFrom(scope, row.customer);
  return [
    make(id('order-size'), row.orderSize.toNumber(), column.moneyUnit(scope), 0, size.inputs, {
      coverage: row.coverage,
      formula: size.formula,
    }),
    make(id('years'), row.years, 'years', 1, years.inputs, { assumptions, formula: years.formula }),
    make(id('relation-value'), row.value.toNumber(), column.moneyUnit(scope), 0, value.inputs, {
      polarity: 'higher',
      coverage: row.coverage,
      formula: value.formula,
    }),
    make(id('order-size-rank'), row.sizeRank, 'count', 0, [id('order-size'), compared]),
    make(id('relation-value-rank'), row.valueRank, 'count', 0, [id('relation-value'), compared]),
    make(
      id('rank-difference'),
      differenceOf(row),
      'count',
      0,
      [id('order-size-rank'), id('relation-value-rank')],
      { formula: minus(0, 1) },
    ),
  ];
};

/** Places that an account gains when it is ranked by value rather than by order size. */
const differenceOf = ({ sizeRank, valueRank }: RankedValue): number => sizeRank - valueRank;

/** `portfolio.value-ranking`: by value, the highest first. */
export const valueRankingSeries = (scope: Scope): Series => {
  const { rows } = scope.of(valueRanking);
  const figureOf = (name: string): string => idOf('{account}', name);
  return {
    id: 'portfolio.value-ranking',
    columns: [
      column.account,
      column.shows(column.amount(scope, 'orderSize'), figureOf('order-size')),
      column.shows(column.count('sizeRank'), figureOf('order-size-rank')),
      column.shows(column.measure('relationYears', 'years', 1), figureOf('years')),
      column.term('yearsFrom', 'years-from'),
      column.shows(column.amount(scope, 'relationValue'), figureOf('relation-value')),
      column.shows(column.count('valueRank'), figureOf('relation-value-rank')),
      column.shows(column.measure('rankDifference', 'count', 0, true), figureOf('rank-difference')),
    ],
    rows: rows.map(row => ({
      account: row.customer.id,
      orderSize: row.orderSize.toNumber(),
      sizeRank: row.sizeRank,
      relationYears: row.years,
      yearsFrom: row.yearsFrom,
      relationValue: row.value.toNumber(),
      valueRank: row.valueRank,
      rankDifference: differenceOf(row),
    })),
    // Which years an account is given is said by what they rest on.
    get rowInputs() {
      return rows.map(({ customer }) => yearsFrom(scope, customer).inputs);
    },
    get inputs() {
      return rows.map(({ customer }) => idOf(customer.id, 'rank-difference'));
    },
  };
};

/** Whom a ranking by order size puts farthest too low, and whom too high. */
export const valueRankingFindings = (scope: Scope): readonly Finding[] => {
  const { rows, coverage } = scope.of(valueRanking);
  const byDifference = [...rows].sort(
    (a, b) => differenceOf(b) - differenceOf(a) || a.valueRank - b.valueRank || a.sizeRank - b.sizeRank,
  );
  const [under, over] = [byDifference[0], byDifference.at(-1)];
  if (under === undefined || over === undefined || differenceOf(under) === 0) return [];
  return [
    finding(
      'value-ranking.differ',
      'notable',
      30,
      [under, over].flatMap(({ customer }) => [
        idOf(customer.id, 'order-size-rank'),
        idOf(customer.id, 'relation-value-rank'),
      ]),
      {
        under: account(under.customer.id),
        underSize: count(under.sizeRank),
        underValue: count(under.valueRank),
        over: account(over.customer.id),
        overSize: count(over.sizeRank),
        overValue: count(over.valueRank),
        hasOver: choice(differenceOf(over) < 0 ? 'yes' : 'no'),
        agreement: figure('portfolio.value-ranking.agreement'),
        compared: count(coverage.n),
        of: count(coverage.of),
      },
    ),
  ];
};
