import { type KpiId, kpiIds } from '../../model/kpi.ts';
import type { Column, Row, Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import { isKey } from '../customers.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { seriesOnDemand } from '../series-on-demand.ts';
import { isSettled, sideOfPortfolio } from './apart.ts';
import { kpiDefinitions, unitOf } from './definitions.ts';
import {
  comparedCells,
  comparedColumns,
  comparedInputs,
  type Measured,
  measuredColumns,
  measuredOf,
} from './measured-rows.ts';
import {
  accountSubjectOf,
  accountSubjects,
  kamSubjects,
  type SegmentSubject,
  type Subject,
  segmentSubjects,
} from './subjects.ts';

const { orMissing } = column;
const groupKpis = kpiIds.filter(kpi => kpiDefinitions[kpi].perGroup);
const accountKpis = kpiIds.filter(kpi => kpiDefinitions[kpi].perAccount);

/** A column for each KPI of groups; `prefix` names the figures with columns of the row in braces. */
const kpiColumns = (scope: Scope, prefix: string): Column[] =>
  groupKpis.map(kpi =>
    column.shows(
      column.measure(kpi, unitOf(scope, kpi), kpiDefinitions[kpi].precision),
      `${prefix}.kpi.${kpi}`,
    ),
  );

const groupCells = (scope: Scope, subject: Subject): Row => ({
  accounts: subject.customers.length,
  keyAccounts: subject.customers.filter(customer => isKey(scope, customer)).length,
  ...Object.fromEntries(
    groupKpis.map(kpi => [kpi, orMissing(kpiDefinitions[kpi].measure(scope, subject.customers).value)]),
  ),
});

const accountColumns: readonly Column[] = [column.account, ...measuredColumns];
const ownColumns: readonly Column[] = [...measuredColumns, ...comparedColumns];
const segmentColumns: readonly Column[] = [
  column.text('scheme'),
  column.text('segment'),
  column.flag('apart'),
  ...ownColumns,
];

/** KPIs by segment, by key account manager and by account, and those of each manager beside the portfolio's. */
export const levelSeries = (scope: Scope): Series[] => [
  segmentSeries(scope),
  seriesOnDemand(scope, 'kpi.segments', () => longSegments(scope), segmentColumns),
  kamSeries(scope),
  seriesOnDemand(scope, 'kpi.by-account', () => longSeries(scope.of(measuredAccounts)), accountColumns),
  seriesOnDemand(scope, 'kpi.accounts', () => wideSeries(scope, scope.of(measuredAccounts))),
  ...scope
    .of(kamSubjects)
    .map(subject =>
      seriesOnDemand(scope, `${subject.prefix}.kpis`, () => ownSeries(scope, subject, groupKpis), ownColumns),
    ),
];

/** The KPIs of a key account beside the portfolio's. */
export const accountLevelSeries = (scope: Scope, account: string): Series[] =>
  accountSubjectOf(scope, account)
    .filter(({ key }) => key)
    .map(subject =>
      seriesOnDemand(
        scope,
        `${subject.prefix}.kpis`,
        () => ownSeries(scope, subject, accountKpis),
        ownColumns,
      ),
    );

const segmentSeries = (scope: Scope): Series => {
  const subjects = scope.of(segmentSubjects);
  return {
    id: 'kpi.by-segment',
    columns: [
      column.text('schemeId'),
      column.text('scheme'),
      column.text('segmentId'),
      column.text('segment'),
      column.count('accounts'),
      column.count('keyAccounts'),
      ...kpiColumns(scope, 'segment.{schemeId}.{segmentId}'),
    ],
    rows: subjects.map(subject => ({
      schemeId: subject.scheme.id,
      scheme: subject.scheme.name,
      segmentId: subject.segment.id,
      segment: subject.segment.name,
      ...groupCells(scope, subject),
    })),
    get inputs() {
      return figuresOfGroups(subjects);
    },
    get rowInputs() {
      return subjects.map(({ scheme, segment, customers }) => [
        `portfolio.segments.${scheme.id}.${segment.id}.accounts`,
        ...customers.map(({ account }) => at(account.source, 'key')),
      ]);
    },
  };
};

const figuresOfGroups = (subjects: readonly Subject[]): string[] =>
  subjects.flatMap(({ prefix }) => groupKpis.map(kpi => `${prefix}.kpi.${kpi}`));

const kamSeries = (scope: Scope): Series => {
  const subjects = scope.of(kamSubjects);
  return {
    id: 'kpi.by-kam',
    columns: [
      { id: 'person', kind: 'person' },
      column.count('accounts'),
      column.count('keyAccounts'),
      ...kpiColumns(scope, 'kam.{person}'),
    ],
    rows: subjects.map(subject => ({ person: subject.person, ...groupCells(scope, subject) })),
    get inputs() {
      return figuresOfGroups(subjects);
    },
    get rowInputs() {
      return subjects.map(({ customers }) =>
        customers.flatMap(({ account }) => [at(account.source, 'manager'), at(account.source, 'key')]),
      );
    },
  };
};

interface AccountMeasures {
  readonly account: string | null;
  readonly key: boolean;
  readonly measured: readonly Measured[];
}

const measuredAccounts = (scope: Scope): readonly AccountMeasures[] =>
  scope.of(accountSubjects).map(subject => ({
    account: subject.customers[0]?.id ?? null,
    key: subject.key,
    measured: measuredOf(scope, subject, accountKpis),
  }));

/** `kpi.accounts`, a row for each account. Key accounts first; who has no value at all is left out. */
const wideSeries = (scope: Scope, accounts: readonly AccountMeasures[]): Series => {
  const known = accounts.filter(({ measured }) => measured.some(({ exact }) => exact !== undefined));
  const rows = [...known.filter(({ key }) => key), ...known.filter(({ key }) => !key)];
  return {
    id: 'kpi.accounts',
    columns: [
      column.account,
      column.flag('key'),
      ...accountKpis.map(kpi =>
        column.shows(
          column.measure(kpi, unitOf(scope, kpi), kpiDefinitions[kpi].precision),
          `{${kpi}Figure}`,
        ),
      ),
    ],
    rows: rows.map(({ account, key, measured }) => ({
      account,
      key,
      ...Object.fromEntries(accountKpis.map(kpi => [kpi, null])),
      ...Object.fromEntries(
        measured.flatMap(({ kpi, exact, figure }) => [
          [kpi, orMissing(exact)],
          // Who has nothing recorded has no figure either, unless they are a key account.
          [`${kpi}Figure`, figure],
        ]),
      ),
    })),
    get inputs() {
      return rows.flatMap(({ measured }) => measured.map(({ figure }) => figure));
    },
  };
};

/** `kpi.by-account`, a row for each measure of an account. */
const longSeries = (accounts: readonly AccountMeasures[]): Series => {
  const rows = accounts.flatMap(({ account, measured }) => measured.map(({ row }) => ({ account, ...row })));
  const figures = (): string[] => rows.map(({ account, kpi }) => `account.${account}.kpi.${kpi}`);
  return {
    id: 'kpi.by-account',
    columns: accountColumns,
    rows,
    get inputs() {
      return figures();
    },
    get rowInputs() {
      return figures().map(figure => [figure]);
    },
  };
};

/** `account.<id>.kpis`, `kam.<id>.kpis`: its own KPIs, held against earlier ones and against those of the portfolio. */
const ownSeries = (scope: Scope, subject: Subject, kpis: readonly KpiId[]): Series => {
  const measured = measuredOf(scope, { ...subject, key: true }, kpis);
  return {
    id: `${subject.prefix}.kpis`,
    columns: ownColumns,
    rows: measured.map(one => ({ ...one.row, ...comparedCells(scope, subject, one) })),
    inputs: measured.map(({ figure }) => figure),
    rowInputs: measured.map(one => comparedInputs(scope, one)),
  };
};

/** Whether its interval leaves out the value of the portfolio, and not by the way the segment was made. */
const isApart = (scope: Scope, subject: SegmentSubject, { kpi, exact, interval }: Measured): boolean => {
  const side = sideOfPortfolio(scope, kpi, { value: exact, interval });
  return side !== undefined && side !== 'around' && !isSettled(subject, kpi);
};

/** `kpi.segments`, a row for each measure of a segment, with the same columns. */
const longSegments = (scope: Scope): Series => {
  const rows = scope
    .of(segmentSubjects)
    .flatMap(subject => measuredOf(scope, subject, groupKpis).map(measured => ({ subject, measured })));
  return {
    id: 'kpi.segments',
    columns: segmentColumns,
    rows: rows.map(({ subject, measured }) => ({
      schemeId: subject.scheme.id,
      scheme: subject.scheme.name,
      segmentId: subject.segment.id,
      segment: subject.segment.name,
      apart: isApart(scope, subject, measured),
      ...measured.row,
      ...comparedCells(scope, subject, measured),
    })),
    get inputs() {
      return rows.map(({ measured }) => measured.figure);
    },
    get rowInputs() {
      return rows.map(({ measured }) => comparedInputs(scope, measured));
    },
  };
};
