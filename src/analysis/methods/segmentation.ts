import type { Figure, FigureInput } from '../../model/figure.ts';
import { quotient } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import { numberOfFirst, sumBetween } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { methodOf } from '../method.ts';
import { basis } from '../portfolio/assumptions.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import { growthOrReason } from '../portfolio/customer-figures.ts';
import { portfolioRevenue, totalCoverage } from '../portfolio/revenue.ts';
import { growthFormula } from '../portfolio/revenue-figures.ts';
import { segmentFindings } from '../portfolio/segment-findings.ts';
import { segmentSeries } from '../portfolio/segment-series.ts';
import { rowsOf, type SegmentValue, segmentValues } from '../portfolio/segment-values.ts';
import {
  fieldInputs,
  type Member,
  migrations,
  type Segmented,
  segmentation,
} from '../portfolio/segmentation.ts';
import type { Scope } from '../scope.ts';

const id = 'segmentation';

/** Declarative segments: the first rule that matches wins, and what matches none is shown as such. */
export const segmentationMethod = methodOf(
  {
    id,
    section: '1.7',
    literature: [],
    settings: ['segments.schemes', 'workspace.basis'],
    finds: { everyone: ['segments'] },
  },
  {
    figures: scope => scope.of(segmentation).flatMap(segmented => schemeFigures(scope, segmented)),
    series: segmentSeries,
    findings: segmentFindings,
  },
);

const schemeFigures = (scope: Scope, segmented: Segmented): Figure[] => {
  const make = figuresOf(id, scope.period);
  const prefix = `portfolio.segments.${segmented.scheme.id}`;
  const unmatched = segmented.members.filter(member => member.segment === undefined);
  const moved = migrations(scope, segmented.index);
  return [
    ...segmentValues(scope, segmented).flatMap(value => segmentFigures(scope, segmented, prefix, value)),
    make(
      `${prefix}.unmatched`,
      unmatched.length,
      'count',
      0,
      () => membersAndFields(scope, unmatched, segmented.scheme),
      {
        formula: numberOfFirst(unmatched.length),
        coverage: { n: segmented.members.length - unmatched.length, of: segmented.members.length },
      },
    ),
    make(
      `${prefix}.migrated`,
      moved.length,
      'count',
      0,
      () => membersAndFields(scope, moved, segmented.scheme),
      { formula: numberOfFirst(moved.length) },
    ),
  ];
};

/** Who is counted, and after them what their rules look at. */
const membersAndFields = (
  scope: Scope,
  members: readonly Pick<Member, 'customer'>[],
  scheme: Segmented['scheme'],
): readonly FigureInput[] => [
  ...members.map(({ customer }) => at(customer.account.source, 'name')),
  ...members.flatMap(({ customer }) => fieldInputs(scope, customer, scheme)),
  ...rulesOf(scope, scheme),
];

/** Where the rules of a scheme stand: what nobody fulfils is told by them alone. */
const rulesOf = (scope: Scope, scheme: Segmented['scheme']): readonly FigureInput[] => {
  const { segments } = scope.workspace.program;
  return segments === undefined ? [] : [at(segments.source, 'schemes', segments.schemes.indexOf(scheme))];
};

const segmentFigures = (
  scope: Scope,
  { scheme, index }: Segmented,
  prefix: string,
  { segment, members, revenue, growth, share }: SegmentValue,
): Figure[] => {
  const { segments } = scope.workspace.program;
  if (segment === undefined || segments === undefined) return [];
  const make = figuresOf(id, scope.period);
  const rule: FigureInput = at(
    segments.source,
    'schemes',
    index,
    'segments',
    scheme.segments.indexOf(segment),
    'when',
  );
  const rows = rowsOf(scope, members);
  const named = (name: string): string[] => rows.map(({ customer }) => `account.${customer.id}.${name}`);
  const sold = rows.filter(({ current }) => current.total?.greaterThan(0));
  const coverage = totalCoverage(rows.map(row => row.coverage));
  const own = `${prefix}.${segment.id}`;
  const none = { code: members.length === 0 ? 'empty-segment' : 'no-revenue' };
  return [
    make(
      `${own}.accounts`,
      members.length,
      'count',
      0,
      () => [...membersAndFields(scope, members, scheme), rule],
      { formula: numberOfFirst(members.length) },
    ),
    make(
      `${own}.revenue`,
      revenue?.toNumber() ?? none,
      moneyUnit(scope),
      0,
      () => [...named('revenue'), rule],
      { assumptions: [basis(scope)], coverage, formula: sumBetween(0, rows.length) },
    ),
    make(
      `${own}.share`,
      share ?? none,
      'share',
      1,
      () => [...sold.map(({ customer }) => `account.${customer.id}.revenue`), 'portfolio.revenue.positive'],
      {
        // Of the whole that the segment is a part of.
        coverage: totalCoverage(scope.of(portfolioRevenue).rows.map(row => row.coverage)),
        formula: quotient(sumBetween(0, sold.length), sold.length),
      },
    ),
    make(
      `${own}.growth`,
      growth ?? (members.length === 0 ? none : growthOrReason(rows)),
      'share',
      1,
      () => [...named('revenue'), ...named('revenue-prior')],
      { polarity: 'higher', coverage, formula: growthFormula(rows.length) },
    ),
  ];
};
