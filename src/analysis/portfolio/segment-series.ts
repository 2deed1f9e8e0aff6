import type { FigureInput } from '../../model/figure.ts';
import type { Cell, Column, Row, Series } from '../../model/series.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { isKey } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { seriesOnDemand } from '../series-on-demand.ts';
import * as column from './columns.ts';
import { totalOf } from './revenue.ts';
import { rowsOf, type SegmentValue, segmentValues } from './segment-values.ts';
import { type Member, membersBefore, migrations, type Segmented, segmentation } from './segmentation.ts';

/** Whether a rule put it there; the locale prints "no segment" for what matched none. */
const ofSegment = (id: string): Column => ({ id, kind: 'text', absent: 'segment-match.unmatched' });
const segmentColumn: Column = ofSegment('segment');
const match: Column = column.term('match', 'segment-match');
const segmentCells = (segment: Member['segment'], name = 'segment'): Record<string, Cell> => ({
  [name]: segment?.name ?? null,
  match: segment === undefined ? 'unmatched' : 'matched',
});

// Prospects have no revenue, and so no figure of it.
const revenueIds = (scope: Scope, members: readonly Member[]): string[] =>
  rowsOf(scope, members).map(({ customer }) => `account.${customer.id}.revenue`);

/** For each scheme its segments, members and migration, and a cross-tab with each later scheme; who stands where in all of them. */
export const segmentSeries = (scope: Scope): Series[] => {
  const schemes = scope.of(segmentation);
  return [
    ...(schemes.length === 0
      ? []
      : [seriesOnDemand(scope, 'portfolio.memberships', () => membershipSeries(scope, schemes))]),
    ...schemes.flatMap((segmented, index) => [
      valueSeries(scope, segmented),
      seriesOnDemand(scope, membersId(segmented), () => memberSeries(scope, segmented)),
      migrationSeries(scope, segmented),
      ...schemes.slice(index + 1).map(other => crossSeries(scope, segmented, other)),
    ]),
  ];
};

/** `portfolio.memberships`: every customer in each scheme, in the order of the first one. */
const membershipSeries = (scope: Scope, schemes: readonly Segmented[]): Series => {
  const [first] = schemes;
  const order = first === undefined ? [] : orderedMembers(scope, first);
  const rows = order.flatMap(({ member: { customer }, revenue }) =>
    schemes.flatMap(segmented => {
      const member = segmented.members.find(one => one.customer.id === customer.id);
      return member === undefined ? [] : [{ segmented, member, revenue }];
    }),
  );
  return {
    id: 'portfolio.memberships',
    columns: [
      column.account,
      column.flag('key'),
      column.amount(scope, 'revenue'),
      column.text('scheme'),
      segmentColumn,
      match,
    ],
    get rowInputs() {
      return rows.map(({ segmented, member }) => memberInputs(scope, segmented, member));
    },
    rows: rows.map(({ segmented, member, revenue }) => ({
      account: member.customer.id,
      key: isKey(scope, member.customer),
      revenue,
      scheme: segmented.scheme.name,
      ...segmentCells(member.segment),
    })),
    get inputs() {
      return first === undefined ? [] : revenueIds(scope, first.members);
    },
  };
};

const figureOf = ({ scheme }: Segmented, name: string): string =>
  `portfolio.segments.${scheme.id}.{segmentId}.${name}`;

/** Who stands in it, with the revenue of both years, and the rule that put them there. */
const segmentInputs = (
  scope: Scope,
  { index, scheme }: Segmented,
  { segment, members }: SegmentValue,
): readonly FigureInput[] => {
  const { segments } = scope.workspace.program;
  return [
    ...members
      .filter(({ customer }) => isKey(scope, customer))
      .map(({ customer }) => at(customer.account.source, 'key')),
    ...revenueIds(scope, members),
    ...rowsOf(scope, members).map(({ customer }) => `account.${customer.id}.revenue-prior`),
    ...(segments === undefined
      ? []
      : [ruleOf(segments.source, index, segment === undefined ? -1 : scheme.segments.indexOf(segment))]),
  ];
};

const ruleOf = (source: SourceRef, scheme: number, segment: number): SourceRef =>
  at(source, 'schemes', scheme, 'segments', ...(segment < 0 ? [] : [segment, 'when']));

/** What put a customer into its segment, and its revenue. */
const memberInputs = (scope: Scope, { scheme }: Segmented, member: Member): readonly FigureInput[] => [
  `portfolio.segments.${scheme.id}.${member.segment === undefined ? 'unmatched' : `${member.segment.id}.accounts`}`,
  ...revenueIds(scope, [member]),
];

const valueSeries = (scope: Scope, segmented: Segmented): Series => ({
  id: `portfolio.segments.${segmented.scheme.id}`,
  columns: [
    segmentColumn,
    match,
    column.shows(column.count('accounts'), figureOf(segmented, 'accounts')),
    column.count('key'),
    column.shows(column.amount(scope, 'revenue'), figureOf(segmented, 'revenue')),
    column.amount(scope, 'prior'),
    column.shows(column.measure('changeRatio', 'share', 1, true), figureOf(segmented, 'growth')),
    column.shows(column.share('share'), figureOf(segmented, 'share')),
    column.text('strategy'),
  ],
  get rowInputs() {
    return segmentValues(scope, segmented).map(value => segmentInputs(scope, segmented, value));
  },
  rows: segmentValues(scope, segmented).map(value => ({
    segmentId: value.segment?.id ?? null,
    ...segmentCells(value.segment),
    accounts: value.members.length,
    key: value.key,
    revenue: column.moneyCell(value.revenue),
    prior: column.moneyCell(value.prior),
    changeRatio: column.orMissing(value.growth),
    share: column.orMissing(value.share),
    strategy: value.segment?.strategy ?? null,
  })),
  get inputs() {
    return revenueIds(scope, segmented.members);
  },
});

const revenueCell = (scope: Scope, members: readonly Member[]): number | null =>
  column.moneyCell(totalOf(rowsOf(scope, members).map(row => row.current)));

/** The segment of the quarter before; empty cells where it was no customer then. */
const priorCells = (before: Member | undefined): Record<string, Cell> =>
  before === undefined
    ? { segmentPrior: null, matchPrior: null }
    : {
        segmentPrior: before.segment?.name ?? null,
        matchPrior: before.segment === undefined ? 'unmatched' : 'matched',
      };

const membersId = ({ scheme }: Segmented): string => `portfolio.segments.${scheme.id}.members`;

/** Place of a segment in its scheme; that of none comes after all. */
const placeIn = ({ scheme }: Segmented, segment: Member['segment']): number =>
  segment === undefined ? scheme.segments.length : scheme.segments.indexOf(segment);

/** Segment by segment in the order of the scheme, within each the largest revenue first. */
const orderedMembers = (scope: Scope, segmented: Segmented) =>
  segmented.members
    .map(member => ({ member, revenue: revenueCell(scope, [member]) }))
    .sort(
      (a, b) =>
        placeIn(segmented, a.member.segment) - placeIn(segmented, b.member.segment) ||
        (b.revenue ?? Number.NEGATIVE_INFINITY) - (a.revenue ?? Number.NEGATIVE_INFINITY) ||
        0,
    );

const memberSeries = (scope: Scope, segmented: Segmented): Series => {
  const before = membersBefore(scope, segmented.index);
  const members = orderedMembers(scope, segmented);
  return {
    id: membersId(segmented),
    columns: [
      column.account,
      segmentColumn,
      match,
      column.amount(scope, 'revenue'),
      column.text('segmentPrior'),
      column.term('matchPrior', 'segment-match'),
    ],
    get rowInputs() {
      return members.map(({ member }) => memberInputs(scope, segmented, member));
    },
    rows: members.map(({ member, revenue }) => ({
      account: member.customer.id,
      ...segmentCells(member.segment),
      revenue,
      ...priorCells(before.get(member.customer.id)),
    })),
    get inputs() {
      return revenueIds(scope, segmented.members);
    },
  };
};

const migrationSeries = (scope: Scope, { scheme, index, members }: Segmented): Series => ({
  id: `portfolio.segments.${scheme.id}.migration`,
  columns: [column.account, ofSegment('from'), ofSegment('to')],
  rows: migrations(scope, index).map(({ customer, from, to }) => ({
    account: customer.id,
    from: from ?? null,
    to: to ?? null,
  })),
  inputs: revenueIds(scope, members),
});

/** Long form: one row for each pair of segments that has members. */
const crossSeries = (scope: Scope, first: Segmented, second: Segmented): Series => {
  const segmentIn = new Map(second.members.map(({ customer, segment }) => [customer.id, segment]));
  const cells = new Map<
    string,
    { readonly a: Member['segment']; readonly b: Member['segment']; members: Member[] }
  >();
  for (const member of first.members) {
    const [a, b] = [member.segment, segmentIn.get(member.customer.id)];
    const key = `${a?.id ?? ''}/${b?.id ?? ''}`;
    const cell = cells.get(key) ?? { a, b, members: [] };
    cell.members.push(member);
    cells.set(key, cell);
  }
  const sorted = [...cells.values()].sort(
    (x, y) => placeIn(first, x.a) - placeIn(first, y.a) || placeIn(second, x.b) - placeIn(second, y.b),
  );
  return {
    id: `portfolio.segments.${first.scheme.id}.by.${second.scheme.id}`,
    columns: [
      ofSegment('a'),
      ofSegment('b'),
      column.count('place'),
      column.count('accounts'),
      column.amount(scope, 'revenue'),
    ],
    rows: sorted.map(
      ({ a, b, members }): Row => ({
        a: a?.name ?? null,
        b: b?.name ?? null,
        // Of the second segment in its scheme: a matrix has its columns in that order.
        place: placeIn(second, b) + 1,
        accounts: members.length,
        revenue: revenueCell(scope, members),
      }),
    ),
    get rowInputs() {
      return sorted.map(({ members }) => [
        ...members.map(({ customer }) => at(customer.account.source, 'name')),
        ...revenueIds(scope, members),
      ]);
    },
    get inputs() {
      return revenueIds(scope, first.members);
    },
  };
};
