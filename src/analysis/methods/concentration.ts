import type { Assumption, Figure, FigureInput, Unit } from '../../model/figure.ts';
import {
  constant,
  type Formula,
  minus,
  quotient,
  sumByPlace,
  sumOf,
  sumOfSquares,
  times,
} from '../../model/formula.ts';
import type { Row, Series } from '../../model/series.ts';
import { numberOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { methodOf } from '../method.ts';
import { basis, threshold } from '../portfolio/assumptions.ts';
import * as column from '../portfolio/columns.ts';
import { type Concentration, concentration, priorConcentration } from '../portfolio/concentration.ts';
import { concentrationFindings } from '../portfolio/concentration-findings.ts';
import type { Scope } from '../scope.ts';
import { seriesOnDemand } from '../series-on-demand.ts';
import { without } from '../statistics/uncertainty.ts';

const id = 'concentration';

/** How much of the revenue hangs on how few customers. */
export const concentrationMethod = methodOf(
  {
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
    finds: { everyone: ['portfolio'] },
  },
  {
    figures: scope => figures(scope),
    series: scope => [
      seriesOnDemand(scope, 'portfolio.curve', () => curveSeries(scope)),
      measureSeries(scope),
    ],
    findings: concentrationFindings,
  },
);

interface Measure {
  readonly name: string;
  readonly unit: Unit;
  readonly precision: number;
  readonly cut?: 'topShare' | 'paretoShare' | 'attention';
  read(found: Concentration): number;
  /** From the revenue of the customers on the curve, largest first. */
  formula(found: Concentration): Formula;
}

const whole = sumOf();
const shareOfTop = (k: number, { curve }: Concentration): Formula =>
  quotient(sumOf(0, Math.min(k, curve.length)), whole);
const hhi = times(constant(10_000), quotient(sumOfSquares(), times(whole, whole)));

/** (n + 1 − 2·Σ i·xᵢ ÷ Σ xᵢ) ÷ n, x descending and i from 1. */
const gini = ({ curve: { length } }: Concentration): Formula =>
  quotient(minus(constant(length + 1), times(constant(2), quotient(sumByPlace(), whole))), constant(length));

const top = (k: number): Measure => ({
  name: `top${k}`,
  unit: 'share',
  precision: 1,
  read: found => found.top(k),
  formula: found => shareOfTop(k, found),
});

const measures: readonly Measure[] = [
  {
    name: 'count-to-80',
    unit: 'count',
    precision: 0,
    cut: 'paretoShare',
    read: found => found.countToPareto,
    formula: found => numberOfFirst(found.countToPareto),
  },
  top(1),
  top(3),
  top(5),
  top(10),
  {
    name: 'top-share',
    unit: 'share',
    precision: 1,
    cut: 'topShare',
    read: found => found.topShare,
    formula: found => shareOfTop(found.topCount, found),
  },
  {
    name: 'top-count',
    unit: 'count',
    precision: 0,
    cut: 'topShare',
    read: found => found.topCount,
    formula: found => numberOfFirst(found.topCount),
  },
  {
    name: 'attention-count',
    unit: 'count',
    precision: 0,
    cut: 'attention',
    read: found => found.attention.length,
    formula: found => numberOfFirst(found.attention.length),
  },
  { name: 'hhi', unit: 'index', precision: 0, read: found => found.hhi, formula: () => hhi },
  { name: 'gini', unit: 'index', precision: 2, read: found => found.gini, formula: gini },
  {
    name: 'customers',
    unit: 'count',
    precision: 0,
    read: found => found.curve.length,
    formula: found => numberOfFirst(found.curve.length),
  },
];

/** Counted over others than those on the curve. */
const excludedCustomers: Measure = {
  name: 'excluded',
  unit: 'count',
  precision: 0,
  read: found => found.excluded.length,
  formula: found => numberOfFirst(found.excluded.length),
};

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
  const inputs = (): readonly FigureInput[] =>
    found?.curve.map(({ customer }) => `account.${customer}.${source}`) ?? [
      suffix === '' ? 'portfolio.revenue.total' : 'portfolio.revenue.prior',
    ];
  const n = found?.curve.length ?? 0;
  const excluded = found?.excluded ?? [];
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
          ...(measure.name === 'gini' && smallSample ? { smallSample, ...without('no-sample') } : {}),
          ...(found === undefined ? {} : { formula: measure.formula(found) }),
        },
      ),
    ),
    make(
      `portfolio.concentration.excluded${suffix}`,
      found?.excluded.length ?? none,
      'count',
      0,
      () => [...excluded.map(customer => `account.${customer}.${source}`), ...inputs()],
      { assumptions: [basis(scope)], coverage, formula: numberOfFirst(excluded.length) },
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
  const inputsOf = (found: Concentration | undefined, name: string, total: string): string[][] =>
    (found?.curve ?? []).map(({ customer }) => [`account.${customer}.${name}`, total]);
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
    get inputs() {
      return current?.curve.map(({ customer }) => `account.${customer}.revenue`) ?? [];
    },
    get rowInputs() {
      return [
        ...inputsOf(current, 'revenue', 'portfolio.revenue.positive'),
        ...inputsOf(scope.of(priorConcentration), 'revenue-prior', 'portfolio.revenue.prior'),
      ];
    },
  };
};

const measureSeries = (scope: Scope): Series => {
  const [current, prior] = [scope.of(concentration), scope.of(priorConcentration)];
  return {
    id: 'portfolio.concentration',
    columns: [
      column.term('measure', 'concentration'),
      column.shows(column.measure('current', 'index', 0), 'portfolio.concentration.{measure}'),
      column.shows(column.measure('prior', 'index', 0), 'portfolio.concentration.{measure}.prior'),
      column.text('unit'),
      column.count('precision'),
    ],
    rows: [...measures, excludedCustomers].map(({ name, unit, precision, read }) => ({
      measure: name,
      current: current === undefined ? null : read(current),
      prior: prior === undefined ? null : read(prior),
      unit,
      precision,
    })),
    inputs: [...measures, excludedCustomers].map(({ name }) => `portfolio.concentration.${name}`),
    rowInputs: [...measures, excludedCustomers].map(({ name }) => [
      `portfolio.concentration.${name}`,
      `portfolio.concentration.${name}.prior`,
    ]),
  };
};
