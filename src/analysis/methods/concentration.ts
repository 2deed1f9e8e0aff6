import type { Assumption, Figure, Unit } from '../../model/figure.ts';
import type { Row, Series } from '../../model/series.ts';
import { figuresOf } from '../make.ts';
import type { Method } from '../method.ts';
import { basis, threshold } from '../portfolio/assumptions.ts';
import * as column from '../portfolio/columns.ts';
import { type Concentration, concentration, priorConcentration } from '../portfolio/concentration.ts';
import { concentrationFindings } from '../portfolio/concentration-findings.ts';
import type { Scope } from '../scope.ts';

const id = 'concentration';

/** How much of the revenue hangs on how few customers. */
export const concentrationMethod: Method = {
  id,
  section: '1.6',
  literature: [
    'Gini, C. (1912). Variabilità e mutabilità.',
    'Hirschman, A. O. (1964). The Paternity of an Index. American Economic Review 54(5).',
    'IFRS 8 Operating Segments, paragraph 34; FASB ASC 280-10-50-42.',
  ],
  settings: [
    'workspace.thresholds.singleClient',
    'workspace.thresholds.attention',
    'workspace.thresholds.topShare',
    'workspace.thresholds.paretoShare',
  ],
  run: scope => ({
    figures: figures(scope),
    series: [curveSeries(scope), measureSeries(scope)],
    findings: concentrationFindings(scope),
  }),
};

interface Measure {
  readonly name: string;
  readonly unit: Unit;
  readonly precision: number;
  readonly cut?: 'topShare' | 'paretoShare' | 'attention';
  read(found: Concentration): number;
}

const top = (k: number): Measure => ({
  name: `top${k}`,
  unit: 'share',
  precision: 1,
  read: found => found.top(k),
});

const measures: readonly Measure[] = [
  {
    name: 'count-to-80',
    unit: 'count',
    precision: 0,
    cut: 'paretoShare',
    read: found => found.countToPareto,
  },
  top(1),
  top(3),
  top(5),
  top(10),
  { name: 'top-share', unit: 'share', precision: 1, cut: 'topShare', read: found => found.topShare },
  { name: 'top-count', unit: 'count', precision: 0, cut: 'topShare', read: found => found.topCount },
  {
    name: 'attention-count',
    unit: 'count',
    precision: 0,
    cut: 'attention',
    read: found => found.attention.length,
  },
  { name: 'hhi', unit: 'index', precision: 0, read: found => found.hhi },
  { name: 'gini', unit: 'index', precision: 2, read: found => found.gini },
  { name: 'customers', unit: 'count', precision: 0, read: found => found.curve.length },
  { name: 'excluded', unit: 'count', precision: 0, read: found => found.excluded.length },
];

const none = { code: 'no-positive-revenue' };

const figures = (scope: Scope): Figure[] => [
  ...figuresOfSide(scope, scope.of(concentration), '', 'revenue'),
  ...figuresOfSide(scope, scope.of(priorConcentration), '.prior', 'revenue-prior'),
];

const figuresOfSide = (
  scope: Scope,
  found: Concentration | undefined,
  suffix: string,
  source: string,
): Figure[] => {
  const make = figuresOf(id, scope.period);
  const inputs = found?.curve.map(({ customer }) => `account.${customer}.${source}`) ?? [
    suffix === '' ? 'portfolio.revenue.total' : 'portfolio.revenue.prior',
  ];
  const n = found?.curve.length ?? 0;
  const coverage = { n, of: n + (found?.excluded.length ?? 0) };
  const smallSample = n < scope.workspace.settings.thresholds.smallSample;
  const largest = found?.curve[0]?.customer;
  const name = scope.workspace.accounts.find(account => account.id === largest)?.name;
  return [
    ...measures.map(measure =>
      make(
        `portfolio.concentration.${measure.name}${suffix}`,
        found === undefined ? none : measure.read(found),
        measure.unit,
        measure.precision,
        inputs,
        {
          assumptions: assumptionsOf(scope, measure),
          coverage,
          ...(measure.name === 'gini' && smallSample ? { smallSample } : {}),
        },
      ),
    ),
    make(`portfolio.concentration.largest${suffix}`, name ?? none, 'text', 0, inputs),
  ];
};

const assumptionsOf = (scope: Scope, { cut }: Measure): Assumption[] => [
  basis(scope),
  ...(cut === undefined ? [] : [threshold(scope, cut)]),
];

const curveSeries = (scope: Scope): Series => {
  const rowsOf = (scenario: string, found: Concentration | undefined): Row[] =>
    (found?.curve ?? []).map(({ customer, share, cumulative }, index) => ({
      scenario,
      rank: index + 1,
      account: customer,
      share,
      cumulative,
    }));
  const current = scope.of(concentration);
  return {
    id: 'portfolio.curve',
    columns: [
      column.term('scenario', 'scenario'),
      column.count('rank'),
      column.account,
      column.share('share'),
      column.share('cumulative'),
    ],
    rows: [...rowsOf('AC', current), ...rowsOf('PY', scope.of(priorConcentration))],
    inputs: current?.curve.map(({ customer }) => `account.${customer}.revenue`) ?? [],
  };
};

const measureSeries = (scope: Scope): Series => {
  const [current, prior] = [scope.of(concentration), scope.of(priorConcentration)];
  return {
    id: 'portfolio.concentration',
    columns: [
      column.term('measure', 'concentration'),
      column.measure('current', 'index', 0),
      column.measure('prior', 'index', 0),
      column.text('unit'),
      column.count('precision'),
    ],
    rows: measures.map(({ name, unit, precision, read }) => ({
      measure: name,
      current: current === undefined ? null : read(current),
      prior: prior === undefined ? null : read(prior),
      unit,
      precision,
    })),
    inputs: measures.map(({ name }) => `portfolio.concentration.${name}`),
  };
};
