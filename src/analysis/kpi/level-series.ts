import { type KpiId, kpiIds } from '../../model/kpi.ts';
import { yearBefore } from '../../model/period.ts';
import type { Column, Row, Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import { isKey } from '../customers.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { seriesOnDemand } from '../series-on-demand.ts';
import { kpiDefinitions, unitOf } from './definitions.ts';
import { portfolioKpis } from './figures.ts';
import { isSmall } from './measurement.ts';
import { scaled, scaleOf, shownAs } from './scale.ts';
import { accountSubjectOf, accountSubjects, kamSubjects, type Subject, segmentSubjects } from './subjects.ts';

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

/** KPIs by segment, by key account manager and by account, and those of each manager beside the portfolio's. */
export const levelSeries = (scope: Scope): Series[] => [
  segmentSeries(scope),
  kamSeries(scope),
  seriesOnDemand('kpi.by-account', () => longSeries(scope.of(measuredAccounts))),
  seriesOnDemand('kpi.accounts', () => wideSeries(scope, scope.of(measuredAccounts))),
  ...scope.of(kamSubjects).map(subject => ownSeries(scope, subject, groupKpis)),
];

/** The KPIs of a key account beside the portfolio's. */
export const accountLevelSeries = (scope: Scope, account: string): Series[] =>
  accountSubjectOf(scope, account)
    .filter(({ key }) => key)
    .map(subject => ownSeries(scope, subject, accountKpis));

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

interface Measured {
  readonly kpi: KpiId;
  /** In the unit of the KPI, not scaled. */
  readonly exact: number | undefined;
  readonly figure: string;
  readonly row: Row & { readonly kpi: KpiId };
}

/** One row for each KPI that has a value for the subject, key accounts also where it is missing. */
const measuredOf = (scope: Scope, { prefix, customers, key }: Subject, kpis: readonly KpiId[]): Measured[] =>
  kpis.flatMap(kpi => {
    const measured = kpiDefinitions[kpi].measure(scope, customers);
    if (measured.value === undefined && !key) return [];
    const scale = scaleOf(scope, kpiDefinitions[kpi], measured.value);
    const figure = `${prefix}.kpi.${kpi}`;
    const row = {
      kpi,
      kpiUnit: kpi,
      value: scaled(measured.value, scale),
      low: scaled(measured.interval?.low, scale),
      high: scaled(measured.interval?.high, scale),
      n: orMissing(measured.coverage?.n),
      of: orMissing(measured.coverage?.of),
      smallSample: isSmall(scope, measured) ?? false,
      polarity: kpiDefinitions[kpi].polarity,
      figure: shownAs(figure, scale),
      unit: scale.unit,
      precision: scale.precision,
    };
    return [{ kpi, exact: measured.value, figure, row }];
  });

const measuredColumns: readonly Column[] = [
  column.term('kpi', 'kpi'),
  column.term('kpiUnit', 'kpi-unit'),
  column.shows(column.measure('value', 'index', 1), '{figure}'),
  column.measure('low', 'index', 1),
  column.measure('high', 'index', 1),
  column.count('n'),
  column.count('of'),
  column.flag('smallSample'),
  column.term('polarity', 'polarity'),
  column.text('figure'),
];

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
    columns: [column.account, ...measuredColumns],
    rows,
    get inputs() {
      return figures();
    },
    get rowInputs() {
      return figures().map(figure => [figure]);
    },
  };
};

/** `account.<id>.kpis`, `kam.<id>.kpis`: its own KPIs, now and a year ago, beside those of the portfolio. */
const ownSeries = (scope: Scope, subject: Subject, kpis: readonly KpiId[]): Series => {
  const measured = measuredOf(scope, { ...subject, key: true }, kpis);
  const before = scope.at(yearBefore(scope.period));
  return {
    id: `${subject.prefix}.kpis`,
    columns: [
      ...measuredColumns,
      column.measure('priorYear', 'index', 1),
      column.measure('portfolioValue', 'index', 1),
    ],
    rows: measured.map(({ kpi, row }) => {
      const scale = scaleOf(
        scope,
        kpiDefinitions[kpi],
        kpiDefinitions[kpi].measure(scope, subject.customers).value,
      );
      return {
        ...row,
        priorYear: scaled(kpiDefinitions[kpi].measure(before, subject.customers).value, scale),
        portfolioValue: scaled(scope.of(portfolioKpis).get(kpi)?.value, scale),
      };
    }),
    inputs: measured.map(({ figure }) => figure),
    rowInputs: measured.map(({ kpi, figure }) => [figure, `kpi.${kpi}.value`]),
  };
};
