import type { DepthDimension } from '../../model/commitment.ts';
import type { Assumption, Figure } from '../../model/figure.ts';
import { constant, type Formula, meanOf, minus, plus, quotient } from '../../model/formula.ts';
import { previous } from '../../model/period.ts';
import { countedFirst, numberOfFirst, sumBetween } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { basis, setting } from '../portfolio/assumptions.ts';
import { portfolioRevenue, totalCoverage } from '../portfolio/revenue.ts';
import { difference } from '../portfolio/weighted.ts';
import type { Scope } from '../scope.ts';
import { commitmentState } from './commitment.ts';
import { commitmentOf, type Depth, isStale } from './depth.ts';

const prefix = 'programme.commitment';

export const dimensionFigureId = (dimension: DepthDimension): string => `${prefix}.dimension.${dimension}`;
export const resourcesFigureId = (dimension: DepthDimension): string => `${prefix}.resources.${dimension}`;

const cut = (scope: Scope, name: 'breadthCut' | 'depthCut'): Assumption => setting(scope, 'commitment', name);

/** Breadth, depth, the archetype and how far the programme is from each cut. */
export const commitmentFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { breadth, depth, archetype } = scope.of(commitmentState);
  const before = scope.at(previous(scope.period)).of(commitmentState);
  const cuts = commitmentOf(scope);
  const [breadthCut, depthCut] = [cut(scope, 'breadthCut'), cut(scope, 'depthCut')];
  const both = [`${prefix}.breadth`, `${prefix}.depth`];
  const distance = (value: number | undefined, from: number): number | undefined =>
    value === undefined ? undefined : difference(value, from);
  return [
    make(`${prefix}.breadth`, breadth.value ?? { code: 'no-revenue' }, 'share', 1, () => breadth.inputs, {
      assumptions: [basis(scope)],
      coverage: { n: breadth.key, of: breadth.customers },
      formula: breadth.formula,
    }),
    make(
      `${prefix}.breadth.prior`,
      before.breadth.value ?? { code: 'no-revenue' },
      'share',
      1,
      () => before.breadth.inputs,
      { formula: before.breadth.formula },
    ),
    make(
      `${prefix}.breadth.distance`,
      distance(breadth.value, cuts.breadthCut) ?? { code: 'no-revenue' },
      'points',
      1,
      [`${prefix}.breadth`],
      { assumptions: [breadthCut], formula: minus(0, constant(cuts.breadthCut)) },
    ),
    make(
      `${prefix}.revenue-share`,
      breadth.revenueShare ?? { code: 'no-revenue' },
      'share',
      1,
      [...breadth.buyingKey.map(id => `account.${id}.revenue`), 'portfolio.revenue.positive'],
      {
        assumptions: [basis(scope)],
        coverage: totalCoverage(scope.of(portfolioRevenue).rows.map(row => row.coverage)),
        formula: quotient(sumBetween(0, breadth.buyingKey.length), breadth.buyingKey.length),
      },
    ),
    make(
      `${prefix}.key-accounts`,
      breadth.key,
      'count',
      0,
      () => (breadth.key > 0 ? breadth.keyInputs : breadth.inputs),
      { formula: numberOfFirst(breadth.key) },
    ),
    ...depthFigures(scope, method, depth, before.depth),
    make(
      `${prefix}.depth.distance`,
      distance(depth.value, cuts.depthCut) ?? { code: 'no-evidence' },
      'index',
      2,
      [`${prefix}.depth`],
      { assumptions: [depthCut], formula: minus(0, constant(cuts.depthCut)) },
    ),
    make(
      `${prefix}.variety`,
      depth.rated === 0 ? { code: 'no-evidence' } : depth.variety,
      'count',
      0,
      countedFirst(depth.dimensions, ({ level = -1 }) => level >= cuts.depthCut).map(one =>
        dimensionFigureId(one.dimension),
      ),
      {
        formula: numberOfFirst(depth.variety),
        assumptions: [depthCut],
        coverage: { n: depth.rated, of: depth.dimensions.length },
        polarity: 'higher',
      },
    ),
    make(`${prefix}.archetype`, archetype ?? { code: 'no-archetype' }, 'term', 0, both, {
      assumptions: [breadthCut, depthCut],
    }),
    make(
      `${prefix}.archetype.prior`,
      before.archetype ?? { code: 'no-archetype' },
      'term',
      0,
      [`${prefix}.breadth.prior`, `${prefix}.depth.prior`],
      { assumptions: [breadthCut, depthCut] },
    ),
  ];
};

const depthFigures = (scope: Scope, method: string, depth: Depth, before: Depth): Figure[] => {
  const make = figuresOf(method, scope.period);
  const rated = depth.dimensions.filter(({ level }) => level !== undefined);
  return [
    make(
      `${prefix}.depth`,
      depth.value ?? { code: 'no-evidence' },
      'index',
      2,
      rated.map(one => dimensionFigureId(one.dimension)),
      {
        coverage: { n: depth.rated, of: depth.dimensions.length },
        polarity: 'higher',
        formula: mean,
      },
    ),
    make(
      `${prefix}.depth.prior`,
      before.value ?? { code: 'no-evidence' },
      'index',
      2,
      before.dimensions.flatMap(({ evidence }) => evidence.map(one => one.source)),
      {
        coverage: { n: before.rated, of: before.dimensions.length },
        polarity: 'higher',
        formula: meanOfDimensions(before),
      },
    ),
    staleFigure(scope, method, depth),
    ...resourceFigures(scope, method, depth),
    ...depth.dimensions.map(({ dimension, level, evidence, coverage }) =>
      make(
        dimensionFigureId(dimension),
        level ?? { code: 'no-evidence' },
        'index',
        2,
        evidence.map(one => one.source),
        { polarity: 'higher', coverage, formula: mean },
      ),
    ),
  ];
};

/** Evidence whose rating has been carried forward for too long. */
const staleFigure = (scope: Scope, method: string, { dimensions }: Depth): Figure => {
  const evidence = countedFirst(
    dimensions.flatMap(one => one.evidence),
    one => isStale(scope, one),
  );
  const n = evidence.filter(one => isStale(scope, one)).length;
  return figuresOf(method, scope.period)(
    `${prefix}.stale`,
    evidence.length === 0 ? { code: 'no-evidence' } : n,
    'count',
    0,
    evidence.map(one => one.source),
    {
      assumptions: [setting(scope, 'commitment', 'staleAfter')],
      coverage: totalCoverage(dimensions.map(one => one.coverage)),
      polarity: 'lower',
      formula: numberOfFirst(n),
    },
  );
};

const mean = meanOf();

/** The mean of the means of each dimension, whose evidence stands together. */
const meanOfDimensions = ({ dimensions, rated }: Depth): Formula => {
  let from = 0;
  const means = dimensions.flatMap(({ evidence }) => {
    if (evidence.length === 0) return [];
    from += evidence.length;
    return [meanOf(from - evidence.length, from)];
  });
  return means.length === 0 ? constant(0) : quotient(means.reduce(plus), constant(rated));
};

/** Variety: kinds of resources at the cut or above, by dimension and in all. */
const resourceFigures = (scope: Scope, method: string, { dimensions }: Depth): Figure[] => {
  const make = figuresOf(method, scope.period);
  const assumptions = [cut(scope, 'depthCut')];
  const counted = (id: string, some: Depth['dimensions']): Figure => {
    const n = some.reduce((total, { resources }) => total + resources.n, 0);
    const evidence = some.flatMap(one => one.evidence);
    return make(
      id,
      evidence.length === 0 ? { code: 'no-evidence' } : n,
      'count',
      0,
      countedFirst(evidence, ({ inPlace }) => inPlace).map(({ source }) => source),
      { formula: numberOfFirst(n), assumptions, coverage: { n, of: evidence.length }, polarity: 'higher' },
    );
  };
  return [
    counted(`${prefix}.resources`, dimensions),
    ...dimensions.map(one => counted(resourcesFigureId(one.dimension), [one])),
  ];
};
