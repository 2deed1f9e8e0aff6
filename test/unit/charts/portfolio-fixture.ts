import type { Analysis } from '../../../src/analysis/analyze.ts';
import type { Figure } from '../../../src/model/figure.ts';
import type { Column, Row, Series } from '../../../src/model/series.ts';
import { euros, seriesOf } from './fixture.ts';

const term = (id: string, vocabulary: string): Column => ({ id, kind: 'term', vocabulary });

/** A name of more than sixty characters, which no chart can show whole. */
export const longName = 'Compañía Ibérica de Transformaciones Calcáreas y Derivados, S.A.U.';

export const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** The analysis with figures of the given values. */
export const withFigures = (analysis: Analysis, values: Readonly<Record<string, number>>): Analysis => ({
  ...analysis,
  figures: new Map(
    Object.entries(values).map(([id, value]): [string, Figure] => [
      id,
      { id, value, unit: 'index', precision: 0, method: 'lifetime', period: '2026-Q3', inputs: [] },
    ]),
  ),
});

export const lifetimeCuts = { 'portfolio.lifetime.cut.profit': 480e3, 'portfolio.lifetime.cut.years': 7 };

export const lifetimeRow = (
  account: string,
  [years, profit]: readonly [number, number],
  rest: Row = {},
): Row => ({
  account,
  profit,
  years,
  estimator: 'contract',
  quadrant:
    profit >= 480e3 ? (years >= 7 ? 'true-friends' : 'butterflies') : years >= 7 ? 'barnacles' : 'strangers',
  profitPrior: profit * 0.97,
  yearsPrior: years,
  moved: false,
  near: false,
  key: profit > 1e6,
  revenue: Math.abs(profit) * 4,
  ...rest,
});

export const lifetimeSeries = (rows: readonly Row[]): Series =>
  seriesOf('portfolio.lifetime', [euros('profit')], rows);

export const lifetimes = (): Series =>
  lifetimeSeries([
    lifetimeRow('siderurgica-palancia', [7.5, 4.36e6]),
    lifetimeRow('morteros-maestrat', [7.9, 2.78e6]),
    lifetimeRow('aceros-montgo', [8.5, 2.47e6]),
    lifetimeRow('jucar-sur', [8.7, 1.3e6]),
    lifetimeRow('cabriel', [8.1, 1.27e6]),
    lifetimeRow('alto-magro', [6.4, 764e3]),
    lifetimeRow('delta-ebro', [7.7, 552e3]),
    lifetimeRow('mijares', [8.6, 499e3], { near: true }),
    lifetimeRow('irati', [6.1, 493e3], { near: true, estimator: 'declared' }),
    lifetimeRow('safor', [8.1, 274e3]),
    lifetimeRow('vinalopo', [7.6, 243e3]),
    lifetimeRow('penagolosa', [9.1, 148e3], { estimator: 'orders' }),
    lifetimeRow('turolenses', [2.6, 133e3], { estimator: 'orders', moved: true, yearsPrior: 9.7 }),
    lifetimeRow('calderona', [8.1, 117e3]),
    lifetimeRow('rambla-honda', [9.1, 74e3], { estimator: 'orders' }),
  ]);

/** Acceptability of accounts of which each takes one rank in nine of ten weightings and the next one in the tenth. */
export const acceptability = (count: number, places: number): Series[] => [
  seriesOf(
    'portfolio.robustness.acceptability',
    [],
    Array.from({ length: count }, (_, index) => ({
      rank: index + 1,
      account: `c${index + 1}`,
      key: index % 2 === 0,
      inKeySet: index < places,
      keySetNear: index < places ? 1 : 0.2,
      keySetAny: index < places ? 0.9 : 0.1,
    })),
  ),
  seriesOf(
    'portfolio.robustness.ranks',
    [],
    Array.from({ length: count }, (_, index) => [
      { account: `c${index + 1}`, rank: index + 1, shareNear: 1, shareAny: 0.9 },
      { account: `c${index + 1}`, rank: index + 2, shareNear: 0, shareAny: 0.1 },
    ]).flat(),
  ),
];

/** Members as account, segment before (null where new), segment now, revenue. */
export const segmentMembers = (
  members: readonly (readonly [string, string | null, string, number | null])[],
): Series[] => [
  seriesOf(
    'portfolio.segments.growth',
    [],
    [...new Set(members.map(([, , segment]) => segment))].map(segment => ({ segment })),
  ),
  seriesOf(
    'portfolio.segments.growth.members',
    [euros('revenue')],
    members.map(([account, segmentPrior, segment, revenue]) => ({
      account,
      segment,
      match: 'matched',
      revenue,
      segmentPrior,
      matchPrior: segmentPrior === null ? null : 'matched',
    })),
  ),
];

export const resourceShares = (rows: readonly (readonly [string, number, number, string | null])[]): Series =>
  seriesOf(
    'programme.resources.shares',
    [],
    rows.map(([account, resourceShare, worth, investment]) => ({
      account,
      resourceShare,
      revenueShare: worth,
      marginShare: worth * 1.1,
      potentialShare: account === 'cabriel' ? null : worth * 0.8,
      investment,
    })),
  );

export const forecasts = (rows: readonly (readonly [string, number, number])[]): Series =>
  seriesOf(
    'portfolio.forecast',
    [euros('forecast'), euros('actual')],
    rows.map(([account, forecast, actual]) => ({
      account,
      forecast,
      actual,
      forecastError: actual - forecast,
      forecastErrorRatio: forecast > 0 ? (actual - forecast) / forecast : null,
    })),
  );

export const scoreMovements = (
  rows: readonly (readonly [string, inputs: number, weights: number, coverage: number])[],
): Series =>
  seriesOf(
    'portfolio.movements.scores',
    [],
    rows.map(([account, inputsEffect, weightsEffect, coverageEffect]) => ({
      account,
      scoreChange: inputsEffect + weightsEffect + coverageEffect,
      inputsEffect,
      weightsEffect,
      coverageEffect,
    })),
  );

/** Customers by contribution, best first, with what the rules say of each. */
export const contributors = (rows: readonly (readonly [string, number, string])[]): Series => {
  const total = rows.reduce((sum, [, amount]) => sum + amount, 0);
  let running = 0;
  return seriesOf(
    'portfolio.rationalisation',
    [],
    rows.map(([account, amount, rationalisation], index) => {
      running += amount;
      return { rank: index + 1, account, cumulative: running / total, rationalisation };
    }),
  );
};

export const pipelines = (
  rows: readonly (readonly [kind: string, stage: string, value: number | null, weighted: number | null])[],
): Series =>
  seriesOf(
    'portfolio.pipeline',
    [term('kind', 'opportunity'), term('stage', 'opportunity-stage'), euros('value')],
    rows.map(([kind, stage, value, weighted]) => ({ kind, stage, opportunities: 2, value, weighted })),
  );

export const whitespaceOf = (
  rows: readonly (readonly [
    string,
    have: number,
    open: number,
    lost: number,
    white: number,
    number | null,
  ])[],
): Series =>
  seriesOf(
    'portfolio.whitespace',
    [euros('potential')],
    rows.map(([productLine, haveCells, openCells, lostCells, whiteCells, potential]) => ({
      productLine,
      haveCells,
      openCells,
      lostCells,
      whiteCells,
      potential,
    })),
  );
