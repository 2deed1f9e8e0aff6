import { type DepthDimension, depthDimensions } from '../../model/commitment.ts';
import { previous } from '../../model/period.ts';
import type { Row, Series } from '../../model/series.ts';
import * as column from '../portfolio/columns.ts';
import { difference } from '../portfolio/weighted.ts';
import type { Scope } from '../scope.ts';
import { commitmentState, commitmentTrail } from './commitment.ts';
import { dimensionFigureId } from './commitment-figures.ts';
import { commitmentOf, type Depth } from './depth.ts';

const { orMissing, shows } = column;

/** The trail through the matrix, the four dimensions, and the evidence behind them. */
export const commitmentSeries = (scope: Scope): Series[] => [
  trailSeries(scope),
  dimensionSeries(scope),
  evidenceSeries(scope),
];

const trailSeries = (scope: Scope): Series => {
  const cuts = commitmentOf(scope);
  const trail = scope.of(commitmentTrail);
  return {
    id: 'programme.commitment.trail',
    columns: [
      column.period,
      column.share('breadth'),
      column.measure('breadthDistance', 'points', 1, true),
      column.measure('depth', 'index', 2),
      column.measure('depthDistance', 'index', 2, true),
      ...depthDimensions.map(dimension => column.measure(dimension, 'index', 2)),
      column.term('archetype', 'archetype'),
      column.count('accounts'),
      column.count('keyAccounts'),
      column.share('revenueShare'),
    ],
    rows: trail.map(({ period, breadth, depth, archetype }) => ({
      period,
      breadth: orMissing(breadth.value),
      breadthDistance: breadth.value === undefined ? null : difference(breadth.value, cuts.breadthCut),
      depth: orMissing(depth.value),
      depthDistance: depth.value === undefined ? null : difference(depth.value, cuts.depthCut),
      ...Object.fromEntries(depth.dimensions.map(({ dimension, level }) => [dimension, orMissing(level)])),
      archetype: orMissing(archetype),
      accounts: breadth.customers,
      keyAccounts: breadth.key,
      revenueShare: orMissing(breadth.revenueShare),
    })),
    inputs: ['programme.commitment.breadth', 'programme.commitment.depth'],
    get rowInputs() {
      return trail.map(({ breadth, depth }) => [
        ...depth.dimensions.flatMap(({ evidence }) => evidence.map(({ source }) => source)),
        ...breadth.inputs,
      ]);
    },
  };
};

const evidenceOf = ({ dimensions }: Depth, dimension: DepthDimension) =>
  dimensions.find(one => one.dimension === dimension)?.evidence ?? [];

const dimensionSeries = (scope: Scope): Series => {
  const { depth } = scope.of(commitmentState);
  const before = scope.at(previous(scope.period)).of(commitmentState).depth;
  return {
    id: 'programme.commitment.dimensions',
    columns: [
      column.term('dimension', 'dimension'),
      shows(column.measure('level', 'index', 2), 'programme.commitment.dimension.{dimension}'),
      column.measure('prior', 'index', 2),
      column.measure('change', 'index', 2, true),
      column.count('evidence'),
      shows(column.count('n'), 'programme.commitment.resources.{dimension}'),
      column.count('of'),
    ],
    rows: depth.dimensions.map(({ dimension, level, evidence, resources }): Row => {
      const prior = before.dimensions.find(one => one.dimension === dimension)?.level;
      return {
        dimension,
        level: orMissing(level),
        prior: orMissing(prior),
        change: level === undefined || prior === undefined ? null : difference(level, prior),
        n: evidence.length === 0 ? null : resources.n,
        of: evidence.length,
        evidence: evidence.length,
      };
    }),
    inputs: depth.dimensions.map(({ dimension }) => dimensionFigureId(dimension)),
    rowInputs: depth.dimensions.map(({ dimension, evidence }) => [
      dimensionFigureId(dimension),
      ...[...evidence, ...evidenceOf(before, dimension)].map(({ source }) => source),
    ]),
  };
};

const evidenceSeries = (scope: Scope): Series => {
  const ratedIn = (one: Scope) =>
    one.of(commitmentState).depth.dimensions.flatMap(({ evidence }) => evidence);
  const evidence = ratedIn(scope);
  const before = new Map(ratedIn(scope.at(previous(scope.period))).map(one => [one.evidence.id, one.level]));
  return {
    id: 'programme.commitment.evidence',
    columns: [
      column.term('dimension', 'dimension'),
      column.text('statement'),
      column.measure('level', 'index', 2),
      column.measure('change', 'index', 2, true),
      column.flag('inPlace'),
      column.text('note'),
      { id: 'rated', kind: 'period' },
      { id: 'date', kind: 'date' },
      { id: 'owner', kind: 'person' },
    ],
    rows: evidence.map(
      ({ evidence: { id, dimension, statement, owner }, level, inPlace, note, rated, date }) => ({
        dimension,
        statement,
        level,
        change: changeFrom(before.get(id), level),
        inPlace,
        note: orMissing(note),
        rated,
        date,
        owner: orMissing(owner),
      }),
    ),
    inputs: evidence.map(one => one.source),
    rowInputs: evidence.map(one => [one.source]),
  };
};

const changeFrom = (before: number | undefined, now: number): number | null =>
  before === undefined ? null : difference(now, before);
